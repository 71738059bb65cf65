import { resolve } from 'node:path';
import { binary } from './binary.mjs';
import { passThrough } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root } from './main.mjs';
import { environment, findNode } from './node.mjs';

// usage: node src/launch/run.mjs <script of the project, or tool of node_modules/.bin> [arguments]
await main(async () => {
  const [target, ...args] = process.argv.slice(2);
  if (target === undefined) throw new Error('run.mjs: name a script or a tool');
  await ensureInstalled(root);
  const node = findNode(root);
  const script = /\.[cm]?[jt]s$/.test(target) ? resolve(root, target) : binary(root, target);
  const env = { INIT_CWD: process.cwd(), ...environment(root, node) };
  return passThrough(node, [script, ...args], { cwd: root, env });
});
