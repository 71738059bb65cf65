import { Decimal, readAmount } from '#lib/model/decimal.ts';
import { remember } from '#lib/model/remember.ts';
import { moneyUnit } from '#lib/model/target.ts';
import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { indicatorsOf, quantitative } from './indicator.ts';

/** An amount under such a name is the price of one, even where its unit does not say of what. */
const PRICE_OF_ONE = /标准|单价|单位成本|人均|平均|每/;

/** The same in a description, where 每年 and the like are common. */
const PRICE_IN_DESCRIPTION = /人均|户均|每[人户台部辆条次件套个亩]/;

/** The budget of a project in 万元; null where there is none that is more than nothing. */
export function budgetOf(sheet: Sheet): Decimal | null {
  const scale = moneyUnit(fieldText(sheet, 'moneyUnit').trim()) ?? new Decimal(1);
  const budget = readAmount(fieldText(sheet, 'budget'))?.times(scale);
  return budget?.gt(0) ? budget : null;
}

/** The total cost that an indicator limits, in 万元; null where it is the price of one, or no money. */
export function totalCostOf(row: Row): Decimal | null {
  const read = quantitative(row);
  const scale = read && moneyUnit(read.unit);
  if (!scale || PRICE_OF_ONE.test(cellText(row, 'level3'))) return null;
  return read.number.times(scale);
}

/** A unit cost of a sheet with the one quantity that is counted in its measure word. */
export interface UnitCost {
  readonly quantity: Row;
  /** Unit cost times quantity, in 万元. */
  readonly total: Decimal;
}

/** Multiplies a unit cost; null where it is none, and where not just one quantity fits. */
export function unitCostOf(row: Row, quantities: readonly Row[]): UnitCost | null {
  const read = quantitative(row);
  const [money = '', counted = '', ...more] = (read?.unit ?? '').split(/\s*\/\s*/);
  const scale = moneyUnit(money);
  if (!read || !scale || counted === '' || more.length > 0) return null;
  const candidates = quantities.filter((candidate) => quantitative(candidate)?.unit === counted);
  const [quantity] = candidates;
  const number = quantity && quantitative(quantity)?.number;
  if (!number || candidates.length > 1) return null;
  return { quantity, total: read.number.times(scale).times(number) };
}

/** What a project sheet says that the project costs. */
export interface ProjectMoney {
  /** In 万元: the budget, or what its cost indicators add up to. */
  readonly amount: Decimal;
  /** Whether that is all, or some cost has no amount. */
  readonly isWhole: boolean;
}

/** Adds up what a project sheet says about its money. */
export const projectMoney = remember((sheet: Sheet): ProjectMoney => {
  const budget = budgetOf(sheet);
  if (budget) return { amount: budget, isWhole: true };
  const quantities = indicatorsOf(sheet, 'quantity');
  const costs = indicatorsOf(sheet, 'cost').map((row) => {
    const isPrice = PRICE_IN_DESCRIPTION.test(cellText(row, 'description'));
    return (isPrice ? null : totalCostOf(row)) ?? unitCostOf(row, quantities)?.total ?? null;
  });
  return {
    amount: costs.reduce<Decimal>((sum, cost) => sum.plus(cost ?? 0), new Decimal(0)),
    isWhole: costs.length > 0 && !costs.includes(null)
  };
});
