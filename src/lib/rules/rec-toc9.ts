import { disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import type { Place } from '#lib/model/workbook.ts';
import { NINE_FORMS } from './disclosure-sets.ts';
import { entriesOf, nineFormOf, useOwnContents } from './printed-contents.ts';
import type { Finding, WorkbookRule } from './rule.ts';

/** From this many of the nine on, a paper is a disclosure and not a few tables by themselves. */
const ENOUGH = 5;

/**
 * A disclosure has all nine tables, empty ones too, and its 目录, where the paper printed one, lists them. One
 * problem names what is missing: of the tables at the first of them, of the 目录 there.
 */
export const recToc9: WorkbookRule = {
  code: 'rec-toc9',
  severity: 'error',
  scope: 'workbook',
  title: '九张公开表不全',
  source: '《地方预决算公开操作规程》（财预〔2016〕143号）：预算公开表，没有数据的也要列空表',
  message: ({ kind, missing, count }) =>
    kind === 'contents'
      ? `原文目录没有列出 ${count} 张公开表：${missing}。九张表都要列入目录，请核对，或改用自动目录。`
      : `公开表缺 ${count} 张：${missing}。没有数据的表也要列出并注明空表列示，请补齐。`,
  english: {
    title: 'The nine tables are not complete',
    message: ({ kind, missing, count }) =>
      kind === 'contents'
        ? `Of the nine tables the contents do not list ${count}: “${missing}”. All nine belong there: let the program make the contents.`
        : `Of the nine tables ${count} are missing: “${missing}”. A table without data is disclosed too, with a note: add them.`
  },
  examples: { bad: '没有国有资本经营预算财政拨款支出表', good: '九张表齐全，空表注明空表列示' },
  check: ({ sheets, contents }) => {
    const tables = sheets.filter(({ kind, form }) => kind === 'disclosure' && isOfNine(form));
    const present = new Set(tables.map(({ form }) => form));
    const listed = listedForms(contents ?? '');
    const place = tables[0] ? { sheet: tables[0].id } : { field: 'contents' };
    // A paper of less tables may list all of them: then it announces a disclosure.
    const isDisclosure = Math.max(present.size, listed.size) >= ENOUGH;
    const lists = listed.size >= ENOUGH;
    return [
      ...(isDisclosure ? missingIn(present, 'tables', place) : []),
      ...(lists ? missingIn(listed, 'contents', { field: 'contents' }) : [])
    ].map((finding) =>
      finding.values.kind === 'contents' ? { ...finding, fixes: [useOwnContents()] } : finding
    );
  }
};

function isOfNine(form: string): boolean {
  return NINE_FORMS.includes(form);
}

/** Which of the nine tables a 目录 lists. */
function listedForms(contents: string): ReadonlySet<string> {
  const forms = entriesOf(contents).map(({ title }) => nineFormOf(title));
  return new Set(forms.filter((form) => form !== null));
}

function missingIn(
  forms: ReadonlySet<string>,
  kind: 'tables' | 'contents',
  place: Place
): readonly Finding[] {
  const missing = NINE_FORMS.filter((form) => !forms.has(form));
  if (missing.length === 0) return [];
  const titles = missing.map((form) => `《${titleOf(form)}》`).join('、');
  return [{ place, values: { kind, missing: titles, count: String(missing.length) } }];
}

/** Without the quotes around 三公, since the title is quoted itself. */
function titleOf(form: string): string {
  return (disclosureFormNamed(form)?.title ?? form).replace(/[“”]/g, '');
}
