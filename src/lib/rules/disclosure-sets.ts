import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { remember } from './remember.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** The tables that one unit discloses, and the prose that explains them. */
export interface DisclosureSet {
  /** By form; a form that the unit has twice is left out, because nobody knows which one holds. */
  readonly tables: ReadonlyMap<string, Sheet>;
  readonly texts: readonly Sheet[];
}

/** The forms that make a unit's set; the small tables of the explanation belong to no set. */
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

/**
 * The tables of a workbook by the unit that they name; a table that names none belongs with the one
 * before it, and prose with the tables before it. While a unit's sheets stay the same objects, so does
 * its set.
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
    else if (sheet.kind !== 'text') continue;
    if (unit === undefined) before.push(sheet);
    else members.set(unit, [...(members.get(unit) ?? []), sheet]);
  }
  const [first] = members.values();
  first?.unshift(...before);
  return [...members.values()].map(keep);
});

const kept = new WeakMap<
  Sheet,
  { readonly sheets: readonly Sheet[]; readonly set: DisclosureSet }
>();

function keep(sheets: readonly Sheet[]): DisclosureSet {
  const key = sheets.find(isTable)!;
  const known = kept.get(key);
  const same =
    known?.sheets.length === sheets.length &&
    known.sheets.every((sheet, at) => sheet === sheets[at]);
  if (same) return known.set;
  const set = { tables: tablesByForm(sheets), texts: sheets.filter(({ kind }) => kind === 'text') };
  kept.set(key, { sheets, set });
  return set;
}

function tablesByForm(sheets: readonly Sheet[]): ReadonlyMap<string, Sheet> {
  const tables = new Map<string, Sheet>();
  const twice = new Set<string>();
  for (const sheet of sheets.filter(isTable)) {
    if (tables.has(sheet.form)) twice.add(sheet.form);
    tables.set(sheet.form, sheet);
  }
  for (const form of twice) tables.delete(form);
  return tables;
}

function isTable({ kind, form }: Sheet): boolean {
  return kind === 'disclosure' && NINE_FORMS.includes(form);
}

function unitOf(sheet: Sheet): string {
  return fieldText(sheet, 'unitCode').trim() || fieldText(sheet, 'unitName').trim();
}
