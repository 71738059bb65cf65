import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './command.mjs';
import { failureOf } from './failure.mjs';
import { timed } from './progress.mjs';

/** @type {import('./failure.mjs').Remedy[]} */
const REMEDIES = [
  [
    /ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED|ECONNRESET|TIMEDOUT|ERR_SOCKET_TIMEOUT/,
    '连不上软件包仓库，而安装需要网络：请接通网络后重试；单位内网请先用 npm config set 设置代理（proxy）或镜像（registry）。'
  ],
  [/code EUSAGE/, 'package.json 与 package-lock.json 不一致：请运行 npm install，再重试。']
];

/**
 * Installs what the lock file lists, unless it is installed already. Needs the network then.
 * @param {string} root the project's folder
 * @throws {import('./failure.mjs').Failure} when npm fails
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await timed('安装依赖', async () => {
    const { code, output } = await npm(root, ['ci', '--no-audit', '--no-fund']);
    // On a full disk npm warns about every file it could not unpack, and ends with 0.
    if (code === 0 && !output.includes('TAR_ENTRY_ERROR')) return;
    rmSync(recordOf(root), { force: true });
    throw failureOf('安装依赖', output, REMEDIES);
  });
}

/**
 * Whether npm's own record of its last finished install has every package of the lock file in the
 * version and with the hash written there. Optional packages for other systems may be missing.
 * @param {string} root the project's folder
 * @returns {boolean}
 */
export function isInstalled(root) {
  const record = recordOf(root);
  if (!existsSync(record)) return false;
  const locked = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(record);
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return asksTheSame(readJson(join(root, 'package.json')), wanted);
    const found = installed[path];
    if (!found) return wanted.optional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @param {string} root */
const recordOf = (root) => join(root, 'node_modules', '.package-lock.json');

/** @typedef {Record<string, unknown>} Description of a package, in package.json or a lock file */

/**
 * @param {Description} manifest
 * @param {Description} locked
 */
function asksTheSame(manifest, locked) {
  return ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (kind) => sorted(manifest[kind]) === sorted(locked[kind])
  );
}

/** @param {unknown} dependencies */
const sorted = (dependencies) => JSON.stringify(Object.entries(dependencies ?? {}).sort());

/**
 * @param {string} lock path of a lock file
 * @returns {Record<string, Description>}
 */
const packagesOf = (lock) => readJson(lock).packages ?? {};

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Runs the npm that started this script, else the one on the path.
 * @param {string} root
 * @param {string[]} args
 */
function npm(root, args) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script)) {
    return capture(process.execPath, [script, ...args], { cwd: root });
  }
  // Windows runs npm.cmd only through its shell.
  return capture('npm', args, { cwd: root, shell: process.platform === 'win32' });
}
