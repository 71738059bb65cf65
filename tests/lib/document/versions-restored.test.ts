import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { versionEdit } from '#lib/document/restoring.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes, type EditRecipe } from '#tests/support/random-edits.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

/** Printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
console.info(`restoring versions: SEED=${seed}`);

/** More runs find rarer cases: RUNS=5000. */
const numRuns = Number(process.env.RUNS ?? 150);

const manyRecipes = fc.array(editRecipes, { maxLength: 25 });
const beginnings = fc.constantFrom(smallWorkbook(), workbookOfAllKinds());

/** The plain value; empty and absent texts are alike. */
function plain(workbook: Workbook): unknown {
  return JSON.parse(
    JSON.stringify(workbook, (_, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([, text]) => text !== '')
              .sort(([a], [b]) => (a < b ? -1 : 1))
          )
        : value
    )
  );
}

/** All that a document keeps, the deleted rows and sheets among it. */
function everything({ document }: Replica): unknown {
  const { rows, sheets } = document.memory.deleted;
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return plain({
    ...document.workbook,
    deleted: [[...rows].sort(byId), [...sheets].sort(byId)]
  } as unknown as Workbook);
}

function script(
  { document }: Replica,
  recipes: readonly (readonly EditRecipe[])[],
  id: () => string
) {
  for (const recipe of recipes) document.edit(editFrom(recipe, document.workbook, id));
}

describe('a version', () => {
  test('is exactly what the workbook becomes again, and one undo gives exactly what was there', () => {
    fc.assert(
      fc.property(beginnings, manyRecipes, manyRecipes, (beginning, first, then) => {
        const replicas = replicasOf(beginning, ['王芳', '李明']) as [Replica, Replica];
        const [replica, other] = replicas;
        const { document } = replica;
        const id = countingIds();
        script(replica, first, id);
        settle(replicas);
        const version = document.workbook;
        script(replica, then, id);
        script(other, then, id);
        settle(replicas);
        const present = everything(replica);

        const edit = versionEdit(document.memory, version, '送审稿');
        document.edit(edit);
        expect(plain(document.workbook)).toEqual(plain(version));
        if (edit.changes.length === 0) return;

        expect(document.undo().done).toBe(true);
        expect(everything(replica)).toEqual(present);

        expect(document.redo().done).toBe(true);
        expect(plain(document.workbook)).toEqual(plain(version));
      }),
      { seed, numRuns }
    );
  });
});
