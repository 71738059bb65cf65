import { describe, expect, test } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { createFixPlanner, editOfFixes } from '#lib/workspace/problems/fix-all.ts';

const QUANTITY = { level1: '产出指标', level2: '数量指标', level3: '清淤河段数' };

function project(id: string, number: string, ...rows: Record<string, string>[]): Sheet {
  return createSheet('project', {
    id,
    number,
    title: '河道清淤绩效目标表',
    rows: rows.map((cells, at) => createRow(cells, `${id}-r${at + 1}`))
  });
}

const paper = (...sheets: Sheet[]): Workbook => createWorkbook({ year: 2024, sheets });

const planOf = (workbook: Workbook, code: string) =>
  createFixPlanner()(
    workbook,
    check(workbook).filter((problem) => problem.code === code)
  );

describe('all fixes of a rule', () => {
  test('say of each change where it is, what stands there and what will', () => {
    const workbook = paper(
      project('a', '1.', { ...QUANTITY, target: '≫12段' }),
      project('b', '2.', { ...QUANTITY, target: '>=7段' })
    );

    const { fixes, left } = planOf(workbook, 'operator-lookalike');

    expect(fixes.map(({ changes }) => changes)).toEqual([
      [{ where: '1.河道清淤 第 1 行 指标值', before: '≫12段', after: '≥12段' }],
      [{ where: '2.河道清淤 第 1 行 指标值', before: '>=7段', after: '≥7段' }]
    ]);
    expect(left).toBe(0);
  });

  test('are one edit that brings what was shown', () => {
    const workbook = paper(
      project('a', '1.', { ...QUANTITY, target: '≫12段' }, { ...QUANTITY, target: '≫8段' })
    );

    const edit = editOfFixes(planOf(workbook, 'operator-lookalike').fixes);

    expect(edit.label).toMatch(/^修正“.+” 2 处$/);
    const [sheet] = applyEdit(workbook, edit).sheets;
    expect(sheet!.rows.map((row) => cellText(row, 'target'))).toEqual(['≥12段', '≥8段']);
  });

  test('put a row into every sheet that lacks it at once', () => {
    const workbook = paper(
      ...['a', 'b', 'c'].map((id) => project(id, '', { ...QUANTITY, target: `≥${id.length}段` }))
    );

    const { fixes } = planOf(workbook, 'missing-satisfaction');

    expect(fixes.map(({ changes }) => changes.map(({ where }) => where))).toEqual([
      ['河道清淤 新增第 2 行'],
      ['河道清淤 新增第 2 行'],
      ['河道清淤 新增第 2 行']
    ]);
    expect(applyEdit(workbook, editOfFixes(fixes)).sheets.map(({ rows }) => rows.length)).toEqual([
      2, 2, 2
    ]);
  });

  test('mend all findings in one text together, as one change of one place', () => {
    const body = '共计30万元，其中：安排100000元，另安排200000元。';
    const workbook = paper(createSheet('text', { id: 't', title: '预算安排', fields: { body } }));

    const { fixes } = planOf(workbook, 'money-unit-mixed');

    const after = '共计30万元，其中：安排10万元，另安排20万元。';
    expect(fixes.map(({ changes }) => changes)).toEqual([
      [{ where: '预算安排 正文', before: body, after }]
    ]);
    expect(fixes.map(({ count }) => count)).toEqual([2]);
    const edit = editOfFixes(fixes);
    expect(edit.changes).toHaveLength(1);
    expect(fieldText(applyEdit(workbook, edit).sheets[0]!, 'body')).toBe(after);
  });

  test('show of a long text what is changed and a little around it', () => {
    const filler = '各河段按计划推进清淤。'.repeat(10);
    const body = `${filler}共计30万元，安排100000元。${filler}`;
    const workbook = paper(createSheet('text', { id: 't', title: '安排', fields: { body } }));

    const [fix] = planOf(workbook, 'money-unit-mixed').fixes;

    expect(fix!.changes).toMatchObject([
      {
        before: '…。共计30万元，安排100000元。各河段按计划推进清淤…',
        after: '…。共计30万元，安排10万元。各河段按计划推进清淤…'
      }
    ]);
  });

  test('show rows that move as they stand and as they will', () => {
    const workbook = paper(
      project(
        'a',
        '1.',
        { level1: '产出指标', level2: '时效指标', level3: '完工时间', target: '10月底前' },
        { ...QUANTITY, target: '≥12段' },
        { level1: '满意度指标', level2: '服务对象满意度指标', level3: '居民满意度', target: '≥90%' }
      )
    );

    const { fixes } = planOf(workbook, 'l2-order');

    expect(fixes.map(({ changes }) => changes)).toEqual([
      [
        {
          where: '1.河道清淤 行的顺序',
          before: '1. 产出指标 / 时效指标 / 完工时间\n2. 产出指标 / 数量指标 / 清淤河段数',
          after: '1. 产出指标 / 数量指标 / 清淤河段数\n2. 产出指标 / 时效指标 / 完工时间'
        }
      ]
    ]);
  });

  test('leave accepted problems and those without a remedy alone', () => {
    const open = paper(project('a', '', { ...QUANTITY, target: '≫12段' }));
    const [found] = check(open).filter(({ code }) => code === 'operator-lookalike');
    const accepted: Workbook = {
      ...open,
      waivers: [
        {
          id: 'w1',
          code: found!.code,
          place: found!.place,
          was: '≫12段',
          reason: '按文件',
          by: '陈',
          at: '2024-01-01T00:00:00.000Z'
        }
      ]
    };

    expect(planOf(accepted, 'operator-lookalike')).toEqual({ fixes: [], left: 0 });
    expect(planOf(paper(project('a', '', { ...QUANTITY, target: '12' })), 'unit-missing')).toEqual({
      fixes: [],
      left: 0
    });
  });

  test('go by what the workbook holds, not by what was found before', () => {
    const before = paper(project('a', '', { ...QUANTITY, target: '≫12段' }));
    const problems = check(before).filter(({ code }) => code === 'operator-lookalike');
    const after = paper(project('a', '', { ...QUANTITY, target: '≫15段' }));

    const [fix] = createFixPlanner()(after, problems).fixes;

    expect(fix!.changes).toMatchObject([{ before: '≫15段', after: '≥15段' }]);
  });
});
