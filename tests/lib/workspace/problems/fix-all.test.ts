import { describe, expect, test } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Problem } from '#lib/model/problem.ts';
import { cellText, fieldText } from '#lib/model/workbook.ts';
import { editOfFixes, planFixes } from '#lib/workspace/problems/fix-all.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();

function fixable(place: Problem['place'], ...changes: Change[]): Problem {
  return {
    code: 'sample',
    severity: 'warning',
    place,
    values: {},
    title: '写法不规范',
    message: '',
    related: [],
    fixes: [{ label: '改正', edit: { label: '改正', changes } }]
  };
}

const cell = (row: string, text: string) =>
  fixable({ sheet: 'p1', row, column: 'target' }, { do: 'cell', row, column: 'target', text });

describe('all fixes of a rule', () => {
  test('say of each change where it is, what stands there and what will', () => {
    const field = fixable(
      { sheet: 'p2', field: 'budget' },
      { do: 'field', sheet: 'p2', field: 'budget', text: '36' }
    );

    const { fixes, later } = planFixes(workbook, [cell('p1-r1', '≥13公里'), field]);

    expect(fixes.map(({ changes }) => changes)).toEqual([
      [{ where: '1.河道清淤专项经费 第 1 行 指标值', before: '≥12公里', after: '≥13公里' }],
      [{ where: '2.节水宣传经费 预算数', before: '36.00', after: '36' }]
    ]);
    expect(later).toBe(0);
  });

  test('are one edit that brings what was shown', () => {
    const { fixes } = planFixes(workbook, [cell('p1-r1', '甲'), cell('p2-r2', '乙')]);

    const edit = editOfFixes(fixes);
    const [, first, second] = applyEdit(workbook, edit).sheets;

    expect(edit.label).toBe('修正“写法不规范” 2 处');
    expect(cellText(first!.rows[0]!, 'target')).toBe('甲');
    expect(cellText(second!.rows[1]!, 'target')).toBe('乙');
  });

  test('change no place twice: what is left follows later, what is the same is done once', () => {
    const twice = [cell('p1-r1', '甲'), cell('p1-r1', '乙'), cell('p1-r1', '甲')];

    const { fixes, later } = planFixes(workbook, twice);

    expect(fixes.map(({ changes }) => changes[0]!.after)).toEqual(['甲']);
    expect(later).toBe(1);
  });

  test('leave accepted problems and those without a remedy alone', () => {
    const accepted = { ...cell('p1-r1', '甲'), waived: 'w1' };
    const helpless = { ...cell('p1-r2', '乙'), fixes: [] };

    expect(planFixes(workbook, [accepted, helpless])).toEqual({ fixes: [], later: 0 });
    expect(fieldText(workbook.sheets[1]!, 'budget')).toBe('36.00');
  });

  test('name the row that is put in, and not that it is kept from being gone', () => {
    const rows = [{ id: 'new', cells: { level1: '满意度指标', target: '≥90%' } }];
    const missing = fixable(
      { sheet: 'p1' },
      { do: 'insert', sheet: 'p1', after: 'p1-r3', rows },
      { do: 'restore', rows: ['new'] }
    );

    expect(planFixes(workbook, [missing]).fixes[0]!.changes).toEqual([
      { where: '1.河道清淤专项经费 插入一行', before: '', after: '满意度指标 / ≥90%' }
    ]);
  });
});
