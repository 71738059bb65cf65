import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from './failure.mjs';

/** The oldest Node that can install the project and run these scripts. */
const LEAST = 20;
/** The Node that runs everything else; package.json pins its packages. */
const PINNED = 24;

/**
 * @param {string} version such as 20.11.0
 * @returns {number}
 */
const major = (version) => Number.parseInt(version, 10);

/**
 * @param {string} version of the running Node
 * @throws {Failure} when it is too old for these scripts
 */
export function requireNode(version) {
  if (major(version) < LEAST) {
    throw new Failure(
      `Node.js ${version} 太旧，至少需要 ${LEAST}：请从 https://nodejs.org 安装新的长期支持版，再重试。`
    );
  }
}

/**
 * The Node that the project is written for: the installed package's, else the running one when
 * it is new enough (no package exists for some systems, macOS among them).
 * @param {string} root the project's folder
 * @param {Pick<NodeJS.Process, 'platform' | 'arch' | 'execPath' | 'versions'>} running
 * @returns {string} path of the program
 * @throws {Failure} when there is neither
 */
export function findNode(root, running = process) {
  const { platform, arch, execPath, versions } = running;
  const system = platform === 'win32' ? 'win' : platform;
  const program = platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(root, 'node_modules', `node-${system}-${arch}`, 'bin', program);
  if (existsSync(pinned)) return pinned;
  if (major(versions.node) >= PINNED) return execPath;
  throw new Failure(
    `本项目用 Node.js ${PINNED} 运行，而这台电脑上是 ${versions.node}，也没有适用于 ${platform} ${arch} 的附带版本：` +
      `请从 https://nodejs.org 安装 Node.js ${PINNED}；若已装过，请删除 node_modules 文件夹后重试。`
  );
}

/**
 * The environment in which a program and its own children find this Node and the project's tools.
 * @param {string} root the project's folder
 * @param {string} node path of the Node to use
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(root, node, env = process.env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(node), join(root, 'node_modules', '.bin'), env[name]];
  return { ...env, [name]: path.filter(Boolean).join(delimiter) };
}
