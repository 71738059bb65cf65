import { disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import { NINE_FORMS } from './disclosure-sets.ts';
import { sheetsOf } from './sheets-by-kind.ts';
import type { WorkbookRule } from './rule.ts';

/** From this many of the nine on, a paper is a disclosure and not a few tables by themselves. */
const ENOUGH = 5;

/** A disclosure has all nine tables, empty ones too. One problem, at the first, names what is missing. */
export const recToc9: WorkbookRule = {
  code: 'rec-toc9',
  severity: 'error',
  scope: 'workbook',
  title: '九张公开表不全',
  source: '《地方预决算公开操作规程》（财预〔2016〕143号）：预算公开表，没有数据的也要列空表',
  message: ({ missing, count }) =>
    `公开表缺 ${count} 张：${missing}。没有数据的表也要列出并注明空表列示，请补齐。`,
  english: {
    title: 'The nine tables are not complete',
    message: ({ missing, count }) =>
      `Of the nine tables ${count} are missing: “${missing}”. A table without data is disclosed too, with a note: add them.`
  },
  examples: { bad: '没有国有资本经营预算财政拨款支出表', good: '九张表齐全，空表注明空表列示' },
  check: (workbook) => {
    const sheets = sheetsOf(workbook, 'disclosure');
    const forms = new Set(sheets.map(({ form }) => form));
    const missing = NINE_FORMS.filter((form) => !forms.has(form));
    const first = sheets.find(({ form }) => NINE_FORMS.includes(form));
    if (!first || missing.length === 0 || NINE_FORMS.length - missing.length < ENOUGH) return [];
    const titles = missing.map((form) => `《${titleOf(form)}》`);
    return [
      {
        place: { sheet: first.id },
        values: { missing: titles.join('、'), count: String(missing.length) }
      }
    ];
  }
};

/** Without the quotes around 三公, since the title is quoted itself. */
function titleOf(form: string): string {
  return (disclosureFormNamed(form)?.title ?? form).replace(/[“”]/g, '');
}
