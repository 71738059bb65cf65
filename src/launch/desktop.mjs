import { spawn } from 'node:child_process';

/**
 * Whether somebody sits before a desktop whose browser may be opened.
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, stdout: { isTTY?: boolean } }} running
 * @returns {boolean}
 */
export function hasDesktop({ env, platform, stdout }) {
  if (env.CI || env.BROWSER === 'none' || !stdout.isTTY) return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens an address in the desktop's browser. Where that fails the printed address is enough.
 * @param {string} address
 */
export function openAddress(address) {
  const [program, ...args] = opener(process.platform);
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/**
 * @param {NodeJS.Platform} platform
 * @returns {[program: string, ...args: string[]]}
 */
function opener(platform) {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['explorer.exe'];
  return ['xdg-open'];
}
