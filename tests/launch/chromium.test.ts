import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureChromium, findChromium } from '../../src/launch/chromium.mjs';
import { put, scratchFolder } from './scratch.ts';

const WORKS = '#!/bin/sh\nexit 0\n';
const HAS_FONT = '#!/bin/sh\necho "Noto Sans CJK SC"\n';

/** A Linux computer whose only programs are the given shell scripts. */
function computer(programs: Record<string, string>, uid = 1000) {
  const folder = scratchFolder();
  for (const [name, script] of Object.entries(programs)) put(join(folder, name), script, 0o755);
  const env: NodeJS.ProcessEnv = { PATH: folder };
  return { folder, env, platform: 'linux' as const, getuid: () => uid };
}

test('the named Chromium comes first, then the installed ones in a fixed order', async () => {
  const all = computer({ chromium: WORKS, 'google-chrome': WORKS, mine: WORKS });
  const mine = join(all.folder, 'mine');

  expect(await findChromium({ ...all, env: { ...all.env, JIBIAO_CHROMIUM: mine } })).toBe(mine);
  expect(await findChromium(all)).toBe(join(all.folder, 'chromium'));
});

test('a Chromium that does not start is passed over', async () => {
  const stub = computer({ 'chromium-browser': '#!/bin/sh\nexit 1\n', 'microsoft-edge': WORKS });

  expect(await findChromium(stub)).toBe(join(stub.folder, 'microsoft-edge'));
  expect(await findChromium(computer({}))).toBeUndefined();
});

test('the system package is installed where it may be', async () => {
  const bare = computer({ 'fc-list': HAS_FONT }, 0);
  const installer = `#!/bin/sh
PATH=/usr/bin:/bin
echo "$*" >> ${bare.folder}/calls
if [ "$1" = install ]; then cp ${bare.folder}/fc-list ${bare.folder}/$3; fi
`;
  put(join(bare.folder, 'apt-get'), installer, 0o755);

  const found = await ensureChromium(scratchFolder(), process.execPath, bare);

  expect(found).toBe(join(bare.folder, 'chromium'));
  expect(readFileSync(join(bare.folder, 'calls'), 'utf8')).toBe('update\ninstall -y chromium\n');
});

test("without the right to install, Playwright's is fetched, or it is said what is missing", async () => {
  const root = scratchFolder();
  const playwright = join(root, 'node_modules/.bin/playwright');
  const unprivileged = computer({ 'fc-list': HAS_FONT, 'apt-get': WORKS });

  put(playwright, `require('fs').writeFileSync('calls', process.argv.slice(2).join(' '))`);
  expect(await ensureChromium(root, process.execPath, unprivileged)).toBeUndefined();
  expect(readFileSync(join(root, 'calls'), 'utf8')).toBe('install chromium');

  put(playwright, `console.log('download failed'); process.exit(1)`);
  await expect(ensureChromium(root, process.execPath, unprivileged)).rejects.toThrow(
    /download failed\s+测试需要 Chromium/
  );
});
