import { expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { checkedPaper, readProblems } from '#lib/model/checked-paper.ts';
import { countProblems } from '#lib/model/problem.ts';
import { check } from '#lib/rules/check.ts';
import { sampleText } from '#tests/support/papers.ts';

const read = importText(sampleText('converted-word'));
if (!read.ok) throw new Error('the sample is a paper');
const { workbook, notes } = read;
const problems = check(workbook);
const checked = checkedPaper(workbook, notes, problems);

it('keeps what the table of many papers lists', () => {
  expect(checked).toMatchObject({
    title: workbook.title,
    year: workbook.year,
    projects: workbook.sheets.filter(({ kind }) => kind === 'project').length,
    counts: countProblems(problems),
    unplaced: 0
  });
  expect(checked.tally.reduce((sum, { count }) => sum + count, 0)).toBe(problems.length);
});

it('gives every problem back with its place in words', () => {
  const listed = readProblems(checked);
  expect(listed.map(({ code, message }) => ({ code, message }))).toEqual(
    problems.map(({ code, message }) => ({ code, message }))
  );
  expect(listed.some(({ place }) => /第 \d+ 行 指标值/.test(place))).toBe(true);
});

it('is small beside the paper, which is not kept', () => {
  expect(checked).not.toHaveProperty('workbook');
  expect(checked.problems.length).toBeLessThan(problems.length * 1_000);
});
