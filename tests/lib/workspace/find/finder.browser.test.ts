import { describe, expect, it, vi } from 'vitest';
import { cellText, fieldText, findSheet } from '#lib/model/workbook.ts';
import { Finder } from '#lib/workspace/find/finder.svelte.ts';
import { ALL_PROJECTS } from '#lib/workspace/overviews.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { View } from '#lib/workspace/view.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';

const { stored, open } = useDesk();

/** A workbook that is searched on a sheet. */
async function searching(words: string, shown = 'p1') {
  const opened = await open(await stored());
  const view = new View(opened, shown);
  const finder = new Finder(opened, view);
  finder.words = words;
  return { opened, view, finder };
}

function text({ workbook }: OpenWorkbook, row: string, column: string): string {
  const rows = workbook.sheets.flatMap((sheet) => sheet.rows);
  return cellText(
    rows.find(({ id }) => id === row)!,
    column
  );
}

describe('查找', () => {
  it('goes from match to match on the sheet, and round', async () => {
    const { view, finder } = await searching('验收');
    const seen: unknown[] = [];
    for (let step = 0; step < 4; step++) {
      await finder.step(1, false);
      seen.push([view.selected?.column, finder.number]);
    }
    expect(seen).toEqual([
      ['level3', 1],
      ['description', 2],
      ['basis', 3],
      ['level3', 1]
    ]);
    await finder.step(-1, false);
    expect(finder.number).toBe(3);
  });

  it('begins behind the cell that one is in', async () => {
    const { view, finder } = await searching('验收');
    view.select({ sheet: 'p1', row: 'p1-r2', column: 'description' });
    await finder.step(1, false);
    expect(view.selected?.column).toBe('basis');
    view.select({ sheet: 'p1', row: 'p1-r3', column: 'level1' });
    await finder.step(-1, false);
    expect(view.selected?.column).toBe('basis');
  });

  it('goes through the whole workbook, from sheet to sheet', async () => {
    const { view, finder } = await searching('确保安全度汛', 'p2');
    await finder.search();
    expect(finder.matches).toEqual([]);
    finder.everywhere = true;
    expect(await finder.step(1, false)).toBe(true);
    expect([view.shown, view.selected]).toEqual(['s1', { sheet: 's1', field: 'body' }]);
  });

  it('shows what the cover has in the bar, stays in the cell, and goes on from there', async () => {
    const { opened, view, finder } = await searching('水务局', 'p1');
    opened.edit({
      label: '',
      changes: [{ do: 'field', sheet: 'p2', field: 'unitName', text: '青泉县水务局' }]
    });
    finder.everywhere = true;
    const stood = { sheet: 'p1', row: 'p1-r3', column: 'target' };
    view.select(stood);
    const seen: unknown[] = [];
    for (let step = 0; step < 4; step++) {
      await finder.step(1, false);
      seen.push([finder.current?.place.field, view.shown]);
      expect([view.selected?.field, view.property]).toEqual(['unitName', null]);
    }
    expect(seen).toEqual([
      ['unitName', 'p2'],
      ['title', 'p2'],
      ['department', 'p2'],
      ['unitName', 'p2']
    ]);
  });

  it('goes through the cells of 项目总表 without leaving it', async () => {
    const { view, finder } = await searching('2', ALL_PROJECTS);
    finder.words = '2.';
    await finder.step(1, false);
    expect([view.shown, finder.here]).toEqual([ALL_PROJECTS, { sheet: 'p2', field: 'number' }]);
    finder.words = '河道清淤';
    await finder.step(1, false);
    expect(view.selected).toEqual({ sheet: 'p2', field: 'projectName' });
    await finder.step(1, false);
    expect([view.shown, view.selected]).toEqual([
      ALL_PROJECTS,
      { sheet: 'p1', field: 'projectName' }
    ]);
  });

  it('keeps to what is looked at when a colleague writes elsewhere, and finds what they wrote', async () => {
    const { opened, finder } = await searching('验收');
    await finder.step(1, false);
    await finder.step(1, false);
    const change = { do: 'cell', row: 'p1-r1', column: 'basis', text: '验收单' } as const;
    opened.edit({ label: '', changes: [change] });
    await finder.search();
    expect([finder.number, finder.matches.length]).toEqual([3, 4]);
    expect(finder.current?.place.column).toBe('description');
  });

  it('leaves off a search whose words are others by now', async () => {
    const { finder } = await searching('验收');
    const first = finder.search();
    finder.words = '公里';
    await Promise.all([first, finder.search()]);
    expect(finder.matches.map((match) => match.text)).toEqual(['≥12公里']);
    expect(finder.searching).toBe(false);
  });

  it('marks nothing once it is closed', async () => {
    const { finder } = await searching('验收');
    await finder.search();
    expect(finder.marks?.cells.size).toBe(3);
    finder.close();
    expect(finder.marks).toBeNull();
  });
});

describe('替换', () => {
  it('replaces what is looked at and goes on to the next', async () => {
    const { opened, finder } = await searching('验收');
    finder.by = '检查验收';
    expect(await finder.replace()).toBe(0);
    expect(finder.number).toBe(1);
    expect(await finder.replace()).toBe(1);
    expect(text(opened, 'p1-r2', 'level3')).toBe('断面检查验收合格率');
    expect(finder.current?.place.column).toBe('description');
  });

  it('goes on behind what was written into a long text', async () => {
    const { opened, view, finder } = await searching('年', 's1');
    opened.edit({
      label: '',
      changes: [{ do: 'field', sheet: 's1', field: 'body', text: '年初、年中、年末' }]
    });
    finder.by = '当年年';
    const body = () => fieldText(findSheet(opened.workbook, 's1')!, 'body');
    await finder.step(1, false);
    await finder.replace();
    await finder.replace();
    expect(body()).toBe('当年年初、当年年中、年末');
    await finder.replace();
    expect(body()).toBe('当年年初、当年年中、当年年末');
    expect(view.shown).toBe('s1');
  });

  it('replaces all in the workbook as one step, which undo takes back whole', async () => {
    const { opened, finder } = await searching('河道清淤');
    finder.everywhere = true;
    finder.by = '河道疏浚';
    const before = opened.workbook;
    const { edit, count } = await finder.replaceAll();
    expect(count).toBe(finder.matches.length);
    opened.edit(edit);
    expect(JSON.stringify(opened.workbook)).not.toContain('河道清淤');
    expect(opened.undoLabel).toBe(`替换 ${count} 处为“河道疏浚”`);
    expect(opened.undo().done).toBe(true);
    await vi.waitFor(() => expect(opened.workbook.sheets).toEqual(before.sheets));
    expect(opened.undoLabel).toBeNull();
  });
});
