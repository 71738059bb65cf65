import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useDesk } from '#tests/support/desk.ts';
import { showSheet } from '#tests/support/sheet-alone.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const desk = useDesk();

it('a screen reader hears column, row, text and problems of the selected cell', async () => {
  const { opened, cell } = await showSheet(desk, smallWorkbook(), 'p1');
  await userEvent.click(cell(0, 4));
  const first = page.getByRole('textbox', { name: '指标值 第 1 行' });
  await expect.element(first).toHaveFocus();
  await expect.element(first).toHaveValue('≥12公里');

  await userEvent.keyboard('1002023年6月30日{Enter}');
  const second = page.getByRole('textbox', { name: '指标值 第 2 行' });
  await expect.element(second).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await opened.checking.now();
  await expect.element(first).toHaveAttribute('aria-description', expect.stringContaining('日期'));
  await expect
    .element(page.getByRole('columnheader', { name: '指标值', exact: true }))
    .toBeVisible();
});
