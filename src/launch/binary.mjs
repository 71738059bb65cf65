import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from './failure.mjs';

/**
 * The script behind a tool of node_modules/.bin, so that a chosen Node can run it.
 * @param {string} root the project's folder
 * @param {string} name such as vite
 * @param {NodeJS.Platform} platform
 * @returns {string} path of a script
 * @throws {Failure} when no such tool is installed
 */
export function binary(root, name, platform = process.platform) {
  const link = join(root, 'node_modules', '.bin', platform === 'win32' ? `${name}.cmd` : name);
  if (!existsSync(link)) {
    throw new Failure(`没有找到工具 ${name}：请删除 node_modules 文件夹后重试。`);
  }
  return platform === 'win32' ? scriptOfShim(link) : realpathSync(link);
}

/**
 * Windows has no links in .bin but batch files, which name the script relative to themselves.
 * @param {string} shim path of a .cmd file written by npm
 */
function scriptOfShim(shim) {
  const script = /"%dp0%\\(\.\.[^"]+)"/.exec(readFileSync(shim, 'utf8'))?.[1];
  if (!script) throw new Failure(`无法读懂 ${shim}：请删除 node_modules 文件夹后重试。`);
  return resolve(dirname(shim), script.replaceAll('\\', '/'));
}
