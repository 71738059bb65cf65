import { balanceSheetOf } from '#lib/model/disclosure/balance-sheet.ts';
import { threePublicOf, type ThreePublic } from '#lib/model/disclosure/three-public.ts';
import type { DisclosureSet } from './disclosure-sets.ts';
import { procurementOf, type Procurement } from './procurement.ts';
import { amountOf, totalOf, type TableAmount } from './table-cell.ts';

/** A figure that explanations give, and where the tables have it. */
export interface BudgetFigure {
  /** The end of the words in front of it. */
  readonly label: RegExp;
  /** As the message calls it. */
  readonly name: string;
  /** The table that has it. */
  readonly table: string;
  /** The amounts that it may equal, the likeliest first; null where that cannot be known. */
  readonly amounts: (set: DisclosureSet) => readonly (TableAmount | null)[];
}

type Tables = DisclosureSet['tables'];

/** Words of the whole office at the end of a label; behind other words they are those of one project. */
function ofAll(words: string): RegExp {
  return new RegExp(
    `(?:^|[年度]|部门|单位|本级|预算|拨款|安排|其中|包括|日常|机关|[局委办部院和及])${words}$`
  );
}

/** The figure of what is bought in all, and the table that has it and its parts. */
export const PROCUREMENT_BUDGET = '政府采购预算';
export const PROCUREMENT_TABLE = '政府采购预算表';

/**
 * The figures of 情况说明. 人员经费 and 公用经费 are compared only where 一般公共预算 pays all basic
 * expenditure, since the explanation may mean more than the table of 一般公共预算 has.
 */
const BUDGET_FIGURES: readonly BudgetFigure[] = [
  {
    label: /(?:单位|部门|年度?|本年)预算总?收入$|^收入$|收入总计$/,
    name: '预算收入',
    table: '收入总表',
    amounts: ({ tables }) => [
      totalOf(tables.get('income'), 'total'),
      totalOf(tables.get('income'), 'subtotal'),
      incomeTotal(tables)
    ]
  },
  {
    label: /(?<!预算|基金|经营)财政拨款收入$/,
    name: '财政拨款收入',
    table: '收入总表',
    amounts: ({ tables }) => [totalOf(tables.get('income'), 'fiscal'), incomeTotal(tables)]
  },
  {
    label: /(?<!用)上年结转(?:和?结余)?(?:收入|资金)?$/,
    name: '上年结转结余',
    table: '收入总表',
    amounts: ({ tables }) => [totalOf(tables.get('income'), 'carriedOver')]
  },
  {
    label: /(?:单位|部门|年度?|本年)预算总?支出$|支出总计$/,
    name: '预算支出',
    table: '支出总表',
    amounts: ({ tables }) => [totalOf(tables.get('expenditure'), 'total')]
  },
  {
    label: ofAll('基本支出'),
    name: '基本支出',
    table: '支出总表',
    amounts: ({ tables }) => [
      totalOf(tables.get('expenditure'), 'basic'),
      totalOf(tables.get('general-public-expenditure'), 'basic')
    ]
  },
  {
    label: ofAll('项目支出'),
    name: '项目支出',
    table: '支出总表',
    amounts: ({ tables }) => [
      totalOf(tables.get('expenditure'), 'project'),
      totalOf(tables.get('general-public-expenditure'), 'project')
    ]
  },
  {
    label: ofAll('人员(?:经费|支出)'),
    name: '人员经费',
    table: '基本支出表',
    amounts: ({ tables }) => [basicAmount(tables, 'personnel')]
  },
  {
    label: ofAll('公用(?:经费|支出)'),
    name: '公用经费',
    table: '基本支出表',
    amounts: ({ tables }) => [basicAmount(tables, 'public')]
  },
  {
    label: /三公经费(?:支出)?$/,
    name: '三公经费',
    table: '三公经费支出表',
    amounts: ({ tables }) => [item(tables, 'subtotal'), item(tables, 'total')]
  },
  {
    label: /因公出国(?:[（(]境[)）])?(?:费用?|经费)?$/,
    name: '因公出国（境）费',
    table: '三公经费支出表',
    amounts: ({ tables }) => [item(tables, 'abroad')]
  },
  {
    label: /公务用车购置(?:费)?(?:及|和|与)(?:运行维护|运维|运行)(?:费用?|经费)?$/,
    name: '公务用车购置及运维费',
    table: '三公经费支出表',
    amounts: ({ tables }) => [item(tables, 'cars')]
  },
  {
    label: /公务用车购置(?:费用?|经费)?$/,
    name: '公务用车购置费',
    table: '三公经费支出表',
    amounts: ({ tables }) => [item(tables, 'carPurchase')]
  },
  {
    label: /公务用车(?:运行维护|运维|运行)(?:费用?|经费)?$/,
    name: '公务用车运行维护费',
    table: '三公经费支出表',
    amounts: ({ tables }) => [item(tables, 'carUpkeep')]
  },
  {
    label: /公务接待(?:费用?|经费)?$/,
    name: '公务接待费',
    table: '三公经费支出表',
    amounts: ({ tables }) => [item(tables, 'reception')]
  },
  {
    // Behind 通过, 采用 and the like it is a way of buying and no total.
    label: /(?<![过用行经以入属])政府采购(?:支出|资金)?$/,
    name: PROCUREMENT_BUDGET,
    table: PROCUREMENT_TABLE,
    amounts: ({ tables }) => [procurementAmount(tables, 'total')]
  }
];

/** The figure that a label names; undefined where it names none. */
export function budgetFigureOf(label: string): BudgetFigure | undefined {
  return BUDGET_FIGURES.find((figure) => figure.label.test(label));
}

function incomeTotal(tables: Tables): TableAmount | null {
  const sheet = tables.get('income-and-expenditure');
  return amountOf(sheet, sheet && balanceSheetOf(sheet)?.income.total, 'incomeBudget');
}

/** What is bought in all or of one class, by the table of 政府采购预算. */
export function procurementAmount(tables: Tables, of: keyof Procurement): TableAmount | null {
  const sheet = tables.get('procurement');
  return sheet ? procurementOf(sheet)[of] : null;
}

function basicAmount(tables: Tables, column: 'personnel' | 'public'): TableAmount | null {
  const basic = tables.get('general-public-basic');
  const all = totalOf(tables.get('expenditure'), 'basic');
  const general = totalOf(basic, 'total');
  return all && general?.amount.eq(all.amount) ? totalOf(basic, column) : null;
}

function item(tables: Tables, name: Exclude<keyof ThreePublic, 'abroadParts' | 'others'>) {
  const sheet = tables.get('three-public');
  return amountOf(sheet, sheet && threePublicOf(sheet)[name], 'total');
}
