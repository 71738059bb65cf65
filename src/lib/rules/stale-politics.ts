import type { Finding, SheetRule } from './rule.ts';
import { proseOf } from './sheet-texts.ts';

/** A conference, in the order of their dates; `from` is the first budget year that can speak of it. */
interface Conference {
  readonly name: string;
  readonly pattern: RegExp;
  readonly from: number;
}

const CONFERENCES: readonly Conference[] = [
  { name: '党的十八大', pattern: /党的十八大(?!以来)/g, from: 2013 },
  { name: '党的十九大', pattern: /党的十九大(?!以来)/g, from: 2018 },
  { name: '十九届四中全会', pattern: /十九届四中全会/g, from: 2020 },
  { name: '十九届五中全会', pattern: /十九届五中全会/g, from: 2021 },
  { name: '十九届六中全会', pattern: /十九届六中全会/g, from: 2022 },
  { name: '党的二十大', pattern: /党的二十大(?!以来)/g, from: 2023 },
  { name: '二十届三中全会', pattern: /二十届三中全会/g, from: 2025 },
  { name: '二十届四中全会', pattern: /二十届四中全会/g, from: 2026 }
];

/** The congress of each term: a text that names it is not stale for naming a plenum of the term before. */
const ANY = /十[八九]届[^，。；]{0,8}全会|党的十[八九]大|二十大|二十届/g;

/** A plan for five years, and its last year. */
const PERIODS: readonly (readonly [pattern: RegExp, last: number])[] = [
  [/[“"]?十三五[”"]?(?:时期|期间|规划)/g, 2020],
  [/[“"]?十四五[”"]?(?:时期|期间|规划)/g, 2025],
  [/[“"]?七五[”"]?普法/g, 2020],
  [/[“"]?八五[”"]?普法/g, 2025]
];

/**
 * Prose that leans on a conference leans on the last one that was held when the budget was made, or on
 * one a term of papers before it; a five-year plan that it follows is still running.
 */
export const stalePolitics: SheetRule = {
  code: 'stale-politics',
  severity: 'info',
  scope: 'sheet',
  kinds: ['text', 'brief', 'project'],
  title: '会议或规划的提法已过时',
  source: '指导思想和依据应与预算年度相符',
  message: ({ kind, found, newest, year }) =>
    kind === 'period'
      ? `${year}年的预算还在用“${found}”，该规划期已经结束。依据应是正在执行的规划，请更新提法。`
      : `${year}年的预算只提到“${found}”，其后已召开${newest}。提法停在前几年，像是沿用旧稿，请更新。`,
  english: {
    title: 'An outdated conference or plan',
    message: ({ kind, found, newest, year }) =>
      kind === 'period'
        ? `The budget of ${year} still follows “${found}”, whose period has ended. Name the plan that is running.`
        : `The budget of ${year} names “${found}” and nothing later, though “${newest}” has been held since. The text looks copied: update it.`
  },
  examples: {
    bad: '（2024 年预算）贯彻落实十九届四中全会精神',
    good: '（2024 年预算）贯彻落实党的二十大精神'
  },
  check: (sheet, { year }) => {
    if (year === null) return [];
    const texts = proseOf(sheet).map(({ text }) => text);
    const newest = CONFERENCES.filter(({ from }) => from <= year).at(-1);
    const isUpToDate = texts.some((text) => namesNewer(text, year));
    return proseOf(sheet).flatMap(({ field, text }) => [
      ...(isUpToDate || !newest ? [] : findConferences(field, text, newest, year)),
      ...findPeriods(field, text, year)
    ]);
  }
};

/** Whether a text names a conference of the last two years. */
function namesNewer(text: string, year: number): boolean {
  const recent = CONFERENCES.filter(({ from }) => from >= year - 2);
  const known = CONFERENCES.filter(({ from }) => from < year - 2);
  const named = text.match(ANY) ?? [];
  return (
    recent.some(({ name }) => text.includes(name)) ||
    named.some((found) => !known.some(({ name }) => name.includes(found) || found.includes(name)))
  );
}

function findConferences(
  field: string,
  text: string,
  newest: Conference,
  year: number
): readonly Finding[] {
  const stale = CONFERENCES.filter(({ from }) => from < year - 2 && from < newest.from);
  const [match] = stale.flatMap(({ pattern }) => [...text.matchAll(pattern)]).slice(-1);
  if (!match) return [];
  return [
    {
      place: { field, range: [match.index, match.index + match[0].length] },
      values: { kind: 'conference', found: match[0], newest: newest.name, year: String(year) }
    }
  ];
}

function findPeriods(field: string, text: string, year: number): readonly Finding[] {
  return PERIODS.filter(([, last]) => last < year).flatMap(([pattern]) =>
    [...text.matchAll(pattern)].slice(0, 1).map((match) => ({
      place: { field, range: [match.index, match.index + match[0].length] as const },
      values: {
        kind: 'period',
        found: match[0].replace(/[“”"]/g, ''),
        newest: '',
        year: String(year)
      }
    }))
  );
}
