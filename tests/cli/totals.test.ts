import { expect, it } from 'vitest';
import { textReport, type CheckedFile } from '#cli/report.ts';
import { createWorkbook } from '#lib/model/create.ts';
import type { Problem, Severity } from '#lib/model/problem.ts';

const problem = (code: string, severity: Severity): Problem => ({
  code,
  severity,
  title: '题目',
  message: '说明。',
  place: {},
  values: {},
  related: [],
  fixes: []
});

const checked = (file: string, ...problems: Problem[]): CheckedFile => ({
  file,
  workbook: createWorkbook({ title: '青泉县水务局' }),
  notes: [],
  problems
});

const refused = (file: string): CheckedFile => ({
  file,
  workbook: null,
  notes: [],
  problems: [],
  refusal: '这个文件是空的。'
});

/** The last paragraph of a report. */
function totals(...files: readonly CheckedFile[]): string {
  const report = textReport('zh');
  const text = [...files.map(report.add), report.end()].join('');
  return text.slice(text.lastIndexOf('\n\n') + 2);
}

it('ends the report over several files with what was found in all of them', () => {
  expect(
    totals(
      checked('a.txt', problem('typo', 'info'), problem('unit-missing', 'error')),
      refused('b.txt'),
      checked('c.txt', problem('unit-missing', 'error'), problem('unit-missing', 'error'))
    )
  ).toBe(
    `合计  3 个文件（1 个未检查）  错误 3 警告 0 提示 1
  错误  3 处，2 份文本  题目  unit-missing
  提示  1 处，1 份文本  题目  typo
`
  );
});

it('says nothing more where there is one file', () => {
  expect(totals(checked('a.txt', problem('typo', 'info')))).not.toContain('合计');
});
