import { expect, test } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { comparedSheets } from '#lib/workspace/history/compared-sheets.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const was = smallWorkbook();

test('two states are compared sheet by sheet, each line with what was, what is and where', () => {
  const now = applyEdit(was, {
    label: '',
    changes: [
      { do: 'workbook', property: 'year', text: '2027' },
      { do: 'cell', row: 'p1-r2', column: 'target', text: '≥98%' },
      { do: 'delete', rows: ['p1-r1'] },
      { do: 'insert', sheet: 'p2', after: null, rows: [{ id: 'n', cells: { target: '≥5场' } }] },
      { do: 'sheet', sheet: 'p2', property: 'title', text: '节水宣传' },
      { do: 'delete-sheet', sheet: 's1' }
    ]
  });
  expect(comparedSheets(was, now)).toEqual([
    {
      sheet: '',
      name: '工作簿',
      lines: [{ where: '预算年度', was: '2026', now: '2027', place: null }]
    },
    {
      sheet: 'p1',
      name: '1.河道清淤专项经费绩效目标表',
      lines: [
        {
          where: '第 1 行 指标值',
          was: '≥95%',
          now: '≥98%',
          place: { sheet: 'p1', row: 'p1-r2', column: 'target' }
        },
        {
          where: '第 1 行',
          was: '产出指标 · 数量指标 · 清淤河道长度 · 全年完成清淤的河道长度 · ≥12公里 · 年度施工计划',
          now: '（已删除）',
          place: null
        }
      ]
    },
    {
      sheet: 'p2',
      name: '2.节水宣传',
      lines: [
        {
          where: '表名',
          was: '节水宣传经费绩效目标表',
          now: '节水宣传',
          place: { sheet: 'p2' }
        },
        { where: '第 1 行', was: '', now: '≥5场', place: { sheet: 'p2', row: 'n' } }
      ]
    },
    {
      sheet: 's1',
      name: '一、总体绩效目标',
      lines: [{ where: '整张表', was: '共 0 行', now: '（已删除）', place: null }]
    }
  ]);
});

test('states that are the same have nothing to compare', () => {
  expect(comparedSheets(was, structuredClone(was))).toEqual([]);
});
