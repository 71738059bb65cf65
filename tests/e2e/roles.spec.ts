import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { makeLink, openLink, stopNewestLink, workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  expectSaved,
  expectSynced,
  grid,
  gridTexts,
  listedProblems,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

const REASON = '以前年度结转项目';
/** A stopped link is said within so many milliseconds. */
const SOON = 5000;

const banner = (page: Page): Locator => page.getByRole('note');
const wrongDate = (page: Page): Locator => listedProblems(page).filter({ hasText: '日期写错' });

/** Shows the problems that are open, or those that were waived. */
async function list(page: Page, kind: '未处理' | '已豁免'): Promise<void> {
  await page.getByRole('tabpanel').getByRole('button', { name: kind }).click();
}

async function waive(page: Page): Promise<void> {
  await wrongDate(page).getByRole('button', { name: '豁免…' }).click();
  const dialog = page.getByRole('dialog', { name: '豁免' });
  await dialog.getByLabel('豁免理由').fill(REASON);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
}

async function expectStruck(page: Page): Promise<void> {
  await list(page, '已豁免');
  await expect(wrongDate(page)).toContainText('李明');
  await expect(wrongDate(page)).toContainText(REASON);
  await expect(wrongDate(page).locator('b')).toHaveCSS('text-decoration-line', 'line-through');
}

test(
  'links of all roles are made and listed with role, label, expiry and last use',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang } = await workTogether(page, browser, '仅查看');
    await wang.getByRole('button', { name: '生成同步链接' }).click();
    const dialog = wang.getByRole('dialog', { name: '生成同步链接' });
    for (const role of ['仅查看', '可批注', '可编辑']) {
      await dialog.getByRole('radio', { name: role }).check();
      await expect(dialog.getByRole('radio', { name: role })).toHaveAccessibleDescription(/^对方/);
    }
    await dialog.getByRole('radio', { name: '可批注' }).check();
    await dialog.getByRole('radio', { name: '不限' }).check({ force: true });
    await dialog.getByLabel('备注').fill('发给财务股');
    await dialog.getByRole('button', { name: '生成链接' }).click();

    const links = dialog.getByRole('list', { name: '正在使用的链接' }).getByRole('listitem');
    await expect(links).toHaveCount(2);
    await expect(links.first()).toContainText(/仅查看.*未备注.*月.*日到期.*有人使用/);
    await expect(links.last()).toContainText(/可批注.*发给财务股.*长期有效.*还没有人打开/);
  }
);

test('a viewer sees edits live and changes nothing by keyboard, paste or menu', async ({
  page,
  browser
}) => {
  const { wang, li } = await workTogether(page, browser, '仅查看');
  await expect(banner(li)).toContainText('仅查看');
  await typeInto(wang, cell(wang, 1, '指标值'), '≥15公里');
  await expect(cell(li, 1, '指标值')).toHaveText('≥15公里');
  const before = await gridTexts(li);

  const place = cell(li, 2, '指标值');
  await place.dblclick();
  await li.keyboard.type('改了');
  await li.keyboard.press('Enter');
  for (const key of ['F2', '9', 'Enter', 'Delete', 'Backspace', 'Control+d', 'Control+x', 'F7']) {
    await place.click();
    await li.keyboard.press(key);
    await li.keyboard.press('Escape');
  }
  await cell(li, 1, '指标值').click();
  await li.keyboard.press('Control+c');
  await place.click();
  await li.keyboard.press('Control+v');
  await li.keyboard.press('Control+z');
  await li.keyboard.press('Control+y');
  await expect(grid(li).locator('.handsontableInputHolder:visible')).toHaveCount(0);
  await place.click({ button: 'right' });
  const outline = li.getByRole('navigation', { name: '目录' });
  const entries = outline.getByRole('button');
  const shown = await entries.and(li.locator('[aria-current]')).getAttribute('title');
  await entries.first().click({ button: 'right' });
  await expect(li.getByRole('menu')).toHaveCount(0);
  for (const name of ['插入行', '删除行', '撤销', '恢复', '豁免…', '导入到本工作簿', /^全部修正/]) {
    await expect(li.getByRole('button', { name })).toHaveCount(0);
  }
  for (const field of [li.getByLabel('表名'), li.getByLabel('工作簿名称')]) {
    await expect(field).not.toBeEditable();
  }

  await entries.first().click();
  await expect(grid(li)).toHaveCount(0);
  await expect(li.locator('main textarea:not([readonly]), main input:not([readonly])')).toHaveCount(
    0
  );
  await outline.getByTitle(shown!).click();
  await typeInto(wang, cell(wang, 3, '指标值'), '≥77%');
  await expect(cell(li, 3, '指标值')).toHaveText('≥77%');
  const after = await gridTexts(li);
  expect(after.filter((_, row) => row !== 2)).toEqual(before.filter((_, row) => row !== 2));
  expect(await gridTexts(wang)).toEqual(after);
  await expectSynced(li);
});

