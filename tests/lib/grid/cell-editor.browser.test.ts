import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { freeDeskAt } from '#tests/support/free-desk.ts';
import { press } from '#tests/support/press.ts';
import { TableDesk } from '#tests/support/table-desk.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

let desk: TableDesk;
// Wide enough for the whole table, so that no drag has to scroll.
beforeAll(() => page.viewport(1000, 700));
afterEach(() => desk.close());

describe('typing', () => {
  it('replaces what stood in the cell, and an arrow hands it in and moves on', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('xyz{ArrowRight}');
    expect(desk.text('r1', 'B')).toBe('xyz');
    expect(desk.at).toBe('r1/C');
  });

  it('after F2 goes on behind what stands there, and arrows move the caret', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('{F2}yz{ArrowLeft}{ArrowLeft}x{Enter}');
    expect(desk.text('r1', 'B')).toBe('bxyz');
    expect(desk.at).toBe('r2/B');
  });

  it('that has begun is edited after F2, and entered again after another F2', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('yz{F2}{ArrowLeft}{ArrowLeft}x');
    expect(desk.typed).toBe('xyz');
    await userEvent.keyboard('{F2}{ArrowDown}');
    expect(desk.text('r1', 'B')).toBe('xyz');
    expect(desk.at).toBe('r2/B');
  });

  it('begun by a double click is edited, too', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.dblClick(document.querySelector('td.current')!);
    await userEvent.keyboard('z{Home}{ArrowLeft}x{Enter}');
    expect(desk.text('r1', 'B')).toBe('xbz');
  });

  it('is edited after a click into it', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('yz');
    await userEvent.click(document.activeElement!);
    await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}x');
    expect(desk.typed).toBe('xyz');
  });

  it('is given up with Esc', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('xyz{Escape}');
    expect(desk.table.editing).toBe(false);
    expect(desk.at).toBe('r1/B');
    expect(desk.edits).toEqual([]);
  });

  it('breaks the line with Alt+Enter', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('x{Alt>}{Enter}{/Alt}y{Enter}');
    expect(desk.text('r1', 'B')).toBe('x\ny');
  });

  it('is handed in with Ctrl+Enter without moving on', async () => {
    desk = await freeDeskAt('r1/B');
    await userEvent.keyboard('xyz{Control>}{Enter}{/Control}');
    expect(desk.text('r1', 'B')).toBe('xyz');
    expect(desk.at).toBe('r1/B');
    expect(desk.table.editing).toBe(false);
  });

  it('fills the selection with Ctrl+Enter in one edit', async () => {
    desk = await freeDeskAt('r1/B');
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
