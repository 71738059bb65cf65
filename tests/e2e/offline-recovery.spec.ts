import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import type { ServerProcess } from '#tests/support/server.ts';
import { makeLink, openLink, workTogether } from '#tests/support/sharing.ts';
import {
  storedOnServer,
  updatesTakenBy,
  workbookOn,
  writtenTexts
} from '#tests/support/stored-workbook.ts';
import {
  cell,
  column,
  expectSaved,
  expectSynced,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

/** A colleague looks for a server that has come back after pauses that grow. */
const LOOKED_FOR = { timeout: 20_000 };

/** The cell that a test writes in a row. */
const target = (page: Page, row: number) => cell(page, row, '指标值');
const undoButton = (page: Page) => page.getByRole('button', { name: '撤销', exact: true });

/** The texts in the server's log of what a page has open, oldest first, however often each is there. */
function logged(server: ServerProcess, page: Page): readonly string[] {
  return writtenTexts(storedOnServer(server, workbookOn(page)).entries);
}

async function loseNetwork(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.context().setOffline(true);
  for (const page of pages) await expectOffline(page);
}

async function expectOffline(page: Page): Promise<void> {
  await expect(statusLine(page)).toContainText('离线，可继续编辑');
}

/** Everything is on this device, and something of it not on the server's disk. */
async function expectPending(page: Page): Promise<void> {
  await expectSaved(page);
  await expect(statusLine(page)).toContainText(/离线，可继续编辑 · 待发送 \d+/);
}

test('a pending edit is there after a reload without a server, and reaches colleagues when that is back', async ({
  page,
  browser,
  server
}) => {
  const { wang, li } = await workTogether(page, browser);
  await server.kill();
  await expectOffline(wang);
  await typeInto(wang, target(wang, 2), '≥98%');
  await expectPending(wang);

  await wang.reload();
  await expect(target(wang, 2)).toHaveText('≥98%');
  await expectPending(wang);
  await server.restart();

  await expect(target(li, 2)).toHaveText('≥98%', LOOKED_FOR);
  await expectSynced(wang);
  expect(logged(server, wang)).toEqual(['≥98%']);
});

test(
  'several pending edits reach the server in their order after the browser was killed',
  { tag: '@long' },
  async ({ freshProfile, browser, server }) => {
    const before = await (await freshProfile.open()).newPage();
    await openSample(before);
    const address = await makeLink(before, '王芳');
    await expectSynced(before);
    const workbook = before.url();
    await server.kill();
    const written = [
      [1, '≥11公里'],
      [2, '≥12%'],
      [1, '≥13公里'],
      [3, '≤14万元'],
      [1, '≥15公里']
    ] as const;
    for (const [row, text] of written) await typeInto(before, target(before, row), text);
    await expectPending(before);
    await freshProfile.kill();

    const after = await (await freshProfile.open()).newPage();
    await after.goto(workbook);
    await expect(target(after, 1)).toHaveText('≥15公里');
    await expectPending(after);
    await server.restart();
    await expectSynced(after);

    expect(logged(server, after)).toEqual(written.map(([, text]) => text));
    const li = await openLink(browser, address, '李明');
    await expect(target(li, 1)).toHaveText('≥15公里');
    await expect(target(li, 2)).toHaveText('≥12%');
  }
);

test(
  'a pending edit is undone after a reload, and the server gets both steps',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    const { wang, li } = await workTogether(page, browser);
    const former = await target(wang, 2).innerText();
    await loseNetwork(wang);
    await typeInto(wang, target(wang, 1), '≥21公里');
    await typeInto(wang, target(wang, 2), '≥22%');
    await expectPending(wang);

    await wang.reload();
    await undoButton(wang).click();
    await expect(target(wang, 2)).toHaveText(former);
    await expectPending(wang);
    await wang.reload();
    await wang.context().setOffline(false);
    await expectSynced(wang);
    await expect(target(li, 1)).toHaveText('≥21公里');
    await expect(target(li, 2)).toHaveText(former);
    expect(logged(server, wang)).toEqual(['≥21公里', '≥22%', former]);

    await wang.reload();
    await wang.getByRole('button', { name: '恢复撤销', exact: true }).click();
    await expect(target(li, 2)).toHaveText('≥22%');
    await expectSynced(wang);
    expect(logged(server, wang)).toEqual(['≥21公里', '≥22%', former, '≥22%']);
  }
);

test(
  'a pending edit that is reloaded meets what a colleague has put on the server meanwhile',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    const { wang, li } = await workTogether(page, browser);
    await loseNetwork(wang);
    await typeInto(wang, target(wang, 1), '≥31公里');
    await typeInto(wang, target(wang, 3), '≤31万元');
    await expectPending(wang);
    await typeInto(li, target(li, 2), '≥32%');
    await typeInto(li, target(li, 3), '≤32万元');
    await expectSynced(li);

    await wang.reload();
    await expect(target(wang, 3)).toHaveText('≤31万元');
    await wang.context().setOffline(false);
    await expectSynced(wang);

    for (const each of [wang, li]) {
      await expect(target(each, 1)).toHaveText('≥31公里');
      await expect(target(each, 2)).toHaveText('≥32%');
    }
    const kept = await target(wang, 3).innerText();
    const lost = kept === '≤31万元' ? '≤32万元' : '≤31万元';
    await expect(target(li, 3)).toHaveText(kept);
    await wang.getByRole('tab', { name: '历史 1' }).click();
    await expect(wang.getByRole('region', { name: '同格冲突' })).toContainText(lost);
    const texts = logged(server, wang);
    expect([...texts].sort()).toEqual(['≤31万元', '≤32万元', '≥31公里', '≥32%'].sort());
    expect(texts.indexOf('≥31公里')).toBeLessThan(texts.indexOf('≤31万元'));
  }
);

