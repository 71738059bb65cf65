import { once } from 'node:events';
import type { Server } from 'node:http';
import { StartFault } from './fault.ts';
import type { Settings } from './settings.ts';

const PORTS_TRIED = 20;

/**
 * Listens on the port of the settings, or, where that is taken and may move, on the next free one,
 * and says so.
 *
 * @throws StartFault where no port can be had.
 */
export async function listen(
  server: Server,
  { host, port, portMayMove }: Pick<Settings, 'host' | 'port' | 'portMayMove'>
): Promise<void> {
  const last = portMayMove ? port + PORTS_TRIED - 1 : port;
  for (let candidate = port; candidate <= last; candidate++) {
    const fault = await tryPort(server, host, candidate);
    if (fault === null) {
      if (candidate !== port) console.log(`端口 ${port} 已被占用，改用 ${candidate}。`);
      return;
    }
    if (fault.code !== 'EADDRINUSE') {
      throw new StartFault(`不能在 ${host} 的端口 ${candidate} 上启动（${fault.message}）。`);
    }
  }
  throw new StartFault(`端口 ${port} 已被占用，请用 PORT 另选一个。`);
}

async function tryPort(
  server: Server,
  host: string,
  port: number
): Promise<NodeJS.ErrnoException | null> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
