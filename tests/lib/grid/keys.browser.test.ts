import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FORM_COLUMNS } from '#lib/grid/columns.ts';
import { freeWorkbook } from '#tests/support/free-workbook.ts';
import { TableDesk } from '#tests/support/table-desk.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

/** Blocks of cells with gaps between them, to jump over. */
const BLOCKS = ['a b c d', 'a . c d', 'a b . d', '. b . d', '. b . d', 'a b c d'];

let desk: TableDesk;
// Wide enough for the whole table, so that no drag has to scroll.
beforeAll(() => page.viewport(1000, 700));
afterEach(() => desk.close());

/** A desk whose keyboard is in a cell, such as `r2/B`. */
async function deskAt(cell: string, rows = BLOCKS): Promise<void> {
  desk = new TableDesk(freeWorkbook(...rows), 'f');
  const [row, column] = cell.split('/');
  await desk.select(row!, column!);
}

/** Keys by themselves, or with what is held: `Control+Shift+End`. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const held = key.split('+');
    const last = held.pop()!;
    const name = last.length === 1 ? last : `{${last}}`;
    await userEvent.keyboard(
      held.map((one) => `{${one}>}`).join('') + name + held.map((one) => `{/${one}}`).join('')
    );
  }
}

describe('the selected cell moves', () => {
  it.each([
    ['ArrowDown', 'r3/B'],
    ['ArrowUp', 'r1/B'],
    ['ArrowLeft', 'r2/A'],
    ['ArrowRight', 'r2/C'],
    ['Tab', 'r2/C'],
    ['Shift+Tab', 'r2/A'],
    ['Enter', 'r3/B'],
    ['Shift+Enter', 'r1/B'],
    ['Home', 'r2/A'],
    ['End', 'r2/D'],
    ['Control+Home', 'r1/A'],
    ['Control+End', 'r6/D'],
    ['Control+ArrowDown', 'r3/B'],
    ['Control+ArrowUp', 'r1/B'],
    ['Control+ArrowLeft', 'r2/A'],
    ['Control+ArrowRight', 'r2/C'],
    ['PageDown', 'r6/B'],
    ['PageUp', 'r1/B']
  ])('by %s', async (key, expected) => {
    await deskAt('r2/B');
    await press(key);
    expect(desk.at).toBe(expected);
  });

  it.each([
    ['r1/A', 'Control+ArrowDown', 'r3/A'],
    ['r3/A', 'Control+ArrowDown', 'r6/A'],
    ['r6/A', 'Control+ArrowUp', 'r3/A'],
    ['r1/A', 'Control+ArrowRight', 'r1/D'],
    ['r2/A', 'Control+ArrowRight', 'r2/C'],
    ['r4/B', 'Control+ArrowRight', 'r4/D'],
    ['r4/D', 'Control+ArrowLeft', 'r4/B'],
    ['r4/B', 'Control+ArrowLeft', 'r4/A']
  ])('from %s by %s to the edge of what is filled', async (from, key, expected) => {
    await deskAt(from);
    await press(key);
    expect(desk.at).toBe(expected);
  });

  it.each([
    ['r1/D', 'ArrowRight'],
    ['r2/A', 'ArrowLeft'],
    ['r1/B', 'ArrowUp'],
    ['r6/B', 'ArrowDown'],
    ['r6/B', 'Enter'],
    ['r1/B', 'Shift+Enter'],
    ['r6/B', 'PageDown'],
    ['r1/B', 'PageUp']
  ])('from %s nowhere by %s', async (from, key) => {
    await deskAt(from);
    await press(key);
    expect(desk.at).toBe(from);
  });

  it('by Tab from the end of a row to the next one', async () => {
    await deskAt('r2/D');
    await press('Tab');
    expect(desk.at).toBe('r3/A');
    await press('Shift+Tab');
    expect(desk.at).toBe('r2/D');
  });
});

describe('Enter after Tab', () => {
  it('returns to the column where the tabbing began', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('x{Tab}y{Tab}z{Enter}');
    expect(desk.at).toBe('r2/B');
    await press('Tab', 'Tab', 'Enter');
    expect(desk.at).toBe('r3/B');
  });

  it('returns also where a colleague has put a row in meanwhile', async () => {
    await deskAt('r1/B');
    await press('Tab', 'Tab');
    desk.remote({ do: 'insert', sheet: 'f', after: null, rows: [{ id: 'new', cells: {} }] });
    await press('Enter');
    expect(desk.at).toBe('r2/B');
  });

  it('stays in its column once another cell was chosen', async () => {
    await deskAt('r1/A');
    await press('Tab', 'Tab', 'ArrowDown', 'Enter');
    expect(desk.at).toBe('r3/C');
  });
});

describe('the selection grows', () => {
  it.each([
    ['Shift+ArrowDown', 'r2/B…r3/B'],
    ['Shift+ArrowUp', 'r1/B…r2/B'],
    ['Shift+ArrowLeft', 'r2/A…r2/B'],
    ['Shift+ArrowRight', 'r2/B…r2/C'],
    ['Shift+Home', 'r2/A…r2/B'],
    ['Shift+End', 'r2/B…r2/D'],
    ['Shift+PageDown', 'r2/B…r6/B'],
    ['Shift+PageUp', 'r1/B…r2/B'],
    ['Control+Shift+ArrowDown', 'r2/B…r3/B'],
    ['Control+Shift+ArrowUp', 'r1/B…r2/B'],
    ['Control+Shift+ArrowLeft', 'r2/A…r2/B'],
    ['Control+Shift+ArrowRight', 'r2/B…r2/C'],
    ['Control+Shift+Home', 'r1/A…r2/B'],
    ['Control+Shift+End', 'r2/B…r6/D'],
    ['Control+a', 'r1/A…r6/D'],
    ['Shift+Space', 'r2/A…r2/D'],
    ['Control+Space', 'r1/B…r6/B']
  ])('by %s', async (key, expected) => {
    await deskAt('r2/B');
    await press(key);
    expect(desk.area).toBe(expected);
    expect(desk.at).toBe('r2/B');
  });

  it('by Ctrl+Shift+arrows again and again, and shrinks the same way', async () => {
    await deskAt('r1/A');
    await press('Control+Shift+ArrowDown', 'Control+Shift+ArrowDown');
    expect(desk.area).toBe('r1/A…r6/A');
    await press('Control+Shift+ArrowUp');
    expect(desk.area).toBe('r1/A…r3/A');
  });

  it('and Enter and Tab move within it', async () => {
    await deskAt('r1/A');
    await press('Shift+ArrowRight', 'Shift+ArrowDown');
    const way: string[] = [];
    for (const key of ['Enter', 'Enter', 'Enter', 'Enter', 'Tab', 'Tab', 'Shift+Tab']) {
      await press(key);
      way.push(desk.at);
    }
    expect(way).toEqual(['r2/A', 'r1/B', 'r2/B', 'r1/A', 'r1/B', 'r2/A', 'r1/B']);
    expect(desk.area).toBe('r1/A…r2/B');
    await userEvent.keyboard('x{Enter}y{Enter}');
    expect([desk.text('r1', 'B'), desk.text('r2', 'B')]).toEqual(['x', 'y']);
  });
});

describe('typing', () => {
  it('replaces what stood in the cell, and an arrow hands it in and moves on', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('xyz{ArrowRight}');
    expect(desk.text('r1', 'B')).toBe('xyz');
    expect(desk.at).toBe('r1/C');
  });

  it('after F2 goes on behind what stands there, and arrows move the caret', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('{F2}yz{ArrowLeft}{ArrowLeft}x{Enter}');
    expect(desk.text('r1', 'B')).toBe('bxyz');
    expect(desk.at).toBe('r2/B');
  });

  it('that has begun is edited after F2, and entered again after another F2', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('yz{F2}{ArrowLeft}{ArrowLeft}x');
    expect(desk.typed).toBe('xyz');
    await userEvent.keyboard('{F2}{ArrowDown}');
    expect(desk.text('r1', 'B')).toBe('xyz');
    expect(desk.at).toBe('r2/B');
  });

  it('begun by a double click is edited, too', async () => {
    await deskAt('r1/B');
    await userEvent.dblClick(document.querySelector('td.current')!);
    await userEvent.keyboard('z{Home}{ArrowLeft}x{Enter}');
    expect(desk.text('r1', 'B')).toBe('xbz');
  });

  it('is edited after a click into it', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('yz');
    await userEvent.click(document.activeElement!);
    await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}x');
    expect(desk.typed).toBe('xyz');
  });

  it('is given up with Esc', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('xyz{Escape}');
    expect(desk.table.editing).toBe(false);
    expect(desk.at).toBe('r1/B');
    expect(desk.edits).toEqual([]);
  });

  it('breaks the line with Alt+Enter', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('x{Alt>}{Enter}{/Alt}y{Enter}');
    expect(desk.text('r1', 'B')).toBe('x\ny');
  });

  it('is handed in with Ctrl+Enter without moving on', async () => {
    await deskAt('r1/B');
    await userEvent.keyboard('xyz{Control>}{Enter}{/Control}');
    expect(desk.text('r1', 'B')).toBe('xyz');
    expect(desk.at).toBe('r1/B');
    expect(desk.table.editing).toBe(false);
  });

  it('fills the selection with Ctrl+Enter in one edit', async () => {
    await deskAt('r1/B');
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    await userEvent.keyboard('x{Control>}{Enter}{/Control}');
    expect([desk.texts('B').slice(0, 3), desk.texts('C').slice(0, 3)]).toEqual([
      ['x', 'x', 'b'],
      ['x', 'x', '']
    ]);
    expect(desk.area).toBe('r1/B…r2/C');
    expect(desk.edits).toHaveLength(1);
  });
});

describe('clearing and filling', () => {
  it('clears the selection with Delete in one edit', async () => {
    await deskAt('r1/A');
    await press('Control+a', 'Delete');
    expect(['A', 'B', 'C', 'D'].flatMap((column) => desk.texts(column)).join('')).toBe('');
    expect(desk.edits).toHaveLength(1);
  });

  it('clears the cell with Backspace and lets it be typed into', async () => {
    await deskAt('r1/B');
    await press('Shift+ArrowDown', 'Backspace');
    expect(desk.typed).toBe('');
    await userEvent.keyboard('x{Enter}');
    expect(desk.text('r1', 'B')).toBe('x');
    await desk.select('r3', 'B');
    await userEvent.keyboard('{Backspace}{Enter}');
    expect(desk.text('r3', 'B')).toBe('');
  });

  it('fills down with Ctrl+D, the first row of the selection or the cell above', async () => {
    await deskAt('r1/A', ['a b', '1 2', '3 4', '5 6']);
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    expect([desk.texts('A'), desk.texts('B')]).toEqual([
      ['a', 'a', 'a', '5'],
      ['b', 'b', 'b', '6']
    ]);
    expect(desk.edits).toHaveLength(1);
    await desk.select('r4', 'B');
    await press('Control+d');
    expect(desk.texts('B')).toEqual(['b', 'b', 'b', 'b']);
  });

  it('fills to the right with Ctrl+R, the first column of the selection or the cell beside', async () => {
    await deskAt('r1/A', ['a 1 2', 'b 3 4', 'c 5 6']);
    await press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+r');
    expect([desk.texts('A'), desk.texts('B')]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', '5']
    ]);
    expect(desk.edits).toHaveLength(1);
    await desk.select('r3', 'C');
    await press('Control+r');
    expect(desk.text('r3', 'C')).toBe('5');
  });

  it('fills downwards by the handle as by the keyboard', async () => {
    await deskAt('r1/A', ['a b c', '1 2 3', '4 5 6']);
    await press('Shift+ArrowRight');
    await userEvent.dragAndDrop(handle(), cellOf('r3', 'B'));
    expect([desk.texts('A'), desk.texts('B'), desk.texts('C')]).toEqual([
      ['a', 'a', 'a'],
      ['b', 'b', 'b'],
      ['c', '3', '6']
    ]);
    expect(desk.area).toBe('r1/A…r3/B');
    expect(desk.edits).toHaveLength(1);
  });

  it('fills to the right and upwards by the handle, too', async () => {
    await deskAt('r2/A', ['a b c', '1 2 3', '4 5 6']);
    await userEvent.dragAndDrop(handle(), cellOf('r2', 'C'));
    expect([desk.text('r2', 'B'), desk.text('r2', 'C')]).toEqual(['1', '1']);
    await desk.select('r3', 'B');
    await userEvent.dragAndDrop(handle(), cellOf('r1', 'B'));
    expect(desk.texts('B')).toEqual(['5', '5', '5']);
    expect(desk.edits).toHaveLength(2);
  });
});

describe('a first level that is shown once a run', () => {
  it('is one cell on the way down and up', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1');
    await desk.select('p1-r1', 'level1');
    await press('ArrowDown');
    expect(desk.at).toBe('p1-r3/level1');
    await press('ArrowUp');
    expect(desk.at).toBe('p1-r1/level1');
  });

  it('is typed once for all its rows', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1');
    await desk.select('p1-r1', 'level1');
    await userEvent.keyboard('成本指标{Enter}');
    expect(desk.texts('level1')).toEqual(['成本指标', '成本指标', '效益指标']);
    expect(desk.at).toBe('p1-r3/level1');
    expect(desk.edits).toHaveLength(1);
  });

  it('is typed and cleared in a lower row for all of them, too, as one edit each', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1');
    await desk.select('p1-r2', 'level1');
    await userEvent.keyboard('成本指标{Enter}');
    expect(desk.texts('level1')).toEqual(['成本指标', '成本指标', '效益指标']);
    await desk.select('p1-r2', 'level1');
    await press('Delete');
    expect(desk.texts('level1')).toEqual(['', '', '效益指标']);
    expect(desk.edits).toHaveLength(2);
  });

  it('keeps the row that one came from at the side', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1');
    await desk.select('p1-r2', 'level2');
    await press('ArrowLeft', 'ArrowRight');
    expect(desk.at).toBe('p1-r2/level2');
  });
});

describe('what cannot be typed', () => {
  it('is said once for a cell of a table that is only shown', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1', { readOnly: true });
    await userEvent.click(page.getByText('≥12公里', { exact: true }).first());
    await userEvent.keyboard('abc{F2}{Delete}');
    expect(desk.refused).toEqual(['table']);
    await userEvent.keyboard('{ArrowDown}{Control>}c{/Control}{Shift>} {/Shift}');
    expect(desk.refused).toEqual(['table']);
    await userEvent.keyboard('x');
    expect(desk.refused).toEqual(['table', 'table']);
  });

  it('is said of a column that only shows something, and of a double click into it', async () => {
    const columns = FORM_COLUMNS.map((column) => ({ ...column, readOnly: column.id === 'level3' }));
    desk = new TableDesk(smallWorkbook(), 'p1', { columns });
    await userEvent.dblClick(page.getByText('清淤河道长度', { exact: true }).first());
    await userEvent.keyboard('x');
    expect(desk.refused).toEqual(['column']);
    await press('ArrowRight');
    await userEvent.keyboard('x{Enter}');
    expect(desk.text('p1-r1', 'description')).toBe('x');
    expect(desk.refused).toEqual(['column']);
  });

  it('is left out where something is filled across it', async () => {
    const columns = FORM_COLUMNS.map((column) => ({ ...column, readOnly: column.id === 'level3' }));
    desk = new TableDesk(smallWorkbook(), 'p1', { columns });
    await desk.select('p1-r1', 'level2');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    expect(desk.text('p1-r1', 'level3')).toBe('清淤河道长度');
    expect(desk.text('p1-r1', 'description')).toBe('数量指标');
  });
});

function handle(): Element {
  const corners = [...document.querySelectorAll<HTMLElement>('.ht_master .wtBorder.corner')];
  return corners.find((corner) => corner.offsetParent !== null)!;
}

function cellOf(row: string, column: string): Element {
  const down = Number(row.slice(1));
  const across = column.charCodeAt(0) - 63;
  return document.querySelector(`.ht_master tbody tr:nth-child(${down}) > :nth-child(${across})`)!;
}
