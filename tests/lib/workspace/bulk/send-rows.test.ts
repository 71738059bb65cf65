import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import { cellText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { editOfAdding, editOfCopyingTo, editOfMovingTo } from '#lib/workspace/bulk/send-rows.ts';
import { waivingEdit } from '#lib/workspace/waivers.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();
const rowsOf = (of: Workbook, sheet: string) => findSheet(of, sheet)!.rows.map(({ id }) => id);
const allRows = (of: Workbook) => of.sheets.flatMap(({ rows }) => rows.map(({ id }) => id));

describe('moving rows to another project', () => {
  it('puts each below those of its second level, then of its first', () => {
    const moved = applyEdit(workbook, editOfMovingTo(workbook, ['p1-r1', 'p1-r3'], 'p2'));
    expect(rowsOf(moved, 'p2')).toEqual(['p2-r1', 'p1-r1', 'p2-r2', 'p2-r3', 'p1-r3']);
    expect(rowsOf(moved, 'p1')).toEqual(['p1-r2']);
    const other = applyEdit(workbook, {
      label: '',
      changes: [{ do: 'cell', row: 'p1-r1', column: 'level2', text: '时效指标' }]
    });
    expect(rowsOf(applyEdit(other, editOfMovingTo(other, ['p1-r1'], 'p2')), 'p2')).toEqual([
      'p2-r1',
      'p2-r2',
      'p1-r1',
      'p2-r3'
    ]);
  });

  it('puts rows of other levels, and rows of none at the head, at the end', () => {
    const odd = projectSheet('p3', {
      rows: [createRow({}, 'x'), createRow({ level1: '其他' }, 'y')]
    });
    const with3 = { ...workbook, sheets: [...workbook.sheets, odd] };
    const moved = applyEdit(with3, editOfMovingTo(with3, ['x', 'y'], 'p2'));
    expect(rowsOf(moved, 'p2')).toEqual(['p2-r1', 'p2-r2', 'p2-r3', 'x', 'y']);
  });

  it('keeps the ids, so that an accepted problem stays accepted', () => {
    const bare = applyEdit(workbook, {
      label: '',
      changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text: '12公里' }]
    });
    const problem = check(bare).find(({ code }) => code === 'operator-missing')!;
    const signed = { reason: '上级统一口径', by: '王芳', at: '2026-03-05T02:00:00.000Z' };
    const waived = applyEdit(bare, waivingEdit(bare, problem, signed)!);
    const moved = applyEdit(waived, editOfMovingTo(waived, ['p1-r1'], 'p2'));
    const after = check(moved).filter(({ code }) => code === 'operator-missing');
    expect(after.map(({ place, waived }) => [place.sheet, waived !== undefined])).toEqual([
      ['p2', true]
    ]);
  });

  it('leaves rows where they are that are there already or are gone', () => {
    expect(editOfMovingTo(workbook, ['p2-r1', 'gone'], 'p2').changes).toEqual([]);
    expect(editOfMovingTo(workbook, ['p1-r1'], 'gone').changes).toEqual([]);
  });

  it('loses and doubles no row, whichever are chosen', () => {
    fc.assert(
      fc.property(fc.subarray(allRows(workbook)), fc.constantFrom('p1', 'p2'), (rows, to) => {
        const moved = applyEdit(workbook, editOfMovingTo(workbook, rows, to));
        expect([...allRows(moved)].sort()).toEqual([...allRows(workbook)].sort());
        for (const row of rows) expect(rowsOf(moved, to)).toContain(row);
      })
    );
  });
});

describe('copying rows to other projects', () => {
  it('puts copies with new ids into each of them', () => {
    const edit = editOfCopyingTo(workbook, ['p1-r1'], ['p1', 'p2'], countingIds());
    const copied = applyEdit(workbook, edit);
    expect(rowsOf(copied, 'p1')).toEqual(['p1-r1', 'n1', 'p1-r2', 'p1-r3']);
    expect(rowsOf(copied, 'p2')).toEqual(['p2-r1', 'n2', 'p2-r2', 'p2-r3']);
    const [original, copy] = findSheet(copied, 'p1')!.rows;
    expect(copy!.cells).toEqual(original!.cells);
    expect(edit.label).toBe('复制 1 行到 2 个项目');
  });

  it('puts the same new rows into each of ten projects in one edit', () => {
    const sheets = Array.from({ length: 10 }, (_, at) => projectSheet(`q${at}`));
    const ten = { ...workbook, sheets };
    const rows = ['甲', '乙', '丙', '丁'].map((level3) =>
      createRow({ level1: '产出指标', level3 })
    );
    const targets = sheets.map(({ id }) => id);
    const after = applyEdit(ten, editOfAdding(ten, rows, targets));
    for (const { rows } of after.sheets) {
      const names = rows.map((row) => cellText(row, 'level3'));
      expect(names.slice(2, 6)).toEqual(['甲', '乙', '丙', '丁']);
    }
    expect(new Set(allRows(after)).size).toBe(70);
  });
});
