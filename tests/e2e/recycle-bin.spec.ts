import type { Page } from '@playwright/test';
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

test(
  'a row that one person edited while another deleted it is set apart in the bin and comes back',
  { tag: '@long' },
  async ({ page, browser }) => {
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
    await bin.getByRole('button', { name: '关闭', exact: true }).click();
    await expect(cell(li, 1, '三级指标')).toHaveText('离线写的');
    await expect(cell(wang, 1, '三级指标')).toHaveText('离线写的');
    await expect(column(wang, '三级指标')).toHaveCount(rows);

    await li.keyboard.press('Control+z');
    await expect(cell(li, 1, '三级指标')).toHaveText(below);
  }
);

test(
  'when one person deletes every sheet, another brings all back after a reload',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    const outline = (one: Page) => one.getByRole('navigation', { name: '目录' });
    const before = await outline(wang).innerText();
    const sheets = outline(wang).getByRole('button', { name: /^(\d\.|[一二三]、)/ });
    for (let left = await sheets.count(); left > 0; left--) {
      await sheets.first().click({ button: 'right' });
      await wang.getByRole('menuitem', { name: '删除' }).click();
      await expect(sheets).toHaveCount(left - 1);
    }
    await expectSynced(wang);
    await li.reload();
    await expect(outline(li).getByRole('button', { name: /^1/ })).toHaveCount(0);

    await li.getByRole('tab', { name: '历史' }).click();
    await li.getByRole('button', { name: '回收站 7' }).click();
    const bin = li.getByRole('dialog', { name: '回收站' });
    await expect(bin.getByText(/王芳.*删除/)).toHaveCount(7);
    await bin.getByRole('button', { name: '全选' }).click();
    await bin.getByRole('button', { name: '恢复选中的 7 项' }).click();
    await bin.getByRole('button', { name: '关闭', exact: true }).click();
    await expect.poll(() => outline(li).innerText()).toBe(before);
    await expect.poll(() => outline(wang).innerText()).toBe(before);
  }
);
