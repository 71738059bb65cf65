import { expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { createWorkbook } from '#lib/model/create.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { useDesk } from '#tests/support/desk.ts';
import { showSheet, type ShownSheet } from '#tests/support/sheet-alone.ts';
import { disclosureSheet, projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

const desk = useDesk();
const LEVEL2 = 1;
const LEVEL3 = 2;
const TARGET = 4;

/** The words of the items on the screen. */
function offered(): string[] {
  return page
    .getByRole('option')
    .elements()
    .map((item) => item.querySelector('.text')?.textContent ?? '');
}

/** Selects a cell and waits until the keyboard has come to it. */
async function go(shown: ShownSheet, row: number, column: number): Promise<void> {
  await userEvent.click(shown.cell(row, column));
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
}

/** A project sheet whose first indicator has only its levels. */
function begun(): Workbook {
  const sheet = projectSheet('p1');
  const rows = sheet.rows.map((row, at) =>
    at > 0 ? row : { ...row, cells: { level1: '产出指标', level2: '数量指标' } }
  );
  return createWorkbook({ title: '节水', year: 2026, sheets: [{ ...sheet, rows }] });
}

it('opens the second levels of the first level with Alt+↓, and Enter takes the chosen one', async () => {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  await go(shown, 2, LEVEL2);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect
    .poll(offered)
    .toEqual(['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']);
  const editor = document.activeElement!;
  await expect.poll(() => editor.getAttribute('role')).toBe('combobox');
  const chosen = page.getByRole('option', { name: '社会效益指标', selected: true });
  await expect.poll(() => editor.getAttribute('aria-activedescendant')).toBe(chosen.element().id);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => shown.texts('level2')[2]).toBe('生态效益指标');
  expect(offered()).toEqual([]);
});

it('opens by the ▾ of a selected cell, closes with Esc, and takes anything else that is typed', async () => {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  await go(shown, 0, LEVEL2);
  await page.getByRole('button', { name: '打开下拉列表' }).click();
  await expect.poll(offered).toContain('时效指标');
  await userEvent.keyboard('{Escape}');
  await expect.poll(offered).toEqual([]);
  await userEvent.keyboard('其他{Enter}');
  await expect.poll(() => shown.texts('level2')[0]).toBe('其他');
});

it('takes what is pressed with the pointer, and keeps the keyboard in the grid', async () => {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  await go(shown, 0, LEVEL2);
  await page.getByRole('button', { name: '打开下拉列表' }).click();
  await page.getByRole('option', { name: '时效指标' }).click();
  await expect.poll(() => shown.texts('level2')[0]).toBe('时效指标');
  await userEvent.keyboard('{ArrowDown}x{Enter}');
  await expect.poll(() => shown.texts('level2')[1]).toBe('x');
});

it('narrows the list by what is typed, and Tab takes and goes on', async () => {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  await go(shown, 0, LEVEL2);
  await userEvent.keyboard('成本');
  await expect.poll(offered).toEqual(['成本指标']);
  await userEvent.keyboard('{Tab}x{Enter}');
  await expect.poll(() => shown.texts('level2')[0]).toBe('成本指标');
  await expect.poll(() => shown.texts('level3')[0]).toBe('x');
});

it('offers the sign of a target, and its units after the number', async () => {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  await go(shown, 1, TARGET);
  await userEvent.keyboard('{Delete}{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(() => offered()[0]).toBe('≥');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('98');
  await expect.poll(() => offered()[0]).toBe('≥98%');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown.texts('target')[1]).toBe('≥98%');
});

it('suggests indicators of the other workbooks and fills the empty cells of the row in one step', async () => {
  const last = createWorkbook({ title: '去年', year: 2025, sheets: [projectSheet('p9')] });
  await desk.cabinet.add(last, '导入');
  const shown = await showSheet(desk, begun(), 'p1');
  await go(shown, 0, LEVEL3);
  await userEvent.keyboard('长度');
  await expect.poll(() => offered()[0]).toBe('清淤河道长度');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => shown.texts('level3')[0]).toBe('清淤河道长度');
  const cells = ['description', 'target', 'basis'].map((column) => shown.texts(column)[0]);
  expect(cells).toEqual(['全年完成清淤的河道长度', '≥12公里', '年度施工计划']);
  shown.opened.undo();
  expect([shown.texts('level3')[0], shown.texts('target')[0]]).toEqual(['', '']);
});

it('leaves Enter to what was typed unless a suggestion was chosen', async () => {
  const shown = await showSheet(desk, begun(), 'p1');
  await go(shown, 0, LEVEL3);
  await userEvent.keyboard('村庄');
  await expect.poll(() => offered()[0]).toBe('受益村庄数量');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown.texts('level3')[0]).toBe('村庄');
  expect(shown.texts('target')[0]).toBe('');
});

it('leaves the keys of a composition to the input method', async () => {
  const shown = await showSheet(desk, begun(), 'p1');
  await go(shown, 0, LEVEL3);
  const keyboard = cdp();
  const process = { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' } as const;
  const composed = (text: string) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length
    });
  await keyboard.send('Input.dispatchKeyEvent', { ...process, code: 'KeyS' });
  await composed('shou');
  for (const code of ['ArrowDown', 'Enter', 'Digit2']) {
    await keyboard.send('Input.dispatchKeyEvent', { ...process, code });
  }
  expect(shown.texts('level3')[0]).toBe('');
  await keyboard.send('Input.insertText', { text: '受益' });
  await expect.poll(() => offered()[0]).toBe('受益村庄数量');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => shown.texts('level3')[0]).toBe('受益村庄数量');
});

it('suggests nothing where that is switched off', async () => {
  await desk.cabinet.profile.chooseSuggesting(false);
  const shown = await showSheet(desk, begun(), 'p1');
  await go(shown, 0, LEVEL3);
  await userEvent.keyboard('村庄{Enter}');
  await expect.poll(() => shown.texts('level3')[0]).toBe('村庄');
  expect(offered()).toEqual([]);
  await desk.cabinet.profile.chooseSuggesting(true);
});

it('offers the name of a code and fills both', async () => {
  const rows = [
    ['213', '', '1.00', '1.00', ''],
    ['', '', '', '', '']
  ];
  const sheet = disclosureSheet('d1', 'general-public-expenditure', rows);
  const shown = await showSheet(desk, createWorkbook({ title: '公开', sheets: [sheet] }), 'd1');
  await go(shown, 0, 1);
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(() => offered()[0]).toBe('农林水支出');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown.texts('name')[0]).toBe('农林水支出');
  await go(shown, 1, 0);
  await userEvent.keyboard('2130305{ArrowDown}{Enter}');
  await expect.poll(() => shown.texts('name')[1]).toBe('水利工程建设');
});