test(
  'a viewer goes from problem to problem, exports, and goes on with a copy of their own',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { li } = await workTogether(page, browser, '仅查看');
    await cell(li, 1, '指标值').click();
    await li.keyboard.press('F8');
    await expect(listedProblems(li).locator('[aria-current]')).toHaveCount(1);
    const download = li.waitForEvent('download');
    await li.getByRole('button', { name: '导出' }).click();
    await li.getByRole('menuitem', { name: '绩表文件' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.json$/);

    await banner(li).getByRole('button', { name: '另存一份' }).click();

    await expect(li.getByLabel('工作簿名称')).toHaveValue(/（副本）$/);
    await expect(banner(li)).toHaveCount(0);
    await typeInto(li, cell(li, 1, '指标值'), '≥16公里');
    await expect(cell(li, 1, '指标值')).toHaveText('≥16公里');
  }
);

test(
  'a viewer’s workbook opens in the same role without a network',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { li } = await workTogether(page, browser, '仅查看');
    await expectSaved(li);
    await li.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await li.context().setOffline(true);
    await li.reload();

    await expect(banner(li)).toContainText('仅查看');
    await expect(statusLine(li)).toContainText('离线，可继续查看');
    await expect(statusLine(li)).not.toContainText('待发送');
    await expect(li.getByRole('button', { name: '插入行' })).toHaveCount(0);
  }
);

test(
  'a commenter waives a problem and the owner sees it with name and reason',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser, '可批注');
    await expect(banner(li)).toContainText('可批注');
    await expect(li.getByRole('button', { name: '插入行' })).toHaveCount(0);
    await waive(li);
    await expectStruck(li);
    await expectStruck(wang);

    await wrongDate(li).getByRole('button', { name: '撤回豁免' }).click();
    await expect(wrongDate(wang)).toHaveCount(0);
    await list(wang, '未处理');
    await expect(wrongDate(wang)).toBeVisible();

    await li.context().setOffline(true);
    await expect(statusLine(li)).toContainText('离线');
    await list(li, '未处理');
    await waive(li);
    await expectSaved(li);
    await li.context().setOffline(false);
    await expectSynced(li);
    await expectStruck(wang);
  }
);

test(
  'a commenter does not take back what the owner has waived',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser, '可批注');
    await waive(wang);
    await list(li, '已豁免');
    await expect(wrongDate(li)).toContainText('王芳');
    await expect(wrongDate(li).getByRole('button', { name: '撤回豁免' })).toHaveCount(0);
  }
);

for (const role of ['仅查看', '可批注', '可编辑'] as const) {
  test(
    `stopping a link of the role ${role} closes the other side and says so`,
    { tag: '@long' },
    async ({ page, browser }) => {
      const { wang, li } = await workTogether(page, browser, role);
      await stopNewestLink(wang);
      await expect(li.getByRole('alert')).toContainText('链接已停用', { timeout: SOON });
      await expect(statusLine(li)).toContainText('链接已停用');
      await expect(wang.getByRole('button', { name: /人在线/ })).toHaveCount(0);
      await expect(cell(li, 1, '指标值')).toHaveText('≥12公里');
    }
  );
}

test(
  'the page follows a better link, and a lesser one where the better was stopped',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser, '仅查看');
    const better = await makeLink(wang, '王芳', '可编辑');
    const other = await li.context().newPage();
    await other.goto(better);
    await expect(banner(li)).toHaveCount(0);
    await expect(li.getByRole('button', { name: '插入行' })).toBeVisible();

    await stopNewestLink(wang);
    await expect(li.getByRole('alert')).toContainText('链接已停用', { timeout: SOON });
    await other.goto(await makeLink(wang, '王芳', '可批注'));
    await expect(banner(li)).toContainText('可批注');
    await expect(li.getByRole('button', { name: '插入行' })).toHaveCount(0);
  }
);

test(
  'what a device noted of its role counts no more than what the server answers',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, address } = await workTogether(page, browser, '仅查看');
    const forger = await openLink(browser, address, '赵青');
    await forger.evaluate(async () => {
      const opening = indexedDB.open('jibiao');
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const store = opening.result.transaction('workbooks', 'readwrite').objectStore('workbooks');
      const entries = store.getAll();
      await new Promise((resolve) => (entries.onsuccess = resolve));
      for (const entry of entries.result) {
        store.put({ ...entry, sharing: { ...entry.sharing, role: 'edit' } });
      }
      await new Promise((resolve) => (store.transaction.oncomplete = resolve));
      opening.result.close();
    });

    await forger.reload();

    await expect(banner(forger)).toContainText('仅查看');
    await expect(forger.getByRole('button', { name: '插入行' })).toHaveCount(0);
    await expect(cell(wang, 1, '指标值')).toHaveText('≥12公里');
  }
);
