import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TableDesk } from '#tests/support/table-desk.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

let desk: TableDesk;
afterEach(() => desk.close());

describe('a table', () => {
  it('turns typing into an edit and shows it when it comes back', async () => {
    desk = new TableDesk();
    await desk.select('p1-r1');
    await userEvent.keyboard('≥20公里{Enter}');
    expect(desk.text('p1-r1')).toBe('≥20公里');
    await vi.waitFor(() => expect(desk.shown('target')[0]).toBe('≥20公里'));
    expect(desk.edits).toHaveLength(1);
  });

  it('loses no letter of what is typed on right after Tab or Enter', async () => {
    desk = new TableDesk();
    await desk.select('p1-r1', 'level3');
    await userEvent.keyboard('one{Tab}two{Tab}three{Enter}four{Enter}five{Enter}');
    expect(['level3', 'description', 'target'].map((column) => desk.text('p1-r1', column))).toEqual(
      ['one', 'two', 'three']
    );
    expect(desk.texts('level3')).toEqual(['one', 'four', 'five']);
  });

  it('prints a first level once per run', () => {
    desk = new TableDesk();
    expect(desk.shown('level1')).toEqual(['产出指标', '', '效益指标']);
  });

  it('is one cell still where a merged first level was cleared and is typed anew', async () => {
    desk = new TableDesk();
    await desk.select('p1-r2', 'level1');
    await userEvent.keyboard('{Delete}');
    expect(desk.texts('level1')).toEqual(['', '', '效益指标']);
    await desk.select('p1-r1', 'level1');
    await userEvent.keyboard('成本指标{Enter}');
    expect(desk.texts('level1')).toEqual(['成本指标', '成本指标', '效益指标']);
  });

  it('clears a selection with Delete in one edit', async () => {
    desk = new TableDesk();
    await desk.select('p1-r1');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    expect([desk.text('p1-r1'), desk.text('p1-r2')]).toEqual(['', '']);
    expect(desk.edits).toHaveLength(1);
  });

  it('that is only shown makes no edit of keys, paste, cut or a double click', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1', { readOnly: true });
    desk.table.goTo({ row: 'p1-r1', column: 'target' }, true);
    const cell = page.getByText('≥12公里', { exact: true }).first();
    await expect.element(cell).not.toHaveClass('htDimmed');
    await userEvent.dblClick(cell);
    await userEvent.keyboard('9{Enter}{F2}9{Escape}{Delete}{Backspace}{Control>}d{/Control}');
    await userEvent.click(cell);
    await userEvent.copy();
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.paste();
    await userEvent.cut();
    expect(desk.table.editing).toBe(false);
    expect(desk.edits).toEqual([]);
    desk.remote({ do: 'cell', row: 'p1-r1', column: 'target', text: '≥13公里' });
    await vi.waitFor(() => expect(desk.shown('target')[0]).toBe('≥13公里'));
  });

  it('paints what a colleague changes in selected cells, also in columns that stay in sight', async () => {
    desk = new TableDesk();
    desk.table.freeze(1);
    await desk.select('p1-r1');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    const { area } = desk;
    desk.remote(
      { do: 'cell', row: 'p1-r3', column: 'target', text: '≥20个' },
      { do: 'cell', row: 'p1-r3', column: 'level1', text: '成本指标' }
    );
    expect(desk.shown('target')).toEqual(['≥12公里', '≥95%', '≥20个']);
    expect(desk.area).toBe(area);
    const beside = [...document.querySelectorAll('.ht_clone_inline_start tbody tr')];
    expect(beside.map((row) => row.querySelector('td')?.textContent)).toEqual([
      '产出指标',
      '',
      '成本指标'
    ]);
  });

  it('writes into the right row when a colleague inserts one above while I type', async () => {
    desk = new TableDesk();
    await desk.select('p1-r2');
    await userEvent.keyboard('≥9');
    const rows = [{ id: 'new', cells: { target: '新行' } }];
    desk.remote({ do: 'insert', sheet: 'p1', after: null, rows });
    await userEvent.keyboard('6%{Enter}');
    expect(desk.text('p1-r2')).toBe('≥96%');
    expect(desk.text('new')).toBe('新行');
    await vi.waitFor(() =>
      expect(desk.shown('target')).toEqual(['新行', '≥12公里', '≥96%', '≥18个'])
    );
  });

  it('shows what waited when the editor is left with Esc', async () => {
    desk = new TableDesk();
    await desk.select('p1-r2');
    await userEvent.keyboard('≥9');
    desk.remote({ do: 'delete', rows: ['p1-r1'] });
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(desk.shown('target')).toEqual(['≥95%', '≥18个']));
    expect(desk.edits).toEqual([]);
  });

  it('offers the text back that was typed into a row which a colleague has deleted', async () => {
    desk = new TableDesk();
    await desk.select('p1-r2');
    await userEvent.keyboard('≥97%');
    desk.remote({ do: 'delete', rows: ['p1-r2'] });
    await userEvent.keyboard('{Enter}');
    expect(desk.lost).toEqual(['≥97%']);
    await vi.waitFor(() => expect(desk.shown('target')).toEqual(['≥12公里', '≥18个']));
  });

  it('keeps the selection on its row when rows above it come and go', async () => {
    desk = new TableDesk();
    await desk.select('p1-r2');
    desk.remote({ do: 'delete', rows: ['p1-r1'] });
    await userEvent.keyboard('x{Enter}');
    expect(desk.text('p1-r2')).toBe('x');
  });

  it('edits with F2 what a colleague has just written into the selected cell', async () => {
    desk = new TableDesk();
    await desk.select('p1-r1');
    desk.remote({ do: 'cell', row: 'p1-r1', column: 'target', text: '≥30' });
    await vi.waitFor(() => expect(desk.shown('target')[0]).toBe('≥30'));
    await userEvent.keyboard('{F2}公里{Enter}');
    expect(desk.text('p1-r1')).toBe('≥30公里');
  });

  it('edits with F2 a row that a colleague has just put in', async () => {
    desk = new TableDesk();
    const rows = [{ id: 'new', cells: { target: '≥40' } }];
    desk.remote({ do: 'insert', sheet: 'p1', after: 'p1-r1', rows });
    await desk.select('new');
    await userEvent.keyboard('{F2}人{Enter}');
    expect(desk.text('new')).toBe('≥40人');
  });

  it('takes its first row in after all others have gone', async () => {
    desk = new TableDesk();
    desk.remote({ do: 'delete', rows: ['p1-r1', 'p1-r2', 'p1-r3'] });
    await vi.waitFor(() => expect(desk.shown('target')).toEqual([]));
    const rows = [{ id: 'new', cells: { target: '≥1' } }];
    desk.remote({ do: 'insert', sheet: 'p1', after: null, rows });
    await vi.waitFor(() => expect(desk.shown('target')).toEqual(['≥1']));
  });

  it('hands in what is being typed when it ends', async () => {
    desk = new TableDesk();
    await desk.select('p1-r1');
    await userEvent.keyboard('abc');
    desk.table.destroy();
    expect(desk.text('p1-r1')).toBe('abc');
    desk = new TableDesk();
  });

  it('puts moved rows where they belong', async () => {
    desk = new TableDesk();
    desk.remote({ do: 'move', rows: ['p1-r3'], sheet: 'p1', after: null });
    await vi.waitFor(() => expect(desk.shown('target')).toEqual(['≥18个', '≥12公里', '≥95%']));
  });

  it('shows text as text, whatever it looks like', async () => {
    desk = new TableDesk();
    const text = '<img src=x onerror="window.broken = true">';
    desk.remote({ do: 'cell', row: 'p1-r1', column: 'target', text });
    await vi.waitFor(() => expect(desk.shown('target')[0]).toBe(text));
    expect(document.querySelector('img[src=x]')).toBeNull();
  });
});

