import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Projection } from '#lib/document/projection.ts';
import { readEntries } from '#lib/document/log.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes } from '#tests/support/random-edits.ts';
import { deliver, replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const NAMES = ['chen', 'li', 'zhao'];

/** Printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
console.info(`document properties: SEED=${seed}`);

/** More runs find rarer cases: RUNS=5000. */
const numRuns = Number(process.env.RUNS ?? 150);

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('edit' as const), edit: editRecipes, who: fc.nat(2) })
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('undo' as const, 'redo' as const),
        who: fc.nat(2)
      })
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('deliver' as const),
        who: fc.nat(2),
        count: fc.nat(6),
        pick: fc.nat(999)
      })
    }
  ),
  { maxLength: 60 }
);

function plain(workbook: Workbook): unknown {
  return JSON.parse(JSON.stringify(workbook));
}

function expectSame(replicas: readonly Replica[]): void {
  const [first, ...others] = replicas;
  for (const other of others) {
    expect(plain(other.document.workbook)).toEqual(plain(first!.document.workbook));
    expect(readEntries(other.log)).toEqual(readEntries(first!.log));
  }
  for (const { doc, comments, document } of replicas) {
    expect(doc.store.pendingStructs).toBeNull();
    expect(comments.store.pendingStructs).toBeNull();
    expect(plain(new Projection({ doc, comments }, document.workbook.id).workbook)).toEqual(
      plain(document.workbook)
    );
  }
}

describe('documents of several people', () => {
  it('agree on everything after any edits, undos, partitions and order of delivery', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const replicas = replicasOf(smallWorkbook(), NAMES);
        const id = countingIds();
        for (const step of script) {
          const replica = replicas[step.who]!;
          if (step.do === 'edit')
            replica.document.edit(editFrom(step.edit, replica.document.workbook, id));
          else if (step.do === 'deliver')
            deliver(replica, step.count, (length) => step.pick % length);
          else replica.document[step.do]();
        }
        settle(replicas);
        expectSame(replicas);
      }),
      { seed, numRuns }
    );
  });

  it('are, for one person alone, what the edits make of the plain value', () => {
    fc.assert(
      fc.property(fc.array(editRecipes, { maxLength: 30 }), (recipes) => {
        const [replica] = replicasOf(smallWorkbook(), ['chen']);
        const { document } = replica!;
        let expected = document.workbook;
        const id = countingIds();
        for (const recipe of recipes) {
          const edit = editFrom(recipe, document.workbook, id);
          document.edit(edit);
          expected = applyEdit(expected, edit);
        }
        expect(withoutEmptyCells(document.workbook)).toEqual(withoutEmptyCells(expected));
      }),
      { seed, numRuns }
    );
  });

  it('return to where they were when one person undoes everything', () => {
    fc.assert(
      fc.property(fc.array(editRecipes, { maxLength: 30 }), (recipes) => {
        const [replica] = replicasOf(smallWorkbook(), ['chen']);
        const { document } = replica!;
        const before = withoutEmptyCells(document.workbook);
        const id = countingIds();
        for (const recipe of recipes) document.edit(editFrom(recipe, document.workbook, id));
        const after = withoutEmptyCells(document.workbook);
        while (document.undoLabel !== null) document.undo();
        expect(withoutEmptyCells(document.workbook)).toEqual(before);
        while (document.redoLabel !== null) document.redo();
        expect(withoutEmptyCells(document.workbook)).toEqual(after);
      }),
      { seed, numRuns }
    );
  });

  it('keep the identity of every row that an edit does not touch', () => {
    fc.assert(
      fc.property(fc.array(editRecipes, { minLength: 1, maxLength: 20 }), (recipes) => {
        const [replica] = replicasOf(smallWorkbook(), ['chen']);
        const { document } = replica!;
        const id = countingIds();
        for (const recipe of recipes) {
          const before = rowsById(document.workbook);
          document.edit(editFrom(recipe, document.workbook, id));
          for (const [row, value] of rowsById(document.workbook)) {
            const was = before.get(row);
            if (
              was &&
              JSON.stringify(was) === JSON.stringify(value) &&
              !recipe.some(({ kind }) => kind === 'cell')
            ) {
              expect(value).toBe(was);
            }
          }
        }
      }),
      { seed, numRuns }
    );
  });
});

/** Empty and absent texts are alike. */
function withoutEmptyCells(workbook: Workbook): unknown {
  return JSON.parse(
    JSON.stringify(workbook, (key, value) =>
      key === 'cells' || key === 'fields'
        ? Object.fromEntries(Object.entries(value as object).filter(([, text]) => text !== ''))
        : (value as unknown)
    )
  );
}

function rowsById(workbook: Workbook) {
  return new Map(workbook.sheets.flatMap(({ rows }) => rows.map((row) => [row.id, row] as const)));
}
