import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';
import { indicatorsOf, target } from './indicator.ts';
import { budgetOf, totalCostOf, unitCostOf } from './project-money.ts';
import type { Finding, SheetRule } from './rule.ts';

/** Amounts in 万元. */
interface Cost {
  readonly row: Row;
  readonly amount: Decimal;
}

/** A row under such a name may hold the sum of the others. */
const TOTAL = /总|合计/;

/** What is compared with the budget, in both languages. */
const TOTALS: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  one: ['成本指标', 'The cost is'],
  sum: ['成本指标合计', 'The costs add up to']
};

/**
 * The costs of a project do not exceed its budget: the sum of the total costs, and a unit cost
 * times the one quantity that is counted in its measure word. Silent where the project has no
 * budget; a sum below the budget is only worth a look.
 */
export const costVsBudget: SheetRule = {
  code: 'cost-vs-budget',
  severity: 'error',
  scope: 'sheet',
  title: '成本与预算数不符',
  source: '成本指标合计应等于预算数；单位成本 × 数量不得超过预算数',
  message: ({ kind = '', target, quantity, cost, budget, relation }) => {
    const what = kind === 'unit' ? `单位成本 ${target} 乘以数量 ${quantity} 得` : TOTALS[kind]?.[0];
    return relation === 'above'
      ? `${what} ${cost}万元，超过预算数 ${budget}万元。成本目标超过预算等于同意超支，请核对成本指标或预算数。`
      : `${what} ${cost}万元，小于预算数 ${budget}万元。差额没有成本目标管着，请看看是否漏了成本指标。`;
  },
  english: {
    title: 'Costs disagree with the budget',
    message: ({ kind = '', target, quantity, cost, budget, relation }) => {
      const what =
        kind === 'unit'
          ? `The unit cost “${target}” times the quantity “${quantity}” is`
          : TOTALS[kind]?.[1];
      return relation === 'above'
        ? `${what} ${cost} (10,000 yuan), above the budget ${budget}. Cost targets above the budget agree to overspending; check the costs or the budget.`
        : `${what} ${cost} (10,000 yuan), below the budget ${budget}. No cost target covers the difference; see whether a cost indicator is missing.`;
    }
  },
  examples: { bad: '预算数 50.00，总成本 ≤60万元', good: '预算数 50.00，总成本 ≤50万元' },
  check: (sheet) => {
    const budget = budgetOf(sheet);
    if (!budget) return [];
    const costs = indicatorsOf(sheet, 'cost');
    const quantities = indicatorsOf(sheet, 'quantity');
    return [
      ...compareTotal(costs, budget),
      ...costs.flatMap((row) => compareUnitCost(row, quantities, budget))
    ];
  }
};

function compareTotal(costs: readonly Row[], budget: Decimal): readonly Finding[] {
  const totals = costs.flatMap((row): readonly Cost[] => {
    const amount = totalCostOf(row);
    return amount ? [{ row, amount }] : [];
  });
  if (totals.length === 0) return [];
  const sum = sumOf(totals);
  if (sum.eq(budget)) return [];
  const isAbove = sum.gt(budget);
  // A cost that is no amount may stand for the rest of the budget.
  if (!isAbove && totals.length < costs.length) return [];
  const cells = totals.map(({ row }) => ({ row: row.id, column: 'target' }));
  return [
    {
      place: cells.length === 1 ? cells[0]! : { field: 'budget' },
      severity: isAbove ? 'error' : 'info',
      values: {
        kind: cells.length === 1 ? 'one' : 'sum',
        cost: formatAmount(sum),
        budget: formatAmount(budget),
        relation: isAbove ? 'above' : 'below'
      },
      related: cells.length === 1 ? [{ field: 'budget' }] : cells
    }
  ];
}

/** The sum, in which a total that is the sum of the other costs does not count twice. */
function sumOf(costs: readonly Cost[]): Decimal {
  const sum = costs.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  const total = costs.find(
    ({ row, amount }) => TOTAL.test(cellText(row, 'level3')) && amount.times(2).eq(sum)
  );
  return costs.length > 2 && total ? total.amount : sum;
}

function compareUnitCost(
  row: Row,
  quantities: readonly Row[],
  budget: Decimal
): readonly Finding[] {
  const cost = unitCostOf(row, quantities);
  if (!cost?.total.gt(budget)) return [];
  return [
    {
      place: { row: row.id, column: 'target' },
      values: {
        kind: 'unit',
        target: target(row),
        quantity: target(cost.quantity),
        cost: formatAmount(cost.total),
        budget: formatAmount(budget),
        relation: 'above'
      },
      related: [{ row: cost.quantity.id, column: 'target' }, { field: 'budget' }]
    }
  ];
}
