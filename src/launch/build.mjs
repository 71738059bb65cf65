import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { binary } from './binary.mjs';
import { capture } from './command.mjs';
import { failureOf } from './failure.mjs';
import { fingerprint } from './fingerprint.mjs';
import { environment } from './node.mjs';
import { timed } from './progress.mjs';

/** Files beside src that the built app depends on. */
const SETTINGS = [
  'static',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  '.env'
];
/** Folders of src that never reach the browser. */
const NOT_BUILT = ['cli', 'launch', 'server', 'README.md'];

/**
 * Builds the app, unless the built one is of these sources.
 * @param {string} root the project's folder
 * @param {string} node path of the Node to build with
 * @throws {import('./failure.mjs').Failure} when the build fails
 */
export async function ensureBuilt(root, node) {
  const sources = fingerprintOfSources(root);
  if (isBuilt(root, sources)) return;
  await timed('构建应用', async () => {
    const stamp = stampOf(root);
    rmSync(stamp, { force: true });
    const { code, output } = await capture(node, [binary(root, 'vite'), 'build'], {
      cwd: root,
      env: environment(root, node)
    });
    if (code !== 0) throw failureOf('构建应用', output);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, sources);
  });
}

/**
 * @param {string} root the project's folder
 * @param {string} sources the sources' fingerprint
 * @returns {boolean} whether the last finished build was made of them and is still there
 */
function isBuilt(root, sources) {
  const stamp = stampOf(root);
  return (
    existsSync(join(root, 'build', '200.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources
  );
}

/** Outside build, whose files are served. @param {string} root */
const stampOf = (root) => join(root, '.cache', 'build-stamp');

/** @param {string} root */
function fingerprintOfSources(root) {
  const folders = readdirSync(join(root, 'src'))
    .sort()
    .filter((name) => !NOT_BUILT.includes(name))
    .map((name) => `src/${name}`);
  const settings = Object.entries(process.env)
    .filter(([name]) => name.startsWith('PUBLIC_'))
    .sort()
    .map(([name, value]) => `${name}=${value}`);
  return [fingerprint(root, [...folders, ...SETTINGS]), ...settings].join('\n');
}
