import { expect, it } from 'vitest';
import { titledMessage } from '#lib/model/titled-message.ts';
import { createChecker } from '#lib/rules/check.ts';
import { rulesIn } from '#lib/rules/language.ts';
import { importText } from '#lib/importers/import.ts';
import { sampleText, textSampleNames } from '#tests/support/papers.ts';

const papers = textSampleNames.flatMap((name) => {
  const read = importText(sampleText(name));
  return read.ok ? [read.workbook] : [];
});

it('finds the same in either language, told in its words', () => {
  for (const workbook of papers) {
    const chinese = createChecker(rulesIn('zh')).check(workbook).problems;
    const english = createChecker(rulesIn('en')).check(workbook).problems;
    expect(english.map(({ code, place }) => ({ code, place }))).toEqual(
      chinese.map(({ code, place }) => ({ code, place }))
    );
    english.forEach((problem, at) => {
      expect(problem.title).not.toMatch(/\p{Script=Han}/u);
      expect(problem.message).not.toBe(chinese[at]!.message);
      expect(titledMessage(problem)).toBe(`${problem.title}. ${problem.message}`);
      expect(titledMessage(chinese[at]!)).toBe(`${chinese[at]!.title}。${chinese[at]!.message}`);
    });
  }
});

it('keeps the papers that rules rest on in Chinese', () => {
  const sources = rulesIn('zh').map(({ source }) => source);
  expect(rulesIn('en').map(({ source }) => source)).toEqual(sources);
});
