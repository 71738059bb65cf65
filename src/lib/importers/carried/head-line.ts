import { MONEY_UNIT_LABEL, YEAR_LABEL } from '#lib/model/project-layout.ts';
import type { CarriedSheet } from '#lib/model/skeleton.ts';

/** What stands before the value of each field of the line above a table, in their order. */
const FIELDS = [
  ['unitCode', ''],
  ['unitName', ''],
  ['year', YEAR_LABEL]
] as const;

const GAP = '  ';

const CODE = /^(?:\d{6}|\d{3})(?=\s|$)/;
const YEAR = new RegExp(`\\s*${YEAR_LABEL}\\s*(\\S*)$`);

/**
 * The fields of the line above a table, `code  name  year⇥单位：万元`. Their lengths tell them apart
 * where the line was not changed, their look where it was.
 */
export function readHeadLine(
  text: string,
  { kind, fields }: CarriedSheet
): Readonly<Record<string, string>> {
  const tab = text.lastIndexOf('\t');
  const [left, right] = tab < 0 ? [text, ''] : [text.slice(0, tab), text.slice(tab + 1)];
  const moneyUnit = right.startsWith(MONEY_UNIT_LABEL)
    ? right.slice(MONEY_UNIT_LABEL.length)
    : right;
  const { year, ...unit } = splitByLength(left, fields) ?? splitByLook(left);
  return { ...unit, moneyUnit, ...(kind === 'disclosure' ? { year: year ?? '' } : {}) };
}

/** Null where the text is not as long as the fields were, or not divided as they were. */
function splitByLength(
  text: string,
  lengths: Readonly<Record<string, number>>
): Record<string, string> | null {
  const values: Record<string, string> = { unitCode: '', unitName: '', year: '' };
  let at = 0;
  for (const [field, label] of FIELDS) {
    const length = Object.hasOwn(lengths, field) ? lengths[field]! : 0;
    if (length === 0) continue;
    const before = (at === 0 ? '' : GAP) + label;
    if (!text.startsWith(before, at)) return null;
    at += before.length;
    values[field] = text.slice(at, at + length);
    at += length;
  }
  return at === text.length ? values : null;
}

function splitByLook(text: string): Record<string, string> {
  const year = YEAR.exec(text);
  const unit = text.slice(0, year?.index);
  const code = CODE.exec(unit)?.[0] ?? '';
  return { unitCode: code, unitName: unit.slice(code.length).trim(), year: year?.[1] ?? '' };
}
