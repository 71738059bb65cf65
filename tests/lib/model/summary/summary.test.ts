import { describe, expect, test } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { tallyProblems } from '#lib/model/problem-tally.ts';
import { summaryOf } from '#lib/model/summary/summary.ts';
import { readSummary, writeSummary } from '#lib/model/summary/summary-text.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { sampleExpectation } from '#tests/support/papers.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

const summarised = (workbook: Workbook) => summaryOf(workbook, tallyProblems(check(workbook)));

const withSheets = (...sheets: Workbook['sheets']): Workbook => ({
  ...createWorkbook({ title: '', year: 2026, department: '青泉县水务局' }),
  sheets
});

const project = (id: string, fields: Readonly<Record<string, string>>) =>
  projectSheet(id, { fields: { projectName: `项目 ${id}`, ...fields } });

describe('the summary of a workbook', () => {
  test('counts projects with their money, indicators by kind and problems by rule', () => {
    const { form, units, projects, indicators, problems } = summarised(smallWorkbook());
    expect({ form, units }).toEqual({ form: '2015', units: ['青泉县水务局'] });
    expect(projects).toEqual(
      ['p1', 'p2'].map((sheet) => ({
        sheet,
        name: '河道清淤专项经费',
        unit: '青泉县水务局',
        amount: '36'
      }))
    );
    expect(indicators.map(({ level2, count, sheet }) => [level2, count, sheet])).toEqual([
      ['数量指标', 2, 'p1'],
      ['质量指标', 2, 'p1'],
      ['社会效益指标', 2, 'p1']
    ]);
    expect(problems).toEqual(tallyProblems(check(smallWorkbook())));
    expect(problems.length).toBeGreaterThan(0);
  });

  test.each([
    ['36.00', '万元', '36'],
    ['36.00', '', '36'],
    ['1,234,567.89', '元', '123.456789'],
    ['0.1', '元', '0.00001'],
    ['３６．５０', '万元', '36.5'],
    ['1.2', '亿元', '12000'],
    ['', '万元', ''],
    ['约三十', '万元', ''],
    ['36', '美元', '']
  ])('takes a budget of %s in %s for %s 万元', (budget, moneyUnit, amount) => {
    const workbook = withSheets(project('p1', { budget, moneyUnit }));
    expect(summarised(workbook).projects[0]!.amount).toBe(amount);
  });

  test('names a unit as its table does, and else by the department', () => {
    const workbook = withSheets(
      project('p1', { unitCode: '215001', unitName: '青泉县水务局本级' }),
      project('p2', {})
    );
    expect(summarised(workbook).units).toEqual(['青泉县水务局本级', '青泉县水务局']);
    expect(summarised(withSheets()).units).toEqual(['青泉县水务局']);
  });

  test('takes a brief for a project only where the project has no sheet of its own', () => {
    const brief = (id: string, projectName: string) =>
      createSheet('brief', { id, title: '说明', fields: { projectName, fundsTotal: '46' } });
    const workbook = withSheets(
      project('p1', { budget: '10' }),
      brief('b1', '项目p1'),
      brief('b2', '步道修整经费')
    );
    expect(summarised(workbook).projects.map(({ name, amount }) => [name, amount])).toEqual([
      ['项目 p1', '10'],
      ['步道修整经费', '46']
    ]);
  });

  test('counts a row whose levels nobody has filled in', () => {
    const rows = [createRow({ level3: '清淤河道长度' }, 'r1')];
    const workbook = withSheets(projectSheet('p1', { rows }));
    expect(summarised(workbook).indicators).toMatchObject([{ level1: '', level2: '', count: 1 }]);
  });

  test('is read from its text as it was written', () => {
    for (const name of ['converted-word', 'pdf-rows', 'briefs-with-page-numbers']) {
      const summary = summarised(sampleExpectation(name).workbook);
      expect(readSummary(writeSummary(summary))).toEqual(summary);
    }
  });

  test('agrees with a paper that was read', () => {
    const { workbook } = sampleExpectation('converted-word');
    const { projects, indicators } = summarised(workbook);
    const sheets = workbook.sheets.filter(({ kind }) => kind === 'project');
    expect(projects.map(({ sheet }) => sheet)).toEqual(sheets.map(({ id }) => id));
    expect(projects.map(({ amount }) => Number(amount))).toEqual(
      sheets.map(({ fields }) => Number(fields.budget))
    );
    expect(indicators.reduce((sum, { count }) => sum + count, 0)).toBe(
      sheets.reduce((sum, { rows }) => sum + rows.length, 0)
    );
  });
});