test(
  'two windows with pending edits are merged over a reload of both, and reach the server once',
  { tag: '@long' },
  async ({ page, context, server }) => {
    await openSample(page);
    await makeLink(page, '王芳');
    const other = await context.newPage();
    await other.goto(page.url());
    for (const window of [page, other]) await expectSynced(window);
    await loseNetwork(page, other);
    await typeInto(page, target(page, 1), '≥41公里');
    await expect(target(other, 1)).toHaveText('≥41公里');
    await typeInto(other, target(other, 2), '≥42%');
    await typeInto(page, target(page, 5), '达到Ⅱ类');
    for (const window of [page, other]) await expectPending(window);

    for (const window of [page, other]) await window.reload();
    const merged = ['≥41公里', '≥42%', '≤86.5万元', '1002023年6月30日', '达到Ⅱ类', '≥90%'];
    for (const window of [page, other]) await expect(column(window, '指标值')).toHaveText(merged);
    await page.close();
    await context.setOffline(false);

    await expectSynced(other);
    expect([...logged(server, other)].sort()).toEqual(['≥41公里', '≥42%', '达到Ⅱ类'].sort());
    await expect(column(other, '指标值')).toHaveText(merged);
  }
);

test(
  'what the server acknowledged is there after it was killed, and is not sent again after a reload',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    const { wang, li, address } = await workTogether(page, browser);
    await li.context().close();
    const texts = ['≥51公里', '≥52%', '≤53万元'];
    for (const [at, text] of texts.entries()) await typeInto(wang, target(wang, at + 1), text);
    await expectSynced(wang);
    await server.kill();
    await expectOffline(wang);
    await wang.reload();
    await expect(target(wang, 3)).toHaveText('≤53万元');
    await server.restart();

    await expectSynced(wang);
    expect(await updatesTakenBy(server)).toBe(0);
    expect(logged(server, wang)).toEqual(texts);
    await wang.close();
    const stranger = await openLink(browser, address);
    for (const [at, text] of texts.entries()) {
      await expect(target(stranger, at + 1)).toHaveText(text);
    }
  }
);

test(
  'an edit that arrived without its acknowledgement is pending until a reload, and not repeated',
  { tag: '@long' },
  async ({ page, server }) => {
    let deaf = false;
    await page.routeWebSocket(/\/sync\?/, (socket) => {
      const upstream = socket.connectToServer();
      socket.onMessage((message) => upstream.send(message));
      upstream.onMessage((message) => {
        if (!deaf) socket.send(message);
      });
    });
    await openSample(page);
    await makeLink(page, '王芳');
    await expectSynced(page);
    deaf = true;
    await typeInto(page, target(page, 2), '≥61%');
    await expectSaved(page);
    await expect.poll(() => logged(server, page)).toEqual(['≥61%']);
    await expect(statusLine(page)).toContainText(/待发送 \d+/);
    const taken = await updatesTakenBy(server);

    deaf = false;
    await page.reload();
    await expectSynced(page);
    await expect(target(page, 2)).toHaveText('≥61%');
    expect(await updatesTakenBy(server)).toBe(taken);
    expect(logged(server, page)).toEqual(['≥61%']);
  }
);

test(
  'windows that are reloaded with nothing pending send nothing',
  { tag: '@long' },
  async ({ page, context, server }) => {
    await openSample(page);
    await makeLink(page, '王芳');
    await typeInto(page, target(page, 2), '≥71%');
    const other = await context.newPage();
    await other.goto(page.url());
    for (const window of [page, other]) await expectSynced(window);
    const taken = await updatesTakenBy(server);

    for (const window of [page, other]) {
      await window.reload();
      await expectSynced(window);
      await expectSaved(window);
      await expect(target(window, 2)).toHaveText('≥71%');
      await expect(undoButton(window)).toBeEnabled();
    }

    expect(await updatesTakenBy(server)).toBe(taken);
    expect(logged(server, page)).toEqual(['≥71%']);
  }
);

test(
  'a reload without a server and with nothing done leaves nothing to send or to undo',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    const { li } = await workTogether(page, browser);
    await page.close();
    const texts = await column(li, '指标值').allInnerTexts();
    await server.kill();
    await expectOffline(li);
    await li.reload();

    await expect(column(li, '指标值')).toHaveText(texts);
    await expectSaved(li);
    await expectOffline(li);
    await expect(statusLine(li)).not.toContainText('待发送');
    await expect(undoButton(li)).toBeDisabled();
    await server.restart();
    await expectSynced(li);
    expect(await updatesTakenBy(server)).toBe(0);
    expect(logged(server, li)).toEqual([]);
  }
);

test(
  'a reload with nothing pending takes what is newer on the server and sends nothing',
  { tag: '@long' },
  async ({ page, browser, server }) => {
    const { wang, li } = await workTogether(page, browser);
    await typeInto(wang, target(wang, 1), '≥91公里');
    await expectSynced(wang);
    await loseNetwork(wang);
    await typeInto(li, target(li, 2), '≥92%');
    await expectSynced(li);
    const taken = await updatesTakenBy(server);

    await wang.reload();
    await expect(target(wang, 1)).toHaveText('≥91公里');
    await wang.context().setOffline(false);
    await expect(target(wang, 2)).toHaveText('≥92%');
    await expectSynced(wang);

    expect(await updatesTakenBy(server)).toBe(taken);
    expect(logged(server, wang)).toEqual(['≥91公里', '≥92%']);
  }
);
