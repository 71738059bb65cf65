import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freeDeskAt } from '#tests/support/free-desk.ts';
import { press } from '#tests/support/press.ts';
import type { TableDesk } from '#tests/support/table-desk.ts';

let desk: TableDesk;
// Wide enough for the whole table, so that no drag has to scroll.
beforeAll(() => page.viewport(1000, 700));
afterEach(() => desk.close());

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
    desk = await freeDeskAt('r2/B');
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
    desk = await freeDeskAt(from);
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
    desk = await freeDeskAt(from);
    await press(key);
    expect(desk.at).toBe(from);
  });

  it('by Tab from the end of a row to the next one', async () => {
    desk = await freeDeskAt('r2/D');
    await press('Tab');
    expect(desk.at).toBe('r3/A');
    await press('Shift+Tab');
    expect(desk.at).toBe('r2/D');
  });
});

describe('Enter after Tab', () => {
  it('returns to the column where the tabbing began', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('x{Tab}y{Tab}z{Enter}');
    expect(desk.at).toBe('r2/B');
    await press('Tab', 'Tab', 'Enter');
    expect(desk.at).toBe('r3/B');
  });

  it('returns also where a colleague has put a row in meanwhile', async () => {
    desk = await freeDeskAt('r1/B');
    await press('Tab', 'Tab');
    desk.remote({ do: 'insert', sheet: 'f', after: null, rows: [{ id: 'new', cells: {} }] });
    await press('Enter');
    expect(desk.at).toBe('r2/B');
  });

  it('stays in its column once another cell was chosen', async () => {
    desk = await freeDeskAt('r1/A');
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
    desk = await freeDeskAt('r2/B');
    await press(key);
    expect(desk.area).toBe(expected);
    expect(desk.at).toBe('r2/B');
  });

  it('by Ctrl+Shift+arrows again and again, and shrinks the same way', async () => {
    desk = await freeDeskAt('r1/A');
    await press('Control+Shift+ArrowDown', 'Control+Shift+ArrowDown');
    expect(desk.area).toBe('r1/A…r6/A');
    await press('Control+Shift+ArrowUp');
    expect(desk.area).toBe('r1/A…r3/A');
  });

  it('and Enter and Tab move within it', async () => {
    desk = await freeDeskAt('r1/A');
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
