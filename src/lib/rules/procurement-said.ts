import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import { fieldText, type Place, type Sheet } from '#lib/model/workbook.ts';
import {
  budgetFigureOf,
  PROCUREMENT_BUDGET,
  PROCUREMENT_TABLE,
  procurementAmount
} from './budget-figures.ts';
import type { DisclosureSet } from './disclosure-sets.ts';
import type { Figure } from './figures.ts';
import type { ProcurementClass } from './procurement.ts';
import type { Finding } from './rule.ts';

/** How explanations call a class: 政府采购货物预算, 货物类, 采购服务. */
const CLASSES: readonly (readonly [of: ProcurementClass, name: string, label: RegExp])[] = [
  ['goods', '政府采购货物预算', /(?:^|中|采购)货物类?(?:采购)?(?:项目)?(?:支出)?$/],
  ['works', '政府采购工程预算', /(?:^|中|采购)工程类?(?:采购)?(?:项目)?(?:支出)?$/],
  ['services', '政府采购服务预算', /(?:^|中|采购)服务类?(?:采购)?(?:项目)?(?:支出)?$/]
];

/** A class of what is bought, as an explanation gives it. */
interface Said {
  readonly of: ProcurementClass;
  readonly name: string;
  readonly figure: Figure;
}

/**
 * The classes of 政府采购预算 that an explanation gives behind its total, in the same paragraph, make that
 * total and are those of the table. Silent where a text has several totals, or a class twice; and a
 * total with its parts behind 其中 in one sentence is added up by `narrative-parts-sum`.
 */
export function compareProcurement(
  sheet: Sheet,
  figures: readonly Figure[],
  { tables }: DisclosureSet,
  isOfYear: (figure: Figure) => boolean
): readonly Finding[] {
  const stated = figures.filter((figure) => figure.tells === 'amount' && isOfYear(figure));
  const [total, ...others] = stated.filter(
    ({ label }) => budgetFigureOf(label)?.name === PROCUREMENT_BUDGET
  );
  if (!total || others.length > 0) return [];
  const paragraph = fieldText(sheet, 'body').slice(total.range[1]).split('\n', 1)[0]!.length;
  const said = stated
    .filter(({ range: [from] }) => from >= total.range[1] && from < total.range[1] + paragraph)
    .flatMap((figure) => classOf(figure) ?? []);
  if (said.length === 0 || new Set(said.map(({ of }) => of)).size < said.length) return [];
  return [...compareWithTotal(sheet, total, said), ...said.flatMap(compareWithTable)];

  function compareWithTable({ of, name, figure }: Said): readonly Finding[] {
    const known = procurementAmount(tables, of);
    if (!known || known.amount.eq(figure.amount)) return [];
    const amount = formatAmount(figure.amount);
    const other = formatAmount(known.amount);
    return [
      {
        place: placeOf(sheet, figure),
        values: { kind: 'table', name, amount, table: PROCUREMENT_TABLE, other },
        related: [known.place]
      }
    ];
  }
}

function classOf(figure: Figure): Said | null {
  const found = CLASSES.find(([, , label]) => label.test(figure.label));
  return found ? { of: found[0], name: found[1], figure } : null;
}

/** One class alone may be named for another reason than to say what the total is made of. */
function compareWithTotal(sheet: Sheet, total: Figure, said: readonly Said[]): readonly Finding[] {
  const isListed = said.every(
    ({ figure }) => figure.sentence === total.sentence && figure.depth > total.depth
  );
  const sum = said.reduce((all, { figure }) => all.plus(figure.amount), new Decimal(0));
  if (said.length < 2 || isListed || sum.eq(total.amount)) return [];
  return [
    {
      place: placeOf(sheet, total),
      values: {
        kind: 'classes',
        name: PROCUREMENT_BUDGET,
        amount: formatAmount(total.amount),
        other: formatAmount(sum)
      },
      related: said.map(({ figure }) => placeOf(sheet, figure))
    }
  ];
}

function placeOf(sheet: Sheet, { range }: Figure): Place {
  return { sheet: sheet.id, field: 'body', range };
}
