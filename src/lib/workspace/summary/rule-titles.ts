import type { Language } from '#lib/model/language.ts';
import { languageOf } from '#lib/model/titled-message.ts';
import type { WorkbookSummary } from '#lib/model/summary/summary.ts';

/** The titles of rules in a language, by their codes. */
export type RuleTitles = ReadonlyMap<string, string>;

/** Fetches the rules for their titles. */
export async function ruleTitles(language: Language): Promise<RuleTitles> {
  const { rulesIn } = await import('#lib/rules/language.ts');
  return new Map(rulesIn(language).map(({ code, title }) => [code, title]));
}

/** Whether problems were counted in another language; own rules keep the words of whoever made them. */
export function isToldOtherwise({ problems }: WorkbookSummary, language: Language): boolean {
  return problems.some((line) => languageOf(line) !== language);
}

/** What was counted, with other titles for its problems. */
export function withTitles(summary: WorkbookSummary, titles: RuleTitles): WorkbookSummary {
  const problems = summary.problems.map((line) => ({
    ...line,
    title: titles.get(line.code) ?? line.title
  }));
  return { ...summary, problems };
}
