import { binary } from './binary.mjs';
import { ensureChromium } from './chromium.mjs';
import { passThrough } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root } from './main.mjs';
import { environment, findNode } from './node.mjs';

// usage: npm run test:long [-- vitest's arguments]
await main(async () => {
  await ensureInstalled(root);
  const node = findNode(root);
  const chromium = await ensureChromium(root, node);
  const env = {
    ...environment(root, node),
    ...(chromium === undefined ? {} : { JIBIAO_CHROMIUM: chromium })
  };
  const args = ['run', '--project=long', ...process.argv.slice(2)];
  return passThrough(node, [binary(root, 'vitest'), ...args], { cwd: root, env });
});
