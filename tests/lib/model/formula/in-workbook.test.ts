import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import { bindWorkbook, showWorkbook } from '#lib/model/formula/in-workbook.ts';
import { cellText, type Workbook } from '#lib/model/workbook.ts';
import { disclosureSheet, projectSheet } from '#tests/support/workbooks.ts';

/** A free sheet `f1` of three columns and five rows, `r1` …, whose first cell holds a formula. */
function withFormula(formula: string): Workbook {
  const columns = ['A', 'B', 'C'].map((id) => ({ id, title: '' }));
  const rows = [1, 2, 3, 4, 5].map((at) => createRow({ B: `${at}` }, `r${at}`));
  const [first, ...rest] = rows;
  const free = createSheet('free', {
    id: 'f1',
    title: '测算',
    columns,
    rows: [{ ...first!, cells: { ...first!.cells, A: formula } }, ...rest]
  });
  const income = disclosureSheet('d1', 'income', [['', '合计', '10']], { title: '收入预算表' });
  return createWorkbook({ sheets: [free, projectSheet('p1'), income] });
}

function after(formula: string, ...changes: readonly Change[]): string {
  const workbook = applyEdit(withFormula(formula), { label: '', changes });
  const rows = workbook.sheets.flatMap(({ rows }) => rows);
  return cellText(
    rows.find(({ id }) => id === 'r1')!,
    'A'
  );
}

const remove = (...rows: string[]): Change => ({ do: 'delete', rows });
const insertAfter = (after: string | null): Change => ({
  do: 'insert',
  sheet: 'f1',
  after,
  rows: [createRow({}, 'new')]
});
const columns = (...ids: string[]): Change => ({
  do: 'columns',
  sheet: 'f1',
  columns: ids.map((id) => ({ id, title: '' }))
});

describe('formulas of a workbook that is edited', () => {
  it('follow rows that are inserted, deleted and moved', () => {
    expect(after('=SUM(B2:B4)', insertAfter('r2'))).toBe('=SUM(B2:B5)');
    expect(after('=SUM(B2:B4)', insertAfter(null))).toBe('=SUM(B3:B5)');
    expect(after('=SUM(B2:B4)', insertAfter('r4'))).toBe('=SUM(B2:B4)');
    expect(after('=B$3', { do: 'move', rows: ['r3'], sheet: 'f1', after: 'r5' })).toBe('=B$5');
  });

  it('shrink their ranges, and lose a cell that is deleted', () => {
    expect(after('=SUM(B2:B4)', remove('r3'))).toBe('=SUM(B2:B3)');
    expect(after('=B3', remove('r3'))).toBe('=#REF!');
    expect(after('=SUM(B3)', remove('r3'))).toBe('=SUM(#REF!)');
  });

  it('follow columns, and shrink ranges that end in one that is taken out', () => {
    expect(after('=SUM(B2:C2)', columns('A', 'D', 'B', 'C'))).toBe('=SUM(C2:D2)');
    expect(after('=SUM(A2:C2)', columns('A', 'B'))).toBe('=SUM(A2:B2)');
    expect(after('=SUM(B2:C2)', columns('A', 'C'))).toBe('=SUM(B2)'.replace('B2', 'B2:B2'));
    expect(after('=C2', columns('A', 'B'))).toBe('=#REF!');
    expect(after('=C2', columns('A', 'B'), columns('A', 'B', 'C'))).toBe('=#REF!');
  });

  it('keep references to sheets that are renamed, and lose those that are deleted', () => {
    const renamed: Change = { do: 'sheet', sheet: 'd1', property: 'title', text: '收入表 2' };
    expect(after('=收入预算表!C1', renamed)).toBe("='收入表 2'!C1");
    expect(after('=收入预算表!C1', { do: 'delete-sheet', sheet: 'd1' })).toBe('=#REF!');
  });

  it('call a field by the sheet or by its project', () => {
    expect(after('=河道清淤专项经费!预算数')).toBe('=河道清淤专项经费绩效目标表!预算数');
  });

  it('are kept as typed where they name what is not there', () => {
    for (const formula of [
      '=没有!A1',
      '=收入预算表!没有',
      '=SUM(B2:B90)',
      '=ZZ9',
      '={1,2}&"{B2}"'
    ]) {
      expect(after(formula, insertAfter('r5'))).toBe(formula);
    }
  });

  it('mean what stands there after the whole edit that brings them', () => {
    const typed: Change = { do: 'cell', row: 'r1', column: 'A', text: '=B2' };
    expect(after('', typed, insertAfter('r1'))).toBe('=B2');
  });

  it('are text in sheets of other kinds', () => {
    const workbook = withFormula('');
    const typed: Change = { do: 'cell', row: 'p1-r1', column: 'target', text: '=B2' };
    const edited = applyEdit(workbook, { label: '', changes: [typed, remove('p1-r2')] });
    expect(edited.sheets[1]!.rows[0]!.cells.target).toBe('=B2');
  });

  it('read the same when they were bound and shown', () => {
    const workbook = withFormula("=IF(B2>1,SUM(B:B),'收入预算表'!C1)&“{甲}”");
    const shown = showWorkbook(bindWorkbook(workbook));
    expect(shown.sheets[0]!.rows[0]!.cells.A).toBe('=IF(B2>1,SUM(B:B),收入预算表!C1)&“{甲}”');
  });

  it('leave rows and sheets that the edit does not touch as they are', () => {
    const workbook = withFormula('=SUM(B2:B3)');
    const changes: Change[] = [{ do: 'cell', row: 'r5', column: 'C', text: '9' }];
    const edited = applyEdit(workbook, { label: '', changes });
    expect(edited.sheets[0]!.rows[0]).toBe(workbook.sheets[0]!.rows[0]);
    expect(edited.sheets[1]).toBe(workbook.sheets[1]);
  });
});