describe('a table of another kind', () => {
  const workbook = workbookOfAllKinds();

  it('has the headings of its form in two rows, and its numbers under 序号', () => {
    desk = new TableDesk(workbook, 'd1');
    expect(desk.headings).toEqual(['收入', '支出', '序号', '项目', '预算数', '项目', '预算数']);
  });

  it('is edited by row and column of its own', async () => {
    desk = new TableDesk(workbook, 'd1');
    await desk.select('d1-r2', 'expenditureItem');
    await userEvent.keyboard('二、水利支出{Tab}12.00{Enter}');
    expect(desk.text('d1-r2', 'expenditureItem')).toBe('二、水利支出');
    expect(desk.text('d1-r2', 'expenditureBudget')).toBe('12.00');
  });

  it('goes to the first cell of a row that has no target', async () => {
    desk = new TableDesk(workbook, 'b1');
    desk.table.goTo({ row: 'b1-r2' }, true);
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('步道{Enter}');
    expect(desk.text('b1-r2', 'item')).toBe('步道');
  });

  it('sets amounts at the right and the name of a 项 two levels in', () => {
    desk = new TableDesk(workbook, 'd2');
    const cells = [...document.querySelectorAll<HTMLElement>('.ht_master tbody tr:last-child td')];
    expect(cells[0]!.className).toBe('');
    expect(cells[1]!.className).toContain('cell-indent-2');
    expect(getComputedStyle(cells[2]!).textAlign).toBe('right');
  });

  it('takes the titles of a paper for text, whatever they look like', () => {
    const title = '<img src=x onerror="window.broken = true"> &amp; 合计';
    const sheets = workbook.sheets.map((sheet) =>
      sheet.id === 'f1' ? { ...sheet, columns: [{ id: 'A', title }] } : sheet
    );
    desk = new TableDesk({ ...workbook, sheets }, 'f1');
    expect(desk.headings).toEqual(['序号', title]);
    expect(document.querySelector('img[src=x]')).toBeNull();
  });
});
