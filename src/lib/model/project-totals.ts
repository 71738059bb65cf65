import { Decimal, readAmount } from './decimal.ts';
import { remember } from './remember.ts';
import { moneyUnit } from './target.ts';
import { cellText, fieldText, type Row, type Sheet } from './workbook.ts';

/** The amounts of a project that are added up. */
export const MONEY_FIELDS = ['budget', 'fiscalFunds', 'otherFunds'] as const;

export type MoneyField = (typeof MONEY_FIELDS)[number];

/** What an amount of all projects adds up to. */
export interface MoneySum {
  /** In 万元. */
  readonly sum: Decimal;
  /** The ids of the sheets whose amount is written but cannot be added: no amount, or no known unit. */
  readonly unread: readonly string[];
}

/** What projects add up to. */
export interface ProjectTotals {
  readonly money: Readonly<Record<MoneyField, MoneySum>>;
  /** What the budgets exceed their sources by, in 万元; null where not all amounts could be added. */
  readonly difference: Decimal | null;
  /** The units other than 万元 that were converted, and how many projects use each. */
  readonly converted: ReadonlyMap<string, number>;
  readonly indicators: number;
  /** How many indicators each first level has, in the order in which the levels first stand there. */
  readonly levels: ReadonlyMap<string, number>;
}

/** A sheet that names no unit is in 万元, as the official form is. */
const DEFAULT_UNIT = '万元';

/** Adds up project sheets, exactly, in 万元 whatever unit each is in. */
export function projectTotals(sheets: readonly Sheet[]): ProjectTotals {
  const money = {
    budget: sumOf(sheets, 'budget'),
    fiscalFunds: sumOf(sheets, 'fiscalFunds'),
    otherFunds: sumOf(sheets, 'otherFunds')
  };
  const isWhole = MONEY_FIELDS.every((field) => money[field].unread.length === 0);
  return {
    money,
    difference: isWhole
      ? money.budget.sum.minus(money.fiscalFunds.sum).minus(money.otherFunds.sum)
      : null,
    converted: convertedUnits(sheets),
    indicators: sheets.reduce((sum, { rows }) => sum + rows.length, 0),
    levels: indicatorsByLevel(sheets)
  };
}

/** How many rows of some sheets each first level has, in the order in which the levels first stand. */
export function indicatorsByLevel(sheets: readonly Sheet[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { rows } of sheets) {
    for (const [level, count] of levelsOf(rows))
      levels.set(level, (levels.get(level) ?? 0) + count);
  }
  return levels;
}

const levelsOf = remember((rows: readonly Row[]): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>();
  for (const row of rows) {
    const level = cellText(row, 'level1').trim();
    levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  return levels;
});

/** An amount of a project in 万元; null where it is blank, where it is no amount, or in no known unit. */
export function projectAmount(sheet: Sheet, field: MoneyField): Decimal | null {
  const scale = moneyUnit(unitOf(sheet));
  return (scale && readAmount(fieldText(sheet, field))?.times(scale)) ?? null;
}

function sumOf(sheets: readonly Sheet[], field: MoneyField): MoneySum {
  let sum = new Decimal(0);
  const unread: string[] = [];
  for (const sheet of sheets) {
    if (fieldText(sheet, field).trim() === '') continue;
    const amount = projectAmount(sheet, field);
    if (amount) sum = sum.plus(amount);
    else unread.push(sheet.id);
  }
  return { sum, unread };
}

function convertedUnits(sheets: readonly Sheet[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const sheet of sheets) {
    const unit = unitOf(sheet);
    const isPaid = MONEY_FIELDS.some((field) => fieldText(sheet, field).trim() !== '');
    if (!isPaid || moneyUnit(unit) === null || moneyUnit(unit)?.eq(1)) continue;
    units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  return units;
}

function unitOf(sheet: Sheet): string {
  return fieldText(sheet, 'moneyUnit').trim() || DEFAULT_UNIT;
}
