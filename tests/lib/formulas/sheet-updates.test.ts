import { describe, expect, it } from 'vitest';
import { FormulaSheets } from '#lib/formulas/sheets-of.ts';
import { updatesBetween, withUpdates } from '#lib/formulas/sheet-updates.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createWorkbook } from '#lib/model/create.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { freeSheet } from './calculated.ts';

describe('what is sent to be calculated', () => {
  const workbook = createWorkbook({
    sheets: [
      ...smallWorkbook().sheets,
      freeSheet('甲', [
        ['1', '=A1'],
        ['2', ''],
        ['3', '']
      ])
    ]
  });

  it('is, after an edit, the rows that it touched and no others', () => {
    const sheets = new FormulaSheets();
    const before = sheets.of(workbook);
    const changes = [{ do: 'cell', row: '甲-2', column: 'A', text: '9' } as const];
    const after = sheets.of(applyEdit(workbook, { label: '', changes }));
    const updates = updatesBetween(before, after);
    expect(updates.changed.map(({ id, order, rows }) => [id, order, rows])).toEqual([
      ['甲', null, [{ id: '甲-2', texts: ['9', ''] }]]
    ]);
    expect(withUpdates(before, updates)).toEqual(after);
  });

  it('makes the same sheets of those that were there when rows come, go and move', () => {
    const sheets = new FormulaSheets();
    const before = sheets.of(workbook);
    const after = sheets.of(
      applyEdit(workbook, {
        label: '',
        changes: [
          { do: 'delete', rows: ['甲-2'] },
          { do: 'insert', sheet: '甲', after: null, rows: [{ id: 'n', cells: { A: '5' } }] },
          { do: 'insert-sheet', sheet: freeSheet('乙', [['x']]), after: null }
        ]
      })
    );
    expect(withUpdates(before, updatesBetween(before, after))).toEqual(after);
  });

  it('leaves out sheets that no formula names, and is nothing without formulas', () => {
    expect(new FormulaSheets().of(workbook).map(({ id }) => id)).toEqual(['甲']);
    expect(new FormulaSheets().of(smallWorkbook())).toEqual([]);
  });
});
