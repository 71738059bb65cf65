import { remember, rememberItems } from '#lib/model/remember.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** The tables that one unit discloses, and the prose that explains them. */
export interface DisclosureSet {
  /** By form; a form that the unit has twice is left out, because nobody knows which one holds. */
  readonly tables: ReadonlyMap<string, Sheet>;
  readonly texts: readonly Sheet[];
}

/** The forms that make a unit's set. */
export const NINE_FORMS: readonly string[] = [
  'income-and-expenditure',
  'income',
  'expenditure',
  'fiscal-appropriation',
  'general-public-expenditure',
  'general-public-basic',
  'government-fund',
  'state-capital',
  'three-public'
];

/** The small table of the explanation whose amounts the explanation gives too. */
const PROCUREMENT = 'procurement';

/**
 * The tables of a workbook by the unit that they name; a table that names none belongs with the one
 * before it, and prose and the procurement table with the tables before them. While a unit's sheets
 * stay the same objects, so does its set, and while its tables do, so do these.
 */
export function disclosureSetsOf(workbook: Workbook): readonly DisclosureSet[] {
  return sheetsOf(workbook, 'disclosure').length > 0 ? setsOf(workbook.sheets) : [];
}

const setsOf = remember((sheets: Workbook['sheets']): readonly DisclosureSet[] => {
  const members = new Map<string, Sheet[]>();
  const before: Sheet[] = [];
  let unit: string | undefined;
  for (const sheet of sheets) {
    if (isTable(sheet)) unit = unitOf(sheet) || (unit ?? '');
    else if (!isBeside(sheet)) continue;
    if (unit === undefined) before.push(sheet);
    else members.set(unit, [...(members.get(unit) ?? []), sheet]);
  }
  const [first] = members.values();
  first?.unshift(...before);
  return [...members.values()].map(setOf);
});

const setOf = rememberItems((sheets: readonly Sheet[]): DisclosureSet => ({
  tables: tablesOf(sheets.filter(({ kind }) => kind === 'disclosure')),
  texts: sheets.filter(({ kind }) => kind === 'text')
}));

const tablesOf = rememberItems((sheets: readonly Sheet[]): DisclosureSet['tables'] => {
  const tables = new Map<string, Sheet>();
  const twice = new Set<string>();
  for (const sheet of sheets) {
    if (tables.has(sheet.form)) twice.add(sheet.form);
    tables.set(sheet.form, sheet);
  }
  for (const form of twice) tables.delete(form);
  return tables;
});

function isTable({ kind, form }: Sheet): boolean {
  return kind === 'disclosure' && NINE_FORMS.includes(form);
}

/** What explains the tables and goes with them. */
function isBeside({ kind, form }: Sheet): boolean {
  return kind === 'text' || (kind === 'disclosure' && form === PROCUREMENT);
}

function unitOf(sheet: Sheet): string {
  return fieldText(sheet, 'unitCode').trim() || fieldText(sheet, 'unitName').trim();
}
