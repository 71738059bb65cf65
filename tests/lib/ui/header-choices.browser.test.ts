import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fieldText, findSheet } from '#lib/model/workbook.ts';
import { useDesk } from '#tests/support/desk.ts';
import { showSheet, type ShownSheet } from '#tests/support/sheet-alone.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

const desk = useDesk();

const field = ({ opened }: ShownSheet, sheet: string, name: string) =>
  fieldText(findSheet(opened.workbook, sheet)!, name);
const options = () =>
  page
    .getByRole('option')
    .elements()
    .map((option) => option.textContent?.trim());

it('offers the units of money by the arrow, and writes the one that is pressed as one edit', async () => {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  const unit = page.getByRole('combobox', { name: '金额单位' });
  await userEvent.hover(unit);
  const arrow = unit.element().parentElement!.querySelector('button')!;
  await userEvent.click(arrow);
  expect(options()).toEqual(['万元', '元', '亿元']);
  expect(document.activeElement).toBe(unit.element());
  await userEvent.click(page.getByRole('option', { name: '亿元' }));
  expect(field(shown, 'p1', 'moneyUnit')).toBe('亿元');
  expect(shown.opened.undoLabel).toBe('修改金额单位');
  expect(options()).toEqual([]);
});

it('opens with Alt+↓, chooses with arrows and Enter, and closes with Esc or with typing', async () => {
  const shown = await showSheet(desk, workbookOfAllKinds(), 'd2');
  await userEvent.click(page.getByRole('combobox', { name: '金额单位' }));
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect
    .element(page.getByRole('option', { name: '万元', selected: true }))
    .toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(field(shown, 'd2', 'moneyUnit')).toBe('元');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}{Escape}');
  expect(options()).toEqual([]);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}{Control>}a{/Control}千元');
  expect(options()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(field(shown, 'd2', 'moneyUnit')).toBe('千元');
});

it('offers the units of the office that the workbook names, and its year', async () => {
  await showSheet(desk, workbookOfAllKinds(), 'd2');
  for (const [name, expected] of [
    ['单位编码', '405001'],
    ['单位名称', '青泉县水务局'],
    ['年度', '2026']
  ] as const) {
    await userEvent.click(page.getByRole('combobox', { name }));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(options()).toEqual([expected]);
  }
});
