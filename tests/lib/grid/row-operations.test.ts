import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowOperations } from '#lib/grid/row-operations.ts';

/** Carries operations out as a table does; `null` stands for a row that was put in and not yet filled. */
function carryOut(before: readonly string[], after: readonly string[]): (string | null)[] {
  const rows: (string | null)[] = [...before];
  for (const { do: what, at, count } of rowOperations(before, after)) {
    if (what === 'remove') rows.splice(at, count);
    else rows.splice(at, 0, ...Array<null>(count).fill(null));
  }
  return rows;
}

describe('row operations', () => {
  it('are none where nothing changed', () => {
    expect(rowOperations(['a', 'b'], ['a', 'b'])).toEqual([]);
  });

  it('join neighbours into one', () => {
    expect(rowOperations(['a', 'b', 'c', 'd'], ['a', 'd'])).toEqual([
      { do: 'remove', at: 1, count: 2 }
    ]);
    expect(rowOperations(['a', 'd'], ['a', 'b', 'c', 'd'])).toEqual([
      { do: 'insert', at: 1, count: 2 }
    ]);
  });

  it('move one row past many by moving that row', () => {
    expect(rowOperations(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([
      { do: 'remove', at: 3, count: 1 },
      { do: 'insert', at: 0, count: 1 }
    ]);
  });

  it('leave every row that stays at its place in the new list', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 12 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const rows = carryOut(before, after);
        expect(rows).toHaveLength(after.length);
        rows.forEach((row, at) => expect(row === null || row === after[at]).toBe(true));
      })
    );
  });
});
