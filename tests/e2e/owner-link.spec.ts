import { replaceOwner } from '#server/commands/owner.ts';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { makeLink } from '#tests/support/sharing.ts';
import { expectSynced, statusLine } from '#tests/support/workbook-page.ts';

test(
  'a workbook whose owner key is lost has a new owner by the link that the server prints',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    await openSample(page);
    await makeLink(page, '王芳');
    await expectSynced(page);
    const workbook = new URL(page.url()).pathname.split('/').at(-1) ?? '';

    const address = replaceOwner(server.dataDir, workbook, server.origin);
    await expect(statusLine(page)).not.toContainText('已同步');

    const next = await (await browser.newContext()).newPage();
    await next.goto(address);
    await expect(next).toHaveURL((url) => url.pathname === `/w/${workbook}`);
    await expectSynced(next);
    await makeLink(next, '李强');

    // The owner so far opens the same link, and manages the links again.
    await page.goto(address);
    await expectSynced(page);
    await makeLink(page, '王芳');
  }
);
