import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editOfDelete, editOfInsert, editOfMove, editOfPaste } from '#lib/grid/gestures.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { projectColumns } from '#lib/grid/project-columns.ts';
import { editOfProjects } from '#lib/grid/project-edits.ts';
import {
  placeOfProjectCell,
  problemsInTable,
  projectCell,
  tableOfProjects
} from '#lib/grid/project-rows.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Edit } from '#lib/model/edit.ts';
import { PROJECT_TABLE_FIELDS } from '#lib/model/fields.ts';
import { cellText, fieldText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();
const columns = projectColumns('2015');
const none = () => 0;
const projectsOf = ({ sheets }: Workbook) => sheets.filter(({ kind }) => kind === 'project');
const tableOf = (of: Workbook) => tableOfProjects(projectsOf(of), columns, none);
const lines = linesOf([tableOf(workbook)]);
const at = (id: string) => columns.findIndex((column) => column.id === id);
const after = (edit: Edit, before = workbook) => applyEdit(before, editOfProjects(before, edit));
const ids = (of: Workbook) => projectsOf(of).map(({ id }) => id);
const typed = (row: string, column: string, text: string): Edit => ({
  label: '',
  changes: [{ do: 'cell', row, column, text }]
});

describe('the table of projects', () => {
  it('has a row for each project with its fields and what is computed', () => {
    const money = { budget: '36.00', fiscalFunds: '30.00', otherFunds: '' };
    const fields = { ...projectSheet('x').fields, ...money };
    const [row] = tableOfProjects([projectSheet('x', { fields })], columns, () => 3).rows;
    const texts = ['number', 'projectName', 'budget', 'difference', 'indicators', 'problems'];
    expect(texts.map((column) => cellText(row!, column))).toEqual([
      '1.',
      '河道清淤专项经费',
      '36.00',
      '6.00',
      '3',
      '3'
    ]);
    expect(cellText(row!, 'level 产出指标')).toBe('2');
  });

  it.each([
    ['36.00', '30.00', '6', ''],
    ['36.00', '30.00', '8', '-2.00'],
    ['', '30.00', '6', ''],
    ['36.00', '约30', '6', '—']
  ])(
    'of a budget of %s from %s and %s shows the difference as %j',
    (budget, fiscal, other, text) => {
      const money = { budget, fiscalFunds: fiscal, otherFunds: other };
      const sheet = projectSheet('x', { fields: money });
      expect(cellText(tableOf({ ...workbook, sheets: [sheet] }).rows[0]!, 'difference')).toBe(text);
    }
  );

  it('has the columns that 查找 looks through, and computed ones', () => {
    const written = columns.filter(({ readOnly }) => !readOnly).map(({ id }) => id);
    expect(written).toEqual(PROJECT_TABLE_FIELDS);
  });

  it('keeps the rows of projects that have not changed', () => {
    const edited = after(typed('p1', 'budget', '40'));
    const before = tableOf(workbook).rows;
    expect(tableOf(edited).rows.map((row, at) => row === before[at])).toEqual([false, true]);
  });

  it('shows problems of fields in their cells and leads back to the field', () => {
    const wrong = after(typed('p1', 'fiscalFunds', '99'));
    const inTable = problemsInTable(check(wrong));
    expect(inTable.some(({ place }) => place.row === 'p1' && place.column === 'budget')).toBe(true);
    expect(inTable.every(({ place }) => place.field === undefined)).toBe(true);
    const place = { sheet: 'p1', field: 'budget' };
    expect(placeOfProjectCell(projectCell(place)!)).toEqual(place);
    expect(placeOfProjectCell({ row: 'p1', column: 'problems' })).toEqual({ sheet: 'p1' });
  });
});

describe('a gesture in the table of projects', () => {
  it('writes a field or the number of the sheet, and nothing that is computed', () => {
    expect(fieldText(findSheet(after(typed('p1', 'budget', '50')), 'p1')!, 'budget')).toBe('50');
    expect(findSheet(after(typed('p1', 'number', '9.')), 'p1')!.number).toBe('9.');
    expect(editOfProjects(workbook, typed('p1', 'difference', '1')).changes).toEqual([]);
  });

  it('keeps a title in step with the name it was made of, and leaves any other', () => {
    const renamed = findSheet(after(typed('p1', 'projectName', '步道修整费')), 'p1')!;
    expect(renamed.title).toBe('步道修整费绩效目标表');
    const own = projectSheet('p9', { title: '自拟的标题' });
    const with9 = { ...workbook, sheets: [own] };
    expect(after(typed('p9', 'projectName', '步道修整费'), with9).sheets[0]!.title).toBe(
      '自拟的标题'
    );
  });

  it('pastes a block over several projects and adds projects for what goes past the end', () => {
    const selection = { top: 1, bottom: 1, left: at('projectName'), right: at('projectName') };
    const block = [
      ['节水改造费', '12.00', '12.00'],
      ['水表更换费', '8.00', '6.00'],
      ['泵站检修费', '5.00', '5.00']
    ];
    const edit = editOfPaste(lines, columns, selection, block);
    const pasted = projectsOf(after(edit));
    expect(pasted.map((sheet) => fieldText(sheet, 'projectName'))).toEqual([
      '河道清淤专项经费',
      '节水改造费',
      '水表更换费',
      '泵站检修费'
    ]);
    expect(pasted.map((sheet) => fieldText(sheet, 'fiscalFunds'))).toEqual([
      '',
      '12.00',
      '6.00',
      '5.00'
    ]);
    expect(pasted.map(({ number }) => number)).toEqual(['1.', '2.', '3.', '4.']);
    expect(pasted[2]!.title).toBe('水表更换费绩效目标表');
    expect(pasted[2]!.rows.length).toBeGreaterThan(0);
  });

  it('adds a project beside another, and the first before all', () => {
    const below = after(editOfInsert(lines, 0, 'below', 1, () => 'n1'));
    expect(ids(below)).toEqual(['p1', 'n1', 'p2']);
    const above = after(
      editOfInsert(
        lines,
        0,
        'above',
        2,
        (
          (at) => () =>
            `n${++at}`
        )(0)
      )
    );
    expect(above.sheets.map(({ id }) => id)).toEqual(['s1', 'n1', 'n2', 'p1', 'p2']);
  });

  it('deletes whole sheets, and says which', () => {
    const edit = editOfProjects(workbook, editOfDelete(lines, [0]));
    expect(edit.label).toBe('删除“1.河道清淤专项经费绩效目标表”');
    expect(ids(applyEdit(workbook, edit))).toEqual(['p2']);
  });

  it('moves sheets among the projects and leaves the others where they are', () => {
    const sheets = [...'abcdef'].map((id) => projectSheet(id));
    const many = { ...workbook, sheets: [workbook.sheets[0]!, ...sheets] };
    const rows = linesOf([tableOf(many)]);
    const moves = fc.record({
      chosen: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
      share: fc.double({ min: 0, max: 1, noNaN: true })
    });
    fc.assert(
      fc.property(moves, ({ chosen, share }) => {
        const to = Math.round(share * (6 - chosen.length));
        const moved = after(editOfMove(rows, chosen, to), many);
        const stay = ids(many).filter((_, at) => !chosen.includes(at));
        const expected = [
          ...stay.slice(0, to),
          ...chosen.map((at) => ids(many)[at]!),
          ...stay.slice(to)
        ];
        expect(ids(moved)).toEqual(expected);
        expect(moved.sheets[0]!.id).toBe('s1');
      })
    );
  });
});
