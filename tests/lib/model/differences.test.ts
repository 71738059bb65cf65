import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow } from '#lib/model/create.ts';
import { differencesBetween } from '#lib/model/differences.ts';
import type { Change } from '#lib/model/edit.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes } from '#tests/support/random-edits.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

const before = smallWorkbook();

function after(...changes: Change[]): Workbook {
  return applyEdit(before, { label: '', changes });
}

const differences = (...changes: Change[]) => differencesBetween(before, after(...changes));

describe('the differences between two states of a workbook', () => {
  test('are none between a workbook and its copy', () => {
    expect(differencesBetween(before, structuredClone(before))).toEqual([]);
  });

  test('name the cells and fields that changed, with both texts', () => {
    expect(
      differences(
        { do: 'cell', row: 'p1-r2', column: 'target', text: '≥98%' },
        { do: 'field', sheet: 'p2', field: 'budget', text: '40.00' }
      )
    ).toEqual([
      {
        kind: 'text',
        place: { sheet: 'p1', row: 'p1-r2', column: 'target' },
        was: '≥95%',
        now: '≥98%'
      },
      { kind: 'text', place: { sheet: 'p2', field: 'budget' }, was: '36.00', now: '40.00' }
    ]);
  });

  test('do not list a cell that is absent in one and empty in the other', () => {
    expect(differences({ do: 'cell', row: 'p1-r1', column: 'other', text: '' })).toEqual([]);
  });

  test('are found among 10,000 rows of which one was moved before a person would notice', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => createRow({}, `r${at}`));
    const [sheet] = before.sheets;
    const whole = { ...before, sheets: [{ ...sheet!, rows }] };
    const moved = { ...before, sheets: [{ ...sheet!, rows: [...rows.slice(1), rows[0]!] }] };
    const start = performance.now();
    expect(differencesBetween(whole, moved)).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('name rows that came, went or were moved, each once', () => {
    const row = createRow({ level3: '新的指标' }, 'new');
    expect(
      differences(
        { do: 'insert', sheet: 'p1', after: null, rows: [row] },
        { do: 'delete', rows: ['p1-r3'] },
        { do: 'move', rows: ['p2-r1'], sheet: 'p2', after: 'p2-r3' }
      )
    ).toMatchObject([
      { kind: 'row', change: 'added', sheet: 'p1', row: { id: 'new' } },
      { kind: 'row', change: 'moved', sheet: 'p2', row: { id: 'p2-r1' } },
      { kind: 'row', change: 'deleted', sheet: 'p1', row: { id: 'p1-r3' } }
    ]);
  });

  test('follow a row into another sheet, with what was changed in it', () => {
    expect(
      differences(
        { do: 'move', rows: ['p1-r1'], sheet: 'p2', after: null },
        { do: 'cell', row: 'p1-r1', column: 'target', text: '≥13公里' }
      )
    ).toMatchObject([
      { kind: 'row', change: 'moved', sheet: 'p2', row: { id: 'p1-r1' } },
      { kind: 'text', place: { sheet: 'p2', row: 'p1-r1' }, was: '≥12公里', now: '≥13公里' }
    ]);
  });

  test('name sheets that came, went or were moved, and not their rows', () => {
    expect(
      differences(
        { do: 'insert-sheet', sheet: projectSheet('p3'), after: 'p2' },
        { do: 'delete-sheet', sheet: 's1' },
        { do: 'move-sheet', sheet: 'p2', after: null }
      )
    ).toMatchObject([
      { kind: 'sheet', change: 'moved', sheet: { id: 'p2' } },
      { kind: 'sheet', change: 'added', sheet: { id: 'p3' } },
      { kind: 'sheet', change: 'deleted', sheet: { id: 's1' } }
    ]);
  });

  test('name what was changed of a sheet and of the workbook', () => {
    expect(
      differences(
        { do: 'workbook', property: 'year', text: '2027' },
        { do: 'sheet', sheet: 'p1', property: 'note', text: '注：含上年结转。' }
      )
    ).toEqual([
      { kind: 'workbook', property: 'year', was: '2026', now: '2027' },
      { kind: 'sheet-text', sheet: 'p1', property: 'note', was: '', now: '注：含上年结转。' }
    ]);
  });

  test('are none exactly where nothing is different', () => {
    fc.assert(
      fc.property(fc.array(editRecipes, { maxLength: 6 }), (edits) => {
        const id = countingIds();
        const later = edits.reduce(
          (workbook, recipes) => applyEdit(workbook, editFrom(recipes, workbook, id)),
          before
        );
        const none = differencesBetween(before, later).length === 0;
        expect(none).toBe(isDeepStrictEqual(said(before), said(later)));
      }),
      { numRuns: 500 }
    );
  });
});

/** What a workbook says: without empty cells, which say nothing, and without settings and waivers. */
function said(workbook: Workbook): unknown {
  const filled = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .sort();
  return {
    ...workbook,
    settings: null,
    waivers: null,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      fields: filled(sheet.fields),
      rows: sheet.rows.map(({ id, cells }) => ({ id, cells: filled(cells) }))
    }))
  };
}
