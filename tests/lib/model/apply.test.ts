import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import { countingIds } from '#lib/model/ids.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import { cellText, fieldText, type Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes } from '#tests/support/random-edits.ts';

const sheet = (id: string, ...rows: string[]) =>
  createSheet('project', { id, rows: rows.map((row) => createRow({ level3: row }, row)) });
const workbook = createWorkbook({
  sheets: [sheet('s1', 'r1', 'r2', 'r3'), sheet('s2', 'r4'), sheet('s3')]
});

const apply = (...changes: Change[]) => applyEdit(workbook, { label: '修改', changes });
const rowIds = ({ sheets }: Workbook) =>
  sheets.map(({ id, rows }) => [id, ...rows.map((row) => row.id)].join(' '));

describe('changing text', () => {
  it('changes a cell and shares every other row and sheet', () => {
    const after = apply({ do: 'cell', row: 'r2', column: 'target', text: '≥12段' });
    expect(cellText(after.sheets[0]!.rows[1]!, 'target')).toBe('≥12段');
    expect(cellText(after.sheets[0]!.rows[1]!, 'level3')).toBe('r2');
    expect(after.sheets[0]!.rows[0]).toBe(workbook.sheets[0]!.rows[0]);
    expect(after.sheets[0]!.fields).toBe(workbook.sheets[0]!.fields);
    expect(after.sheets[1]).toBe(workbook.sheets[1]);
    expect(cellText(workbook.sheets[0]!.rows[1]!, 'target')).toBe('');
  });

  it('changes a field and shares the rows', () => {
    const after = apply({ do: 'field', sheet: 's1', field: 'budget', text: '50.00' });
    expect(fieldText(after.sheets[0]!, 'budget')).toBe('50.00');
    expect(after.sheets[0]!.rows).toBe(workbook.sheets[0]!.rows);
  });

  it('takes a column of any name for a column', () => {
    const after = apply(
      { do: 'cell', row: 'r1', column: '__proto__', text: '甲' },
      { do: 'cell', row: 'r1', column: 'constructor', text: '乙' }
    );
    const row = after.sheets[0]!.rows[0]!;
    expect([cellText(row, '__proto__'), cellText(row, 'constructor')]).toEqual(['甲', '乙']);
    expect(cellText(workbook.sheets[0]!.rows[0]!, 'constructor')).toBe('');
  });

  it('changes the columns of a sheet and keeps its rows', () => {
    const columns = [{ id: 'A', title: '' }];
    const after = apply({ do: 'columns', sheet: 's2', columns });
    expect(after.sheets[1]!.columns).toEqual(columns);
    expect(after.sheets[1]!.rows).toBe(workbook.sheets[1]!.rows);
  });

  it('changes the title of a sheet, and of a workbook its year and form as values', () => {
    const after = apply(
      { do: 'sheet', sheet: 's2', property: 'title', text: '水库巡查' },
      { do: 'workbook', property: 'year', text: '2025' },
      { do: 'workbook', property: 'form', text: '2021' },
      { do: 'workbook', property: 'department', text: '青泉县水务局' }
    );
    expect(after.sheets[1]!.title).toBe('水库巡查');
    expect(after).toMatchObject({ year: 2025, form: '2021', department: '青泉县水务局' });
    expect(apply({ do: 'workbook', property: 'year', text: '明年' }).year).toBeNull();
  });
});

describe('changing rows', () => {
  const added = [createRow({}, 'n1'), createRow({}, 'n2')];

  it.each([
    ['after a row', 'r1', ['s1 r1 n1 n2 r2 r3', 's2 r4', 's3']],
    ['first', null, ['s1 n1 n2 r1 r2 r3', 's2 r4', 's3']],
    ['last where the row before them is gone', 'gone', ['s1 r1 r2 r3 n1 n2', 's2 r4', 's3']]
  ])('inserts %s', (_, after, expected) => {
    expect(rowIds(apply({ do: 'insert', sheet: 's1', after, rows: added }))).toEqual(expected);
  });

  it('deletes rows of several sheets and leaves the others be', () => {
    const after = apply({ do: 'delete', rows: ['r1', 'r4', 'gone'] });
    expect(rowIds(after)).toEqual(['s1 r2 r3', 's2', 's3']);
    expect(after.sheets[2]).toBe(workbook.sheets[2]);
  });

  it.each([
    ['down in their sheet', ['r1'], 's1', 'r3', ['s1 r2 r3 r1', 's2 r4', 's3']],
    [
      'to the head, in the order asked for',
      ['r3', 'r2'],
      's1',
      null,
      ['s1 r3 r2 r1', 's2 r4', 's3']
    ],
    ['to another sheet', ['r1', 'r4'], 's3', null, ['s1 r2 r3', 's2', 's3 r1 r4']],
    ['nowhere, to a sheet that is gone', ['r1'], 'gone', null, ['s1 r1 r2 r3', 's2 r4', 's3']],
    ['nowhere, behind themselves', ['r1', 'r2'], 's1', 'r2', ['s1 r1 r2 r3', 's2 r4', 's3']]
  ])('moves rows %s', (_, rows, to, after, expected) => {
    const moved = apply({ do: 'move', rows, sheet: to, after });
    expect(rowIds(moved)).toEqual(expected);
  });

  it('keeps the identity of a moved row', () => {
    const moved = apply({ do: 'move', rows: ['r1'], sheet: 's3', after: null });
    expect(moved.sheets[2]!.rows[0]).toBe(workbook.sheets[0]!.rows[0]);
  });
});

describe('changing sheets', () => {
  it('inserts, deletes and moves them', () => {
    const ids = (...changes: Change[]) => apply(...changes).sheets.map(({ id }) => id);
    expect(ids({ do: 'insert-sheet', sheet: sheet('n1'), after: 's1' }).join()).toBe('s1,n1,s2,s3');
    expect(ids({ do: 'delete-sheet', sheet: 's2' }).join()).toBe('s1,s3');
    expect(ids({ do: 'move-sheet', sheet: 's3', after: null }).join()).toBe('s3,s1,s2');
    expect(ids({ do: 'move-sheet', sheet: 's1', after: 's2' }).join()).toBe('s2,s1,s3');
    expect(ids({ do: 'move-sheet', sheet: 's1', after: 's1' }).join()).toBe('s1,s2,s3');
  });
});

describe('any edits', () => {
  it('do nothing where what they speak of is gone', () => {
    const changes: Change[] = [
      { do: 'cell', row: 'gone', column: 'target', text: '甲' },
      { do: 'field', sheet: 'gone', field: 'budget', text: '1' },
      { do: 'insert', sheet: 'gone', after: null, rows: [createRow()] },
      { do: 'sheet', sheet: 'gone', property: 'title', text: '甲' },
      { do: 'move-sheet', sheet: 'gone', after: null },
      { do: 'delete', rows: ['gone'] },
      { do: 'delete-sheet', sheet: 'gone' }
    ];
    for (const change of changes) expect(apply(change)).toEqual(workbook);
  });

  it('leave a workbook that can be written and read, and the old one as it was', () => {
    fc.assert(
      fc.property(fc.array(editRecipes, { maxLength: 20 }), (recipes) => {
        const before = structuredClone(workbook);
        const ids = countingIds('x');
        const after = recipes.reduce(
          (current, recipe) => applyEdit(current, editFrom(recipe, current, ids)),
          workbook
        );
        expect(readWorkbook(JSON.parse(JSON.stringify(after)))).toHaveProperty('workbook');
        expect(workbook).toEqual(before);
      })
    );
  });
});
