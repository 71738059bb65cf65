import { expect, test } from '#tests/support/fixtures.ts';

test('is an app that Chromium would install', async ({ freshProfile }) => {
  // A window of the default context counts as private, where nothing is installed.
  const context = await freshProfile.open();
  const page = await context.newPage();
  await page.goto('/');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const browser = await context.newCDPSession(page);

  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  const manifest = await browser.send('Page.getAppManifest');

  expect(installabilityErrors).toEqual([]);
  expect(manifest.errors).toEqual([]);
  expect(manifest.url).toBe(new URL('/manifest.webmanifest', page.url()).href);
});
