import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { compose } from '#tests/support/input-method.ts';
import { expectArrived, renameSheet, workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  column,
  expectKeyboardInGrid,
  expectSynced,
  outlineEntry,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

const ROWS = ['清淤河道长度', '工程验收合格率（%）', '清淤总成本', '完工时间', '河道水质'];
const LAST_ROW = '沿河居民满意度';

async function expectRows(page: Page, rows: readonly string[]): Promise<void> {
  await expect(column(page, '三级指标')).toHaveText([...rows]);
}

test('two people fill different cells and see each other in them', async ({ page, browser }) => {
  const { wang, li } = await workTogether(page, browser);

  await typeInto(wang, cell(wang, 1, '绩效指标描述'), '王芳写的描述');
  await typeInto(li, cell(li, 2, '绩效指标描述'), '李明写的描述');
  for (const each of [wang, li]) {
    await expect(cell(each, 1, '绩效指标描述')).toHaveText('王芳写的描述');
    await expect(cell(each, 2, '绩效指标描述')).toHaveText('李明写的描述');
  }

  await cell(li, 4, '指标值').click();
  await expect(cell(wang, 4, '指标值')).toHaveAttribute('data-peer', '李明');
  await expect(statusLine(wang)).toContainText('2 人在线');
  await wang.getByRole('button', { name: '2 人在线：王芳、李明' }).click();
  const peers = wang.getByRole('list', { name: '成员' });
  await expect(peers).toContainText('王芳（我）');
  await expect(peers.getByRole('button')).toContainText('第 4 行 指标值');

  await li.getByLabel('预算数').focus();
  await expect(peers.getByRole('button')).toContainText('预算数');
  await outlineEntry(li, '3.巡河员4人劳务费').click();
  await peers.getByRole('button').click();
  await expect(wang.getByLabel('表名')).toHaveValue('巡河员4人劳务费绩效目标表');

  await li.context().close();
  await expect(peers.getByRole('listitem')).toHaveCount(1);
});

test('edits made without a network merge, also in the same cell', async ({ page, browser }) => {
  const { wang, li } = await workTogether(page, browser);
  for (const each of [wang, li]) {
    await each.context().setOffline(true);
    await expect(statusLine(each)).toContainText('离线，可继续编辑');
  }

  await typeInto(wang, cell(wang, 1, '指标值'), '≥13公里');
  await typeInto(li, cell(li, 1, '指标值'), '≥14公里');
  await typeInto(wang, cell(wang, 5, '指标值'), '达到Ⅱ类');
  await typeInto(li, cell(li, 6, '指标值'), '≥92%');
  for (const each of [wang, li]) {
    await expect(statusLine(each)).toContainText(/离线，可继续编辑 · 待发送 \d+/);
    await expect(statusLine(each)).toContainText('已存本机');
  }
  await expect(cell(wang, 6, '指标值')).toHaveText('≥90%');

  for (const each of [wang, li]) await each.context().setOffline(false);
  for (const each of [wang, li]) {
    await expectSynced(each);
    await expect(cell(each, 5, '指标值')).toHaveText('达到Ⅱ类');
    await expect(cell(each, 6, '指标值')).toHaveText('≥92%');
  }
  const [kept] = await cell(wang, 1, '指标值').allTextContents();
  expect(['≥13公里', '≥14公里']).toContain(kept);
  await expect(cell(li, 1, '指标值')).toHaveText(kept!);

  const [lost] = ['≥13公里', '≥14公里'].filter((text) => text !== kept);
  for (const each of [wang, li]) {
    await each.getByRole('tab', { name: '历史 1' }).click();
    await expect(each.getByRole('region', { name: '同格冲突' })).toContainText(lost!);
  }
  await wang.getByRole('button', { name: /^采用/ }).click();
  for (const each of [wang, li]) {
    await expect(cell(each, 1, '指标值')).toHaveText(lost!);
    await expect(each.getByRole('region', { name: '同格冲突' })).toBeHidden();
  }
});

test(
  'rows inserted and deleted at the same time stand alike on both sides',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await cell(wang, 2, '三级指标').click();
    await cell(li, 5, '三级指标').click();

    await Promise.all([
      wang.getByRole('button', { name: '插入行' }).click(),
      li.getByRole('button', { name: '删除行' }).click()
    ]);

    const merged = [...ROWS.slice(0, 2), '', ...ROWS.slice(2, 4), LAST_ROW];
    for (const each of [wang, li]) await expectRows(each, merged);
    await typeInto(wang, cell(wang, 3, '三级指标'), '疏浚土方量');
    await expect(cell(li, 3, '三级指标')).toHaveText('疏浚土方量');
  }
);

