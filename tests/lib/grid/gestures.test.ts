import { describe, expect, it } from 'vitest';
import { splitLines } from '#lib/grid/arrange.ts';
import {
  editOfCells,
  editOfDelete,
  editOfInsert,
  editOfMove,
  editOfPaste,
  emptiedRows
} from '#lib/grid/gestures.ts';
import { ALL_COLUMNS, columnsOfSheet, FORM_COLUMNS, PROJECT_COLUMN } from '#lib/grid/columns.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Edit } from '#lib/model/edit.ts';
import { countingIds } from '#lib/model/ids.ts';
import { cellText } from '#lib/model/workbook.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();
const [, first, second] = workbook.sheets;
const lines = linesOf([first!]);
const allLines = linesOf([first!, second!]);

/** The rows of the first project sheet after an edit, by id. */
const rowsAfter = (edit: Edit) => applyEdit(workbook, edit).sheets[1]!.rows.map(({ id }) => id);

const columnAfter = (edit: Edit, column: string) =>
  applyEdit(workbook, edit).sheets[1]!.rows.map((row) => cellText(row, column));

const cell = (top: number, left: number) => ({ top, left, bottom: top, right: left });

describe('typing into cells', () => {
  it('changes the cell of the row that stands there', () => {
    const edit = editOfCells(lines, [{ line: 1, column: 'target', text: '≥99%' }]);
    expect(edit.changes).toEqual([{ do: 'cell', row: 'p1-r2', column: 'target', text: '≥99%' }]);
    expect(edit.label).toBe('改为 ≥99%');
  });

  it('changes nothing where the text is the same', () => {
    expect(editOfCells(lines, [{ line: 1, column: 'target', text: '≥95%' }]).changes).toEqual([]);
  });

  it('changes a first level in all rows of its run', () => {
    for (const line of [0, 1]) {
      const edit = editOfCells(lines, [{ line, column: 'level1', text: '成本指标' }]);
      expect(columnAfter(edit, 'level1')).toEqual(['成本指标', '成本指标', '效益指标']);
    }
  });

  it('changes a first level in one row where each row shows its own', () => {
    const edit = editOfCells(splitLines(lines), [{ line: 1, column: 'level1', text: '效益指标' }]);
    expect(columnAfter(edit, 'level1')).toEqual(['产出指标', '效益指标', '效益指标']);
  });

  it('fills a merged first level that was cleared in all its rows, while all are blank', () => {
    const cells = [{ line: 0, column: 'level1', text: '' }];
    const cleared = editOfCells(lines, cells);
    const emptied = emptiedRows(cells, cleared);
    expect([...emptied]).toEqual(['p1-r1', 'p1-r2']);
    const blank = applyEdit(workbook, cleared);
    const typed = [{ line: 1, column: 'level1', text: '成本指标' }];
    const rowsOf = (edit: Edit) =>
      edit.changes.flatMap((one) => (one.do === 'cell' ? one.row : []));
    expect(rowsOf(editOfCells(linesOf([blank.sheets[1]!]), typed, emptied))).toEqual([...emptied]);
    const half: Edit = {
      label: '',
      changes: [{ do: 'cell', row: 'p1-r1', column: 'level1', text: '满意度' }]
    };
    const other = linesOf([applyEdit(blank, half).sheets[1]!]);
    expect(rowsOf(editOfCells(other, typed, emptied))).toEqual(['p1-r2']);
  });

  it('leaves the column of project names alone', () => {
    expect(
      editOfCells(allLines, [{ line: 0, column: PROJECT_COLUMN, text: '别的' }]).changes
    ).toEqual([]);
  });
});

