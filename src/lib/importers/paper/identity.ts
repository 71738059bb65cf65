import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import type { Cover } from './cover.ts';
import type { Ledger } from './ledger.ts';

/** What a paper is about: whose, for which year, from where. */
export interface Identity {
  readonly title: string;
  readonly year: number | null;
  /** Six digits of GB/T 2260, or empty. */
  readonly region: string;
  readonly department: string;
}

/** Region and year in a project code (domain: A project table). */
const CODE = /^(\d{6})(\d{2})P/;
/** Longer texts are no names of departments. */
const NAME_LENGTH = 100;

const YEAR_IN_PROSE = /(?<!\d)(20\d{2})年/;

/**
 * Finds title, year, region and department: from the cover, else from the unit and the codes of the
 * project tables where these agree, else from 预算年度, else the first year in the prose.
 * @param fileTitle the title where neither a cover nor a unit gives one; else that of the first sheet
 */
export function identify(
  sheets: readonly Sheet[],
  cover: Cover,
  fileTitle: string,
  ledger: Ledger
): Identity {
  const codes = sheets.flatMap((sheet) => {
    const match = CODE.exec(fieldText(sheet, 'projectCode'));
    return match ? [{ region: match[1]!, year: match[2]! }] : [];
  });
  const codeYear = agreed(codes.map(({ year }) => year));
  const year =
    cover.year ??
    (codeYear ? 2000 + Number(codeYear) : (yearInFields(sheets) ?? yearInProse(sheets)));
  const unit = sheets.map((sheet) => fieldText(sheet, 'unitName')).find((name) => name !== '');
  const department = cover.department || withoutOffice(unit ?? '').slice(0, NAME_LENGTH);
  return {
    title:
      cover.title || draftTitle(department, year, fileTitle || (sheets[0]?.title ?? ''), ledger),
    year,
    region: agreed(codes.map(({ region }) => region)) ?? '',
    department
  };
}

function draftTitle(
  department: string,
  year: number | null,
  otherwise: string,
  ledger: Ledger
): string {
  const title = department
    ? `${year === null ? department : `${department}${year}年`}部门预算绩效文本`
    : otherwise;
  ledger.note('unknown', 1, `原文没有封面标题，工作簿暂名“${title}”。`);
  return title;
}

/** The one value that all have; null where there is none or they differ. */
function agreed(values: readonly string[]): string | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}

/** 本级 says that the unit is the department's own office. */
function withoutOffice(unit: string): string {
  return unit.replace(/(?:本级|[（(]本级[）)])$/, '');
}

/** 预算年度, where all disclosure tables that print one agree. */
function yearInFields(sheets: readonly Sheet[]): number | null {
  const years = sheets.map((sheet) => fieldText(sheet, 'year')).filter((year) => year !== '');
  const year = agreed(years);
  return year !== null && /^\d{4}$/.test(year) ? Number(year) : null;
}

const PROSE = ['body', 'overview', 'funds'];

function yearInProse(sheets: readonly Sheet[]): number | null {
  for (const sheet of sheets) {
    for (const field of PROSE) {
      const match = YEAR_IN_PROSE.exec(fieldText(sheet, field));
      if (match) return Number(match[1]);
    }
  }
  return null;
}
