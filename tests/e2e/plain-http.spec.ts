import { expect, test } from '#tests/support/fixtures.ts';

const HOST = 'jibiao.test';

/** An address in an intranet: only this computer's own counts as safe without a certificate. */
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} localhost`];
    await use({ ...launchOptions, args });
  }
});

test('opens over plain http from another computer, and says what is missing', async ({
  page,
  server
}) => {
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  const { port } = new URL(server.origin);
  await page.goto(`http://${HOST}:${port}/`);
  await expect(page.getByRole('heading', { name: '文件柜' })).toBeVisible();

  await page.getByRole('button', { name: '设置' }).click();

  await expect(page.getByRole('dialog')).toContainText('不是安全连接');
  expect(faults).toEqual([]);
});
