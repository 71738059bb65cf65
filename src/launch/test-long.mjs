import { binary } from './binary.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { passThrough } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root } from './main.mjs';
import { environment, findNode } from './node.mjs';

// usage: npm run test:long [-- vitest's arguments, which leave out the end-to-end tests]
await main(async () => {
  await ensureInstalled(root);
  const node = findNode(root);
  const chromium = await ensureChromium(root, node);
  const env = {
    ...environment(root, node),
    ...(chromium === undefined ? {} : { JIBIAO_CHROMIUM: chromium })
  };
  const given = process.argv.slice(2);
  const options = { cwd: root, env };
  const judged = await passThrough(
    node,
    [binary(root, 'vitest'), 'run', '--project=long', ...given],
    options
  );
  if (given.length > 0) return judged;
  await ensureBuilt(root, node);
  const clicked = await passThrough(
    node,
    [binary(root, 'playwright'), 'test', '--grep=@long'],
    options
  );
  return judged || clicked;
});
