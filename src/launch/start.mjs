import { ensureBuilt } from './build.mjs';
import { observe } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root } from './main.mjs';
import { environment, findNode } from './node.mjs';
import { hasDesktop, openAddress } from './desktop.mjs';

const PARENT_CHECK_MS = 500;

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
function serve(node) {
  endWithNpm();
  let printed = '';
  let opened = !hasDesktop(process);
  return observe(
    node,
    ['src/server/main.ts'],
    { cwd: root, env: environment(root, node) },
    (text) => {
      if (opened) return;
      printed += text;
      const address = /(https?:\/\/\S+)\s/.exec(printed)?.[1];
      if (address === undefined) return;
      opened = true;
      openAddress(address);
    }
  );
}

/**
 * A signal to npm ends npm and its shell, which passes nothing on; the server would stay behind
 * and hold its port.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MS).unref();
}
