import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listen } from '#server/listen.ts';

it('moves to a free port where it may, and says so', async () => {
  const [first, second] = [createServer(), createServer()];
  onTestFinished(() => [first, second].forEach((server) => void server.close()));
  const said = vi.spyOn(console, 'log').mockReturnValue();
  onTestFinished(() => said.mockRestore());
  await listen(first, { host: '127.0.0.1', port: 0, portMayMove: false });
  const { port } = first.address() as AddressInfo;
  await listen(second, { host: '127.0.0.1', port, portMayMove: true });
  const moved = (second.address() as AddressInfo).port;
  expect(moved).toBeGreaterThan(port);
  expect(said).toHaveBeenCalledWith(`端口 ${port} 已被占用，改用 ${moved}。`);
});
