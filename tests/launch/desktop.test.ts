import { expect, test } from 'vitest';
import { hasDesktop } from '../../src/launch/desktop.mjs';

test.each([
  ['a Linux desktop', 'linux', { DISPLAY: ':0' }, true],
  ['a Wayland desktop', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['a Linux console', 'linux', {}, false],
  ['Windows', 'win32', {}, true],
  ['a Mac', 'darwin', {}, true],
  ['a build machine', 'darwin', { CI: 'true' }, false],
  ['a person who declined', 'linux', { DISPLAY: ':0', BROWSER: 'none' }, false]
] as const)('%s: the browser is opened or left alone', (_, platform, env, expected) => {
  expect(hasDesktop({ platform, env, stdout: { isTTY: true } })).toBe(expected);
});

test('nothing is opened when the output goes to a file', () => {
  expect(hasDesktop({ platform: 'darwin', env: {}, stdout: {} })).toBe(false);
});
