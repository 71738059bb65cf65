import { remember } from '#lib/model/remember.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** A paragraph of 名词解释: number, term, colon, 指. */
const TERM =
  /^[ \t]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]+)?[ \t]*([^：:，。\n]{4,24})[：:][ \t]*是?指/gm;

/** Numbers in front of the items of tables and of titles. */
const NUMBER = /^(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]+|其中[：:])/;

const LABELS = ['incomeItem', 'expenditureItem', 'item', 'name'];

/**
 * A term that 名词解释 explains is written as the tables write it. Reported where no table has the term,
 * and one has a term that differs in one character.
 */
export const termInconsistent: WorkbookRule = {
  code: 'term-inconsistent',
  severity: 'info',
  scope: 'workbook',
  title: '名词与表中用语不一致',
  source: '名词解释应解释公开表和说明中用到的名词',
  message: ({ term, official }) =>
    `名词解释里写“${term}”，表和说明里用的是“${official}”。同一个名词两种写法，读者对不上，请统一。`,
  english: {
    title: 'A term differs from the tables',
    message: ({ term, official }) =>
      `The glossary explains “${term}”, the tables say “${official}”. Readers cannot match them: use one of the two.`
  },
  examples: { bad: '上缴上级支出（表中为上解上级支出）', good: '上解上级支出' },
  check: (workbook) => {
    const glossaries = sheetsOf(workbook, 'text').filter(({ title }) => /名词解释/.test(title));
    if (glossaries.length === 0) return [];
    const known = knownTerms(workbook);
    return glossaries.flatMap((sheet) => checkGlossary(sheet, known));
  }
};

interface Known {
  readonly term: string;
  readonly sheet: string;
}

function knownTerms(workbook: Workbook): readonly Known[] {
  return [
    ...sheetsOf(workbook, 'disclosure').flatMap(termsOf),
    ...sheetsOf(workbook, 'text').map(({ id, title }) => ({ term: fold(title), sheet: id }))
  ];
}

const termsOf = remember((sheet: Sheet): readonly Known[] => {
  const items = sheet.rows.flatMap((row) => LABELS.map((column) => cellText(row, column)));
  const titles = sheet.columns.map(({ title }) => title);
  const terms = new Set(
    [...titles, ...items]
      .map((text) => fold(text.replace(NUMBER, '')))
      .filter((term) => term !== '')
  );
  return [...terms].map((term) => ({ term, sheet: sheet.id }));
});

function checkGlossary(sheet: Sheet, known: readonly Known[]): readonly Finding[] {
  return [...fieldText(sheet, 'body').matchAll(TERM)].flatMap((match): readonly Finding[] => {
    const printed = match[1]!.trim();
    const term = fold(printed);
    if (known.some((other) => other.term.includes(term))) return [];
    const close = known.find((other) => differsInOne(term, beginningOf(other.term, term)));
    if (!close) return [];
    const from = match.index + match[0].indexOf(printed);
    return [
      {
        place: { sheet: sheet.id, field: 'body', range: [from, from + printed.length] },
        values: { term: printed.replace(/[“”]/g, ''), official: beginningOf(close.term, term) },
        related: [{ sheet: close.sheet }]
      }
    ];
  });
}

/** A title says more than the term: 机关运行经费安排情况. */
function beginningOf(longer: string, term: string): string {
  return longer.replace(/(?:安排)?情况$/, '').slice(0, term.length + 1);
}

/** Whether one character is another, or one more, or one less; short terms differ by one all the time. */
function differsInOne(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1)
    return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(a.length, b.length) - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail += 1;
  }
  return Math.max(a.length, b.length) - head - tail === 1;
}
