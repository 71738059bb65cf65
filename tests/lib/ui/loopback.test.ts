import { expect, it } from 'vitest';
import { isLoopback } from '#lib/ui/loopback.ts';

it.each([
  ['http://localhost:4300', true],
  ['http://127.0.0.1:4300', true],
  ['http://[::1]:4300', true],
  ['http://jibiao.localhost', true],
  ['http://192.168.1.20:4300', false],
  ['https://localhost.example', false],
  ['https://jibiao.example', false]
])('knows of %s whether only this computer can open it', (address, only) => {
  expect(isLoopback(new URL(address).hostname)).toBe(only);
});
