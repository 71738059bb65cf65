import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check, createChecker } from '#lib/rules/check.ts';
import type { RowRule } from '#lib/rules/rule.ts';
import { inShort } from './sample.ts';

const header = { budget: '50.00', fiscalFunds: '50.00', planDecember: '100%' };
const rows = (sheet: string) => [
  createRow({ level2: '数量指标', level3: '清淤河段数', target: '≥12段' }, `${sheet}r1`),
  createRow({ level2: '质量指标', level3: '验收合格率', target: '≥95' }, `${sheet}r2`),
  createRow({ level2: '时效指标', level3: '完工时间', target: '2024年10月底' }, `${sheet}r3`),
  createRow({ level2: '成本指标', level3: '清淤成本', target: '≥50万元' }, `${sheet}r4`),
  createRow({ level2: '社会效益指标', level3: '防洪能力', target: '明显提升' }, `${sheet}r5`)
];
const paper = createWorkbook({
  year: 2024,
  sheets: [
    createSheet('project', { id: 's1', title: '河道清淤', fields: header, rows: rows('s1') }),
    createSheet('text', { id: 's2', fields: { body: '是/否' } }),
    createSheet('project', {
      id: 's3',
      title: '水库巡查',
      fields: header,
      rows: rows('s3').slice(1)
    })
  ]
});

const edited = (workbook: Workbook, ...changes: Change[]) =>
  applyEdit(workbook, { label: '修改', changes });
const target = (row: string, text: string): Change => ({ do: 'cell', row, column: 'target', text });

describe('a check', () => {
  it('lists problems by sheet, then by row, gravest first, with the sheet before its rows', () => {
    const spoken = /^(?:missing|unit-missing|operator-lookalike|cost-operator-inverted)/;
    const found = check(edited(paper, target('s1r2', '≫95'))).filter(({ code }) =>
      spoken.test(code)
    );
    expect(found.map((problem) => `${inShort(problem)} ${problem.code}`)).toEqual([
      'error s1 missing-satisfaction',
      'error s1 r2 target unit-missing',
      'info s1 r2 target operator-lookalike',
      'error s1 r4 target cost-operator-inverted',
      'error s3 missing-output-l2',
      'error s3 missing-satisfaction',
      'error s3 r2 target unit-missing',
      'error s3 r4 target cost-operator-inverted'
    ]);
  });

  it('gives the problems of a sheet by its id, and none for a sheet without problems', () => {
    const { problems, bySheet } = createChecker().check(paper);
    expect([...bySheet.keys()]).toEqual(['s1', 's3']);
    expect([...bySheet.values()].flat()).toEqual(problems);
  });

  it('follows the form of the workbook', () => {
    const checker = createChecker();
    const severity = (workbook: Workbook) =>
      checker.check(workbook).problems.find(({ code }) => code === 'missing-satisfaction')
        ?.severity;
    expect(severity(paper)).toBe('error');
    expect(severity(edited(paper, { do: 'workbook', property: 'form', text: '2021' }))).toBe(
      'warning'
    );
  });

  it('follows the year of the workbook', () => {
    const glued = edited(paper, target('s1r3', '12050年10月'));
    const fixes = (workbook: Workbook) =>
      check(workbook).find(({ code }) => code === 'date-corrupt')?.fixes.length;
    expect(fixes(glued)).toBe(0);
    expect(fixes({ ...glued, year: 2050 })).toBe(1);
  });

  it('takes severities from the settings, and off for silence', () => {
    const severities = { 'unit-missing': 'info', 'missing-satisfaction': 'off' } as const;
    const found = check({ ...paper, settings: { severities, rules: [] } });
    const codes = found.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes).toContain('info unit-missing');
    expect(codes.join()).not.toContain('missing-satisfaction');
  });

  it('marks a waived problem until the text at its place changes', () => {
    const waiver = {
      ...{ id: 'w1', code: 'unit-missing', place: { sheet: 's1', row: 's1r2', column: 'target' } },
      ...{ was: '≥95', reason: '依上级口径', by: '李会计', at: '2024-01-05T08:00:00Z' }
    };
    const checker = createChecker();
    const waivedBy = (workbook: Workbook) =>
      checker.check(workbook).problems.flatMap(({ waived, place }) => (waived ? place.row : []));
    const accepted = { ...paper, waivers: [waiver] };
    expect(waivedBy(accepted)).toEqual(['s1r2']);
    expect(waivedBy(edited(accepted, target('s1r2', '≥96')))).toEqual([]);
    expect(waivedBy(accepted)).toEqual(['s1r2']);
    expect(waivedBy(paper)).toEqual([]);
  });
});

describe('a checker that follows edits', () => {
  it('gives the same problems and lists again while nothing changes', () => {
    const checker = createChecker();
    const before = checker.check(paper);
    const after = checker.check({ ...paper, title: '另一个标题' });
    expect(after.problems.length).toBeGreaterThan(0);
    after.problems.forEach((problem, at) => expect(problem).toBe(before.problems[at]));
    for (const [id, list] of after.bySheet) expect(list).toBe(before.bySheet.get(id));
  });

  it('keeps the lists of other sheets and the problems of other rows', () => {
    const checker = createChecker();
    const before = checker.check(paper);
    const after = checker.check(edited(paper, target('s1r2', '≥95%')));
    expect(after.bySheet.get('s3')).toBe(before.bySheet.get('s3'));
    expect(after.problems.length).toBe(before.problems.length - 1);
    for (const problem of after.problems) expect(before.problems).toContain(problem);
  });

  it('runs row rules only on the rows that changed', () => {
    const seen: string[] = [];
    const checker = createChecker([spy((row) => void seen.push(row))]);
    checker.check(paper);
    seen.length = 0;
    checker.check(edited(paper, target('s1r3', '2024年9月底'), target('s3r5', '提升')));
    expect(seen).toEqual(['s1r3', 's3r5']);
  });

  it('finds a moved row in its new sheet', () => {
    const checker = createChecker();
    checker.check(paper);
    const moved = edited(paper, { do: 'move', rows: ['s1r2'], sheet: 's3', after: 's3r5' });
    const units = checker.check(moved).problems.filter(({ code }) => code === 'unit-missing');
    expect(units.map(({ place }) => `${place.sheet} ${place.row}`)).toEqual(['s3 s3r2', 's3 s1r2']);
  });
});

describe('a rule that throws', () => {
  const broken = spy((row) => {
    if (row === 's1r2') throw new RangeError(`cannot judge ${row}`);
  });

  it('is reported beside the problems and stops no other', () => {
    const checker = createChecker([broken, spy(() => undefined)]);
    const { problems, failures } = checker.check(paper);
    expect(failures).toEqual([
      {
        code: 'spy',
        place: { sheet: 's1', row: 's1r2' },
        reason: 'RangeError: cannot judge s1r2'
      }
    ]);
    expect(problems.filter(({ place }) => place.row === 's1r2')).toHaveLength(1);
  });

  it('is still reported after an edit elsewhere', () => {
    const checker = createChecker([broken]);
    checker.check(paper);
    const { failures } = checker.check(edited(paper, target('s1r3', '2024年9月底')));
    expect(failures).toHaveLength(1);
  });
});

/** A rule that tells which rows it is shown, and finds something in each. */
function spy(see: (row: string) => void): RowRule {
  return {
    ...{ code: 'spy', severity: 'info', scope: 'row', title: '', source: '' },
    message: () => '',
    english: { title: '', message: () => '' },
    examples: { bad: '', good: '' },
    check: ({ id }) => {
      see(id);
      return [{ place: { column: 'target' }, values: {} }];
    }
  };
}
