import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import type { Place, Sheet } from '#lib/model/workbook.ts';
import { budgetFigureOf } from './budget-figures.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import { figuresOf, type Figure } from './figures.ts';
import { firstAtEachPlace } from './first-at-each-place.ts';
import { groupBy } from './group-by.ts';
import { compareProcurement } from './procurement-said.ts';
import type { Finding, RuleContext, WorkbookRule } from './rule.ts';

/**
 * The figures of 情况说明 are those of the tables; this year's less last year's is the stated change; the
 * parts of a change make the change. Words that may mean something else are left alone.
 */
export const recNarrative: WorkbookRule = {
  code: 'rec-narrative',
  severity: 'error',
  scope: 'workbook',
  title: '情况说明与表格不符',
  source: '《地方预决算公开操作规程》：情况说明中的数应与公开表一致，增减数能与上年数核对',
  message: ({ kind, name, amount, table, other, before }) => {
    switch (kind) {
      case 'change':
        return `${name}写的是${amount}，而本年 ${other}、上年 ${before}，相减对不上。三个数公众一算便知，请核对。`;
      case 'classes':
        return `${name}总额写的是 ${amount}万元，货物、工程、服务相加是 ${other}万元。三类之和就是总额，请核对各类金额和总额。`;
      case 'parts':
        return `${name}写的是${amount}，其中各项增减相加是${other}。增减原因要能解释总数，请核对各项或补上漏列的一项。`;
      default:
        return `说明中${name} ${amount}万元，${table}是 ${other}。说明与表格不一致会被当作公开差错，请按表格改正。`;
    }
  },
  english: {
    title: 'The explanation differs from the tables',
    message: ({ kind, name, amount, table, other, before }) => {
      switch (kind) {
        case 'change':
          return `“${name}” is said to change by “${amount}”, but it is ${other} this year and ${before} last year. Check the three figures.`;
        case 'classes':
          return `The explanation gives ${amount} (10,000 yuan) for “${name}”, but goods, works and services make ${other}. The three make the total: check them.`;
        case 'parts':
          return `“${name}” is said to change by “${amount}”, but the parts given make “${other}”. Check them, or add the one left out.`;
        default:
          return `The explanation gives ${amount} (10,000 yuan) for “${name}”, “${table}” has ${other}. Correct the prose by the table.`;
      }
    }
  },
  examples: {
    bad: '基本支出985.67万元（支出总表 985.00）',
    good: '基本支出985.67万元（支出总表 985.67）'
  },
  check: (workbook, context) =>
    disclosureSetsOf(workbook).flatMap((set) =>
      set.texts.flatMap((sheet) => checkText(sheet, set, context))
    )
};

/** A figure that is known by its label. */
interface Known {
  readonly figure: Figure;
  readonly name: string;
}

function checkText(sheet: Sheet, set: DisclosureSet, { year }: RuleContext): readonly Finding[] {
  const figures = figuresOf(sheet);
  if (figures.length === 0) return [];
  const known = figures.flatMap((figure): readonly Known[] => {
    const name = budgetFigureOf(figure.label)?.name;
    return name === undefined ? [] : [{ figure, name }];
  });
  return firstAtEachPlace([
    ...known
      .filter(({ figure }) => figure.tells === 'amount' && isOf(figure, year))
      .flatMap(({ figure }) => compareWithTable(sheet, figure, set)),
    ...compareProcurement(sheet, figures, set, (figure) => isOf(figure, year)),
    ...compareYears(sheet, known, year),
    ...compareParts(sheet, figures)
  ]);
}

function isOf(figure: Figure, year: number | null): boolean {
  return figure.year === null || figure.year === year;
}

function compareWithTable(sheet: Sheet, figure: Figure, set: DisclosureSet): readonly Finding[] {
  const wanted = budgetFigureOf(figure.label);
  const amounts = wanted?.amounts(set) ?? [];
  const [first] = amounts;
  if (!wanted || !first || amounts.some((known) => known?.amount.eq(figure.amount))) return [];
  return [
    {
      place: placeOf(sheet, figure),
      values: {
        kind: 'table',
        name: wanted.name,
        amount: formatAmount(figure.amount),
        table: wanted.table,
        other: formatAmount(first.amount)
      },
      related: [first.place]
    }
  ];
}

/** Only what has one figure for each of the two years and one change in a text can be compared. */
function compareYears(
  sheet: Sheet,
  known: readonly Known[],
  year: number | null
): readonly Finding[] {
  return [...groupBy(known, ({ name }) => name)].flatMap(([name, all]) => {
    const figures = all.map(({ figure }) => figure);
    const amounts = figures.filter(({ tells }) => tells === 'amount');
    const now = only(amounts.filter((figure) => isOf(figure, year)));
    const before = only(amounts.filter((figure) => isLast(figure, year)));
    const change = only(figures.filter(({ tells }) => tells === 'more' || tells === 'less'));
    if (!now || !before || !change) return [];
    if (now.amount.minus(before.amount).eq(signed(change))) return [];
    return [
      {
        place: placeOf(sheet, change),
        values: {
          kind: 'change',
          name,
          amount: changeText(signed(change)),
          other: formatAmount(now.amount),
          before: formatAmount(before.amount)
        },
        related: [placeOf(sheet, now), placeOf(sheet, before)]
      }
    ];
  });
}

function isLast(figure: Figure, year: number | null): boolean {
  return figure.year === 'last' || (year !== null && figure.year === year - 1);
}

/** A change and behind 其中 at least two parts of it; nothing that says 其中 twice or gives reasons. */
function compareParts(sheet: Sheet, figures: readonly Figure[]): readonly Finding[] {
  return [...groupBy(figures, ({ sentence }) => sentence).values()].flatMap((sentence) => {
    const stated = sentence.filter(({ isReason }) => !isReason);
    const change = stated.find(({ tells, depth }) => isChange(tells) && depth === 0);
    const parts = stated.filter(({ depth }) => depth > 0);
    if (!change || parts.length < 2 || parts.some(({ depth }) => depth > 1)) return [];
    if (parts.some(({ tells, amount }) => !isChange(tells) && !amount.isZero())) return [];
    const sum = parts.reduce((total, part) => total.plus(signed(part)), new Decimal(0));
    if (sum.eq(signed(change))) return [];
    return [
      {
        place: placeOf(sheet, change),
        values: {
          kind: 'parts',
          name: budgetFigureOf(change.label)?.name ?? '增减总数',
          amount: changeText(signed(change)),
          other: changeText(sum)
        },
        related: parts.map((part) => placeOf(sheet, part))
      }
    ];
  });
}

function isChange(tells: Figure['tells']): boolean {
  return tells === 'more' || tells === 'less';
}

function signed({ tells, amount }: Figure): Decimal {
  return tells === 'less' ? amount.negated() : amount;
}

function changeText(change: Decimal): string {
  return `${change.lt(0) ? '减少' : '增加'} ${formatAmount(change.abs())}`;
}

function only(figures: readonly Figure[]): Figure | undefined {
  return figures.length === 1 ? figures[0] : undefined;
}

function placeOf(sheet: Sheet, { range }: Figure): Place {
  return { sheet: sheet.id, field: 'body', range };
}
