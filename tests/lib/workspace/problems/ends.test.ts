import { expect, test } from 'vitest';
import type { Problem } from '#lib/model/problem.ts';
import { endsOf } from '#lib/workspace/problems/ends.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const workbook = smallWorkbook();

function resting(place: Problem['place'], ...related: Problem['place'][]): Problem {
  const texts = { code: 'sample', title: '', message: '', values: {} };
  return { ...texts, severity: 'error', place, related, fixes: [] };
}

test('what a problem rests on stands sheet by sheet, with its rows, cells and fields', () => {
  const problem = resting(
    { sheet: 'p1', row: 'p1-r2', column: 'target' },
    { sheet: 'p2', field: 'budget' },
    { sheet: 'p1', row: 'p1-r3' }
  );

  const [first, second, ...others] = endsOf(workbook, problem);

  expect(others).toEqual([]);
  expect(first!.name).toBe('1.河道清淤专项经费绩效目标表');
  expect(first!.rows.map(({ number, marked }) => [number, [...marked]])).toEqual([
    [2, [4]],
    [3, []]
  ]);
  expect(first!.columns[4]).toBe('指标值');
  expect(second!.fields).toEqual([{ title: '预算数', before: '', passage: '36.00', after: '' }]);
});

test('an entry of the 目录 stands beside the sheet that it means', () => {
  const contents = '1.河道清淤经费\t1\n2.节水宣传经费\t2';
  const problem = resting({ field: 'contents', range: [0, 8] }, { sheet: 'p1' });

  const [entry, sheet, ...others] = endsOf({ ...workbook, contents }, problem);

  expect(others).toEqual([]);
  expect(entry!.name).toBe('整份文本');
  expect(entry!.fields).toEqual([
    { title: '原文目录', before: '', passage: '1.河道清淤经费', after: '\t1\n2.节水宣传经费\t2' }
  ]);
  expect(sheet!.name).toBe('1.河道清淤专项经费绩效目标表');
});

test('columns in which nothing stands are left out, and the marks stay on their cells', () => {
  const bare = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map(({ id, cells }) => ({ id, cells: { ...cells, level1: '', basis: '' } }))
  }));

  const [end] = endsOf(
    { ...workbook, sheets: bare },
    resting({ sheet: 'p1', row: 'p1-r1', column: 'target' })
  );

  expect(end!.columns).toEqual(['二级指标', '三级指标', '绩效指标描述', '指标值']);
  expect([...end!.rows[0]!.marked].map((at) => end!.rows[0]!.texts[at])).toEqual(['≥12公里']);
});

test('two passages of one text stand side by side, and sheets that are gone are left out', () => {
  const passage = (from: number, to: number) =>
    ({ sheet: 's1', field: 'body', range: [from, to] }) as const;

  const ends = endsOf(workbook, resting(passage(0, 2), passage(4, 6), { sheet: 'gone' }));

  expect(ends.map(({ fields }) => fields[0]!.passage)).toEqual(['年内', '河道']);
});
