import { ensureBuilt } from './build.mjs';
import { observe } from './command.mjs';
import { Failure, remedy, tail } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root } from './main.mjs';
import { environment, findNode } from './node.mjs';
import { hasDesktop, openAddress } from './desktop.mjs';

/** @type {import('./failure.mjs').Remedy[]} */
const REMEDIES = [
  [/EADDRINUSE/, '端口已被占用：请关闭占用它的程序，或换一个端口，例如 PORT=4301 npm start。'],
  [/listen EACCES/, '没有使用这个端口的权限：请换一个 1024 以上的端口，例如 PORT=4301 npm start。']
];

// usage: npm start; PORT, HOST and JIBIAO_DATA are the server's
await main(async () => {
  await ensureInstalled(root);
  const node = findNode(root);
  await ensureBuilt(root, node);
  return serve(node);
});

/**
 * Runs the server until it ends and opens its address once it is printed.
 * @param {string} node
 * @returns {Promise<number>} the server's exit code
 */
async function serve(node) {
  let opened = !hasDesktop(process);
  const options = { cwd: root, env: environment(root, node) };
  const { code, output } = await observe(node, ['src/server/main.ts'], options, (printed) => {
    const address = opened ? undefined : /(https?:\/\/\S+)\s/.exec(printed)?.[1];
    if (address === undefined) return;
    opened = true;
    openAddress(address);
  });
  const advice = code === 0 ? undefined : remedy(tail(output), REMEDIES);
  if (advice !== undefined) throw new Failure(advice);
  return code;
}
