import { describe, expect, it } from 'vitest';
import { editOfColumnDelete, editOfColumnInsert } from '#lib/grid/column-edits.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Edit } from '#lib/model/edit.ts';
import { cellText } from '#lib/model/workbook.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';

const workbook = workbookOfAllKinds();
const free = workbook.sheets.at(-1)!;
const sheetAfter = (edit: Edit) => applyEdit(workbook, edit).sheets.at(-1)!;
const idsAfter = (edit: Edit) => sheetAfter(edit).columns.map(({ id }) => id);

describe('a column of a free sheet', () => {
  it('is put in at either side of another', () => {
    expect(idsAfter(editOfColumnInsert(free, 'B', 'left'))).toEqual(['A', 'C', 'B']);
    expect(idsAfter(editOfColumnInsert(free, 'B', 'right'))).toEqual(['A', 'B', 'C']);
  });

  it('takes its texts along when it is deleted, so that its letter begins anew', () => {
    const without = sheetAfter(editOfColumnDelete(free, 'B'));
    const again = editOfColumnInsert(without, 'A', 'right');
    expect(without.columns.map(({ id }) => id)).toEqual(['A']);
    expect(again.changes).toMatchObject([{ columns: [{ id: 'A' }, { id: 'B' }] }]);
    expect(without.rows.map((row) => cellText(row, 'B'))).toEqual(['', '']);
  });

  it('is not deleted where it is the last', () => {
    const one = { ...free, columns: free.columns.slice(0, 1) };
    expect(editOfColumnDelete(one, 'A').changes).toEqual([]);
  });
});
