import { classificationOf } from '#lib/model/disclosure/subject-sums.ts';
import { matchOf, type Offer } from '#lib/model/offer.ts';
import { remember } from '#lib/model/remember.ts';
import { subjectLevel } from '#lib/model/subject-code.ts';
import { cellText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { ECONOMIC_SUBJECTS } from './economic-subjects.ts';
import { FUNCTIONAL_SUBJECTS } from './functional-subjects.ts';

/** More would be a list to read and not one to choose from. */
const MOST = 12;

type Classification = 'functional' | 'economic';

const TABLES: Readonly<Record<Classification, string>> = {
  functional: FUNCTIONAL_SUBJECTS,
  economic: ECONOMIC_SUBJECTS
};

const NAMES = {
  functional: namesIn(TABLES.functional),
  economic: namesIn(TABLES.economic)
} as const;

const LEVELS = { 1: '类', 2: '款', 3: '项' } as const;

/** The 科目 that a table has, by code. */
const ofSheet = remember((sheet: Sheet): ReadonlyMap<string, string> => {
  const rows = sheet.rows.map(
    (row) => [cellText(row, 'code').trim(), cellText(row, 'name').trim()] as const
  );
  return new Map(rows.filter(([code, name]) => subjectLevel(code) !== null && name !== ''));
});

/**
 * 科目 by code or name, each of which brings the other along: those of the year's classification, and those
 * that the workbook's tables name otherwise or beyond it. In an empty cell the 科目 that the other one means.
 */
export function subjectOffers(
  workbook: Workbook,
  classification: Classification,
  row: Row,
  column: 'code' | 'name',
  typed: string
): readonly Offer[] {
  const text = typed.trim();
  const other = column === 'code' ? 'name' : 'code';
  const known = subjectsOf(workbook, classification);
  const beside = cellText(row, other).trim();
  const found: { readonly order: number; readonly code: string; readonly name: string }[] = [];
  for (const [code, name] of known) {
    const written = column === 'code' ? code : name;
    const isMeant = beside !== '' && (column === 'code' ? name : code) === beside;
    const match = column === 'code' ? (code.startsWith(text) ? 0 : null) : matchOf(name, text);
    if (match === null && !isMeant) continue;
    found.push({ order: (isMeant ? 0 : 10) + (match ?? 5) + written.length / 100, code, name });
  }
  return found
    .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
    .slice(0, MOST)
    .map(({ code, name }) => ({
      text: column === 'code' ? code : name,
      detail: column === 'code' ? name : code,
      from: LEVELS[subjectLevel(code) ?? 1],
      cells: { code, name },
      unfinished: false
    }));
}

function subjectsOf(
  { sheets }: Workbook,
  classification: Classification
): ReadonlyMap<string, string> {
  const own = sheets.filter(
    ({ kind, form }) => kind === 'disclosure' && classificationOf(form) === classification
  );
  return new Map([...NAMES[classification], ...own.flatMap((sheet) => [...ofSheet(sheet)])]);
}

/** Reads lines of `code name`. */
function namesIn(table: string): ReadonlyMap<string, string> {
  const lines = table.trim().split('\n');
  return new Map(lines.map((line) => [line.split(' ')[0]!, line.slice(line.indexOf(' ') + 1)]));
}
