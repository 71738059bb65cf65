import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freeDeskAt } from '#tests/support/free-desk.ts';
import { press } from '#tests/support/press.ts';
import type { TableDesk } from '#tests/support/table-desk.ts';

let desk: TableDesk;
// Wide enough for the whole table, so that no drag has to scroll.
beforeAll(() => page.viewport(1000, 700));
afterEach(() => desk.close());

describe('clearing and filling', () => {
  it('clears the selection with Delete in one edit', async () => {
    desk = await freeDeskAt('r1/A');
    await press('Control+a', 'Delete');
    expect(['A', 'B', 'C', 'D'].flatMap((column) => desk.texts(column)).join('')).toBe('');
    expect(desk.edits).toHaveLength(1);
  });

  it('clears the cell with Backspace and lets it be typed into', async () => {
    desk = await freeDeskAt('r1/B');
    await press('Shift+ArrowDown', 'Backspace');
    expect(desk.typed).toBe('');
    await userEvent.keyboard('x{Enter}');
    expect(desk.text('r1', 'B')).toBe('x');
    await desk.select('r3', 'B');
    await userEvent.keyboard('{Backspace}{Enter}');
    expect(desk.text('r3', 'B')).toBe('');
  });

  it('fills down with Ctrl+D, the first row of the selection or the cell above', async () => {
    desk = await freeDeskAt('r1/A', ['a b', '1 2', '3 4', '5 6']);
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
    desk = await freeDeskAt('r1/A', ['a 1 2', 'b 3 4', 'c 5 6']);
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
    desk = await freeDeskAt('r1/A', ['a b c', '1 2 3', '4 5 6']);
    await press('Shift+ArrowRight');
    await userEvent.dragAndDrop(handle(), cellOf('r3', 'B'));
    // What counts may still be on its way.
    await expect
      .poll(() => [desk.texts('A'), desk.texts('B'), desk.texts('C')])
      .toEqual([
        ['a', 'a', 'a'],
        ['b', 'b', 'b'],
        ['c', '3', '6']
      ]);
    expect(desk.area).toBe('r1/A…r3/B');
    expect(desk.edits).toHaveLength(1);
  });

  it('fills to the right and upwards by the handle, too', async () => {
    desk = await freeDeskAt('r2/A', ['a b c', '1 2 3', '4 5 6']);
    await userEvent.dragAndDrop(handle(), cellOf('r2', 'C'));
    await expect.poll(() => [desk.text('r2', 'B'), desk.text('r2', 'C')]).toEqual(['1', '1']);
    await desk.select('r3', 'B');
    await userEvent.dragAndDrop(handle(), cellOf('r1', 'B'));
    expect(desk.texts('B')).toEqual(['5', '5', '5']);
    expect(desk.edits).toHaveLength(2);
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