describe('pasting a block', () => {
  const target = FORM_COLUMNS.findIndex(({ id }) => id === 'target');

  it('fills the cells from the selected one on', () => {
    const block = [
      ['≥1', '甲'],
      ['≥2', '乙']
    ];
    const edit = editOfPaste(lines, FORM_COLUMNS, cell(0, target), block);
    expect(columnAfter(edit, 'target')).toEqual(['≥1', '≥2', '≥18个']);
    expect(columnAfter(edit, 'basis')).toEqual(['甲', '乙', '防汛预案']);
  });

  it('adds rows past the end, in one edit', () => {
    const edit = editOfPaste(lines, FORM_COLUMNS, cell(2, target), [['1'], ['2'], ['3']], {
      ids: countingIds()
    });
    expect(rowsAfter(edit)).toEqual(['p1-r1', 'p1-r2', 'p1-r3', 'n1', 'n2']);
    expect(columnAfter(edit, 'target')).toEqual(['≥12公里', '≥95%', '1', '2', '3']);
  });

  it('fills the whole selection with one copied cell', () => {
    const selection = { top: 0, left: target, bottom: 2, right: target };
    const edit = editOfPaste(lines, FORM_COLUMNS, selection, [['100%']]);
    expect(columnAfter(edit, 'target')).toEqual(['100%', '100%', '100%']);
  });

  it('leaves out columns past the right edge', () => {
    const edit = editOfPaste(lines, FORM_COLUMNS, cell(0, FORM_COLUMNS.length - 1), [['甲', '乙']]);
    expect(edit.changes).toEqual([{ do: 'cell', row: 'p1-r1', column: 'basis', text: '甲' }]);
  });

  it('adds columns past the right edge where the table widens', () => {
    const free = workbookOfAllKinds().sheets.find(({ kind }) => kind === 'free')!;
    const edit = editOfPaste(
      linesOf([free]),
      columnsOfSheet(free),
      cell(1, 1),
      [['121.00', '98%']],
      { widens: true }
    );
    expect(edit.changes).toEqual([
      { do: 'columns', sheet: 'f1', columns: [...free.columns, { id: 'C', title: '' }] },
      { do: 'cell', row: 'f1-r2', column: 'B', text: '121.00' },
      { do: 'cell', row: 'f1-r2', column: 'C', text: '98%' }
    ]);
  });

  it('does not write into the column of project names', () => {
    const edit = editOfPaste(allLines, ALL_COLUMNS, cell(0, 0), [['甲', '乙']]);
    expect(edit.changes).toEqual([{ do: 'cell', row: 'p1-r1', column: 'level1', text: '乙' }]);
  });
});

describe('rows', () => {
  it('are put in above and below with the first level of the line beside', () => {
    expect(rowsAfter(editOfInsert(lines, 0, 'above', 1, countingIds()))[0]).toBe('n1');
    const below = editOfInsert(lines, 2, 'below', 2, countingIds());
    expect(rowsAfter(below)).toEqual(['p1-r1', 'p1-r2', 'p1-r3', 'n1', 'n2']);
    expect(columnAfter(below, 'level1').slice(3)).toEqual(['效益指标', '效益指标']);
  });

  it('are put in first of their own sheet, not last of the sheet above', () => {
    const edit = editOfInsert(allLines, 3, 'above', 1, countingIds());
    expect(edit.changes[0]).toMatchObject({ do: 'insert', sheet: 'p2', after: null });
  });

  it('are deleted together', () => {
    expect(rowsAfter(editOfDelete(lines, [0, 2]))).toEqual(['p1-r2']);
  });

  it('are moved up and down', () => {
    expect(rowsAfter(editOfMove(lines, [2], 0))).toEqual(['p1-r3', 'p1-r1', 'p1-r2']);
    expect(rowsAfter(editOfMove(lines, [0], 2))).toEqual(['p1-r2', 'p1-r3', 'p1-r1']);
    expect(rowsAfter(editOfMove(lines, [0, 1], 1))).toEqual(['p1-r3', 'p1-r1', 'p1-r2']);
  });

  it('are not moved where they stand already', () => {
    expect(editOfMove(lines, [1], 1).changes).toEqual([]);
  });

  it('join the sheet of the line above in a grid over several sheets', () => {
    expect(editOfMove(allLines, [0], 4).changes).toEqual([
      { do: 'move', rows: ['p1-r1'], sheet: 'p2', after: 'p2-r2' }
    ]);
  });

  it('stay in their own sheet at its border, as its first or its last row', () => {
    expect(editOfMove(allLines, [4], 3).changes).toEqual([
      { do: 'move', rows: ['p2-r2'], sheet: 'p2', after: null }
    ]);
    expect(editOfMove(allLines, [0], 2).changes).toEqual([
      { do: 'move', rows: ['p1-r1'], sheet: 'p1', after: 'p1-r3' }
    ]);
  });
});