test('prose that both type into at once keeps every letter of both', async ({ page, browser }) => {
  const { wang, li } = await workTogether(page, browser);
  for (const each of [wang, li]) await outlineEntry(each, '三、工作保障措施').click();
  const body = (each: Page) => each.getByRole('textbox', { name: '正文' });
  const before = await body(wang).inputValue();
  await body(wang).press('Control+Home');
  await body(li).press('Control+End');

  await Promise.all([
    wang.keyboard.type('王芳在开头写的一句话。', { delay: 60 }),
    li.keyboard.type('李明在末尾写的一句话。', { delay: 60 })
  ]);

  const merged = `王芳在开头写的一句话。${before}李明在末尾写的一句话。`;
  for (const each of [wang, li]) await expect(body(each)).toHaveValue(merged);
  await expect(wang.getByText('李明 也在这里')).toBeVisible();
});

test(
  'a row inserted above leaves what I am typing in its row',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await cell(wang, 5, '绩效指标描述').click();
    await expectKeyboardInGrid(wang);
    await compose(wang, '正在写');

    await cell(li, 2, '三级指标').click();
    await li.getByRole('button', { name: '插入行' }).click();
    await renameSheet(li, '已插入一行');
    await expectArrived(wang, '已插入一行');
    await compose(wang, '的描述');
    await wang.keyboard.press('Enter');

    for (const each of [wang, li]) {
      await expect(cell(each, 6, '三级指标')).toHaveText('河道水质');
      await expect(cell(each, 6, '绩效指标描述')).toHaveText('正在写的描述');
      await expect(cell(each, 5, '绩效指标描述')).toHaveText('清淤工程完工的日期');
    }
  }
);

test(
  'what I type into a row that is deleted meanwhile is offered back',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await cell(wang, 4, '绩效指标描述').click();
    await expectKeyboardInGrid(wang);
    await compose(wang, '不能丢的文字');

    await cell(li, 4, '三级指标').click();
    await li.getByRole('button', { name: '删除行' }).click();
    await renameSheet(li, '已删除一行');
    await expectArrived(wang, '已删除一行');
    await wang.keyboard.press('Enter');

    const notice = wang.getByRole('status').filter({ hasText: '您输入的“不能丢的文字”没有写入' });
    await expect(notice.getByRole('button', { name: '复制' })).toBeVisible();
    for (const each of [wang, li]) await expectRows(each, [...ROWS.toSpliced(3, 1), LAST_ROW]);
  }
);

test(
  'a stopped link says so to the one who used it, whose copy stays',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li, address } = await workTogether(page, browser);
    await wang.getByRole('button', { name: '生成同步链接' }).click();
    const live = wang.getByRole('list', { name: '正在使用的链接' });
    await live.getByRole('button', { name: '停用' }).click();
    await live.getByRole('button', { name: '确定停用' }).click();
    await expect(live).toBeHidden();
    await wang.getByRole('button', { name: '关闭', exact: true }).click();

    await expect(statusLine(li)).toContainText('链接已停用');
    await expectRows(li, [...ROWS, LAST_ROW]);
    await typeInto(wang, cell(wang, 1, '指标值'), '≥15公里');
    await expectSynced(wang);
    await expect(cell(li, 1, '指标值')).toHaveText('≥12公里');

    await li.goto(address);
    await expect(li.getByRole('alert')).toContainText('链接已停用');
  }
);

test('undo takes back my edits only, and says so where a colleague was faster', async ({
  page,
  browser
}) => {
  const { wang, li } = await workTogether(page, browser);
  await typeInto(wang, cell(wang, 1, '指标值'), '≥31公里');
  await expect(cell(li, 1, '指标值')).toHaveText('≥31公里');
  await typeInto(li, cell(li, 1, '指标值'), '≥32公里');
  await typeInto(li, cell(li, 2, '指标值'), '≥94%');
  await expect(cell(wang, 2, '指标值')).toHaveText('≥94%');

  await wang.getByRole('button', { name: '撤销', exact: true }).click();

  await expect(wang.getByText('这一步已被同事改动，保留同事的内容，未撤销')).toBeVisible();
  await expect(cell(wang, 1, '指标值')).toHaveText('≥32公里');
  await expect(cell(wang, 2, '指标值')).toHaveText('≥94%');
  await li.keyboard.press('Control+z');
  await li.keyboard.press('Control+z');
  await expect(cell(wang, 1, '指标值')).toHaveText('≥31公里');
});
