import { describe, expect, it } from 'vitest';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import { PROSE_SECTIONS } from '#lib/model/outline.ts';
import type { Problem } from '#lib/model/problem.ts';
import { acceptedText } from '#lib/model/waiver.ts';
import type { Waiver, Workbook } from '#lib/model/workbook.ts';
import { createChecker } from '#lib/rules/check.ts';

/** A paper that nobody has examined, and without a 目录. */
const paper = createWorkbook({
  title: '青泉县水务局2024年部门预算绩效文本',
  year: 2024,
  department: '青泉县水务局',
  contents: '',
  sheets: PROSE_SECTIONS.map((section, at) =>
    createSheet('text', { ...section, id: `s${at}`, fields: { body: '布署防汛工作。' } })
  )
});

const ownOf = (problems: readonly Problem[]) =>
  problems.filter(({ place }) => place.sheet === undefined);

function waiverOf(problem: Problem): Waiver {
  const { code, place } = problem;
  const was = acceptedText(undefined, problem);
  const at = '2024-01-05T08:00:00Z';
  return { id: 'w1', code, place, was, reason: '内部征求意见稿', by: '预算股', at };
}

describe('problems that are in no sheet', () => {
  it('come before those of the sheets, and stand under none of them', () => {
    const { problems, bySheet } = createChecker().check(paper);
    expect(ownOf(problems).map(({ place }) => place.field)).toEqual(['cover', 'contents']);
    expect(problems.slice(0, 2)).toEqual(ownOf(problems));
    expect([...bySheet.values()].flat()).toEqual(problems.slice(2));
    expect(problems.length).toBeGreaterThan(2);
  });

  it('stay the same objects while other things change', () => {
    const checker = createChecker();
    const before = ownOf(checker.check(paper).problems);
    const [first, ...others] = paper.sheets;
    const sheets = [{ ...first!, fields: { body: '部署防汛工作。' } }, ...others];
    const after = ownOf(checker.check({ ...paper, sheets }).problems);
    after.forEach((problem, at) => expect(problem).toBe(before[at]));
  });

  it('are waived until something else is found there', () => {
    const checker = createChecker();
    const [cover] = ownOf(checker.check(paper).problems);
    const waived: Workbook = { ...paper, waivers: [waiverOf(cover!)] };
    expect(ownOf(checker.check(waived).problems).map(({ waived }) => waived)).toEqual([
      'w1',
      undefined
    ]);
    const nobodys = { ...waived, department: '' };
    expect(ownOf(checker.check(nobodys).problems).map(({ waived }) => waived)).toEqual([
      undefined,
      undefined
    ]);
  });
});
