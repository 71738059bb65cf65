import { expect, test } from '#tests/support/fixtures.ts';
import { visit } from '#tests/support/visit.ts';

// A window of the default context counts as private, where nothing is installed: these tests take
// a profile of their own.

test('is an app that Chromium would install', async ({ freshProfile }) => {
  const context = await freshProfile.open();
  const page = await context.newPage();
  await visit(page);
  const browser = await context.newCDPSession(page);

  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  const manifest = await browser.send('Page.getAppManifest');

  expect(installabilityErrors).toEqual([]);
  expect(manifest.errors).toEqual([]);
  expect(manifest.url).toBe(new URL('/manifest.webmanifest', page.url()).href);
});

test(
  'offers its button where Chromium offers to install it, once',
  { tag: '@long' },
  async ({ freshProfile }) => {
    const page = await (await freshProfile.open()).newPage();
    await visit(page);
    const button = page.getByRole('button', { name: '安装到桌面' });

    await expect(button).toBeVisible();
    await button.click();

    await expect(button).toBeHidden();
  }
);
