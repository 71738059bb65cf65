import { expect, test } from '#tests/support/fixtures.ts';
import { workTogether } from '#tests/support/sharing.ts';
import {
  cell,
  column,
  currentCell,
  expectSynced,
  outlineEntry,
  typeInto
} from '#tests/support/workbook-page.ts';

test('a row that one person edited while another deleted it is set apart in the bin and comes back', async ({
  page,
  browser
}) => {
  const { wang, li } = await workTogether(page, browser);
  for (const one of [wang, li]) await outlineEntry(one, /^1/).click();
  const rows = await column(wang, '三级指标').count();
  const below = await cell(wang, 2, '三级指标').innerText();
  await li.context().setOffline(true);
  await typeInto(li, cell(li, 1, '三级指标'), '离线写的');
  await cell(wang, 1, '三级指标').click();
  await currentCell(wang).click({ button: 'right' });
  await wang.getByRole('menuitem', { name: '删除行' }).click();
  await expect(cell(wang, 1, '三级指标')).toHaveText(below);
  await li.context().setOffline(false);
  await expectSynced(li);
  await expect(cell(li, 1, '三级指标')).toHaveText(below);

  await li.getByRole('tab', { name: '历史' }).click();
  await li.getByRole('button', { name: '回收站 1' }).click();
  const bin = li.getByRole('dialog', { name: '回收站' });
  const met = bin.getByRole('region', { name: '删除的同时有人在修改' });
  await expect(met.getByRole('listitem')).toContainText('离线写的');
  await expect(met.getByRole('listitem')).toContainText(/王芳.*删除，我.*修改过/);
  await met.getByRole('button', { name: '恢复', exact: true }).click();
  await expect(bin.getByText('回收站是空的')).toBeVisible();
  await bin.getByRole('button', { name: '关闭' }).click();
  await expect(cell(li, 1, '三级指标')).toHaveText('离线写的');
  await expect(cell(wang, 1, '三级指标')).toHaveText('离线写的');
  await expect(column(wang, '三级指标')).toHaveCount(rows);

  await li.keyboard.press('Control+z');
  await expect(cell(li, 1, '三级指标')).toHaveText(below);
});
