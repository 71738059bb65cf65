import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { useDesk } from '#tests/support/desk.ts';
import { showSheet, type ShownSheet } from '#tests/support/sheet-alone.ts';

const desk = useDesk();

/** A free sheet with these texts in its first columns, and five rows. */
async function sheetWith(texts: Readonly<Record<string, readonly string[]>>): Promise<ShownSheet> {
  const columns = ['A', 'B', 'C'].map((id) => ({ id, title: '' }));
  const rows = [0, 1, 2, 3, 4].map((at) => {
    const cells = Object.entries(texts).map(([column, given]) => [column, given[at] ?? '']);
    return createRow(Object.fromEntries(cells), `f1-r${at + 1}`);
  });
  const sheet = createSheet('free', { id: 'f1', title: '进度', columns, rows });
  return showSheet(desk, createWorkbook({ title: '进度', sheets: [sheet] }), 'f1');
}

/** Selects cells from one corner to another. */
async function select(shown: ShownSheet, from: HTMLElement, to = from): Promise<void> {
  await userEvent.click(from);
  if (to !== from) await userEvent.dragAndDrop(from, to);
  await expect
    .poll(() => shown.cell(0, 0).closest('table')?.querySelector('.current'))
    .not.toBeNull();
}

/** Drags the handle of the selection to a cell. */
async function dragHandle(to: HTMLElement): Promise<void> {
  const corner = [...document.querySelectorAll<HTMLElement>('.ht_master .wtBorder.corner')].find(
    ({ style }) => style.display !== 'none'
  );
  await userEvent.dragAndDrop(corner!, to);
}

it('counts on from two numbers to where the handle is dragged, in one step', async () => {
  const shown = await sheetWith({ A: ['1', '3'] });
  await select(shown, shown.cell(0, 0), shown.cell(1, 0));
  await dragHandle(shown.cell(4, 0));
  await expect.poll(() => shown.texts('A')).toEqual(['1', '3', '5', '7', '9']);
  shown.opened.undo();
  expect(shown.texts('A')).toEqual(['1', '3', '', '', '']);
});

it('counts upwards, and across', async () => {
  const shown = await sheetWith({ A: ['', '', '', '第3批', '第4批'] });
  await select(shown, shown.cell(3, 0), shown.cell(4, 0));
  await dragHandle(shown.cell(1, 0));
  await expect.poll(() => shown.texts('A')).toEqual(['', '第1批', '第2批', '第3批', '第4批']);
  await select(shown, shown.cell(1, 0));
  await dragHandle(shown.cell(1, 2));
  await expect.poll(() => shown.texts('C')[1]).toBe('第3批');
});

it('copies a single number, counts with Ctrl, and makes the one the other by its chip', async () => {
  const shown = await sheetWith({ A: ['5'], B: ['5'] });
  await select(shown, shown.cell(0, 0));
  await dragHandle(shown.cell(2, 0));
  await expect.poll(() => shown.texts('A').slice(0, 3)).toEqual(['5', '5', '5']);
  await page.getByRole('radio', { name: '填充序列' }).click();
  await expect.poll(() => shown.texts('A').slice(0, 3)).toEqual(['5', '6', '7']);
  shown.opened.undo();
  await expect.poll(() => shown.texts('A')).toEqual(['5', '', '', '', '']);
  await select(shown, shown.cell(0, 1));
  await userEvent.keyboard('{Control>}');
  await dragHandle(shown.cell(2, 1));
  await userEvent.keyboard('{/Control}');
  await expect.poll(() => shown.texts('B').slice(0, 3)).toEqual(['5', '6', '7']);
});

it('fills the rest of a selection by 填充序列 in the menu', async () => {
  const shown = await sheetWith({ A: ['2026年1月'] });
  await select(shown, shown.cell(0, 0), shown.cell(3, 0));
  await userEvent.keyboard('{Shift>}{F10}{/Shift}');
  await page.getByRole('menuitem', { name: '填充序列' }).click();
  await expect
    .poll(() => shown.texts('A').slice(0, 4))
    .toEqual(['2026年1月', '2026年2月', '2026年3月', '2026年4月']);
});
