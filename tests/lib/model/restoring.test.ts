import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { differencesBetween } from '#lib/model/differences.ts';
import type { Change } from '#lib/model/edit.ts';
import { countingIds } from '#lib/model/ids.ts';
import { changesTowards } from '#lib/model/restoring.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes } from '#tests/support/random-edits.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

/** Printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
console.info(`changes towards a state: SEED=${seed}`);

const before = smallWorkbook();
const doneTo = (workbook: Workbook, ...changes: readonly Change[]) =>
  applyEdit(workbook, { label: '', changes });

describe('the changes towards another state of a workbook', () => {
  test('are none where nothing differs', () => {
    expect(changesTowards(before, structuredClone(before))).toEqual([]);
  });

  test('write, move, insert and delete only what differs', () => {
    const present = doneTo(
      before,
      { do: 'cell', row: 'p1-r1', column: 'target', text: '≥13公里' },
      { do: 'move', rows: ['p2-r1'], sheet: 'p2', after: 'p2-r3' },
      { do: 'delete', rows: ['p1-r3'] },
      { do: 'insert', sheet: 'p1', after: null, rows: [{ id: 'new', cells: {} }] }
    );
    expect(changesTowards(present, before)).toEqual([
      { do: 'delete', rows: ['new'] },
      { do: 'insert', sheet: 'p1', after: 'p1-r2', rows: [before.sheets[1]!.rows[2]] },
      { do: 'move', rows: ['p2-r1'], sheet: 'p2', after: null },
      { do: 'cell', row: 'p1-r1', column: 'target', text: '≥12公里' }
    ]);
  });

  test('bring a row back from the sheet it was moved to, also where that sheet goes away', () => {
    const other = { ...before.sheets[1]!, id: 'p3', rows: [] };
    const present = doneTo(
      before,
      { do: 'insert-sheet', sheet: other, after: 'p2' },
      { do: 'move', rows: ['p1-r1', 'p1-r2'], sheet: 'p3', after: null },
      { do: 'delete-sheet', sheet: 's1' }
    );
    expect(doneTo(present, ...changesTowards(present, before))).toEqual(before);
  });

  test('lead exactly there, between any two states', () => {
    const recipes = fc.array(editRecipes, { maxLength: 20 });
    const beginnings = fc.constantFrom(smallWorkbook(), workbookOfAllKinds());
    fc.assert(
      fc.property(beginnings, recipes, recipes, (beginning, one, other) => {
        const id = countingIds();
        const [present, wanted] = [one, other].map((edits) =>
          edits.reduce((state, edit) => applyEdit(state, editFrom(edit, state, id)), beginning)
        ) as [Workbook, Workbook];
        const reached = doneTo(present, ...changesTowards(present, wanted));
        expect(differencesBetween(reached, wanted)).toEqual([]);
        expect(new Set(reached.waivers)).toEqual(new Set(wanted.waivers));
      }),
      { seed, numRuns: Number(process.env.RUNS ?? 300) }
    );
  });
});
