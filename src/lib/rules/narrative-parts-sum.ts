import { readFunds } from '#lib/model/arranged-funds.ts';
import { Decimal, formatAmount, readAmount } from '#lib/model/decimal.ts';
import { moneyUnit } from '#lib/model/target.ts';
import { cellText, fieldText, type Place, type Sheet } from '#lib/model/workbook.ts';
import { amountsIn } from './prose-amounts.ts';
import { sentencesOf } from './prose-sentences.ts';
import type { Finding, SheetRule } from './rule.ts';
import { proseOf, type Passage } from './sheet-texts.ts';

/** An item of a 其中 list; amounts in 万元, null where it has none. */
interface Item {
  readonly name: string;
  readonly amount: Decimal | null;
  readonly place: Place;
}

/**
 * The items of a 其中 list make the total. In 资金安排 of a brief: all items together; where one has no
 * amount, the others may not exceed the total, and what is left is asked for. In a sentence: what
 * stands behind 其中, unless it says 其中 or 包括 once more, or speaks of changes.
 */
export const narrativePartsSum: SheetRule = {
  code: 'narrative-parts-sum',
  severity: 'error',
  scope: 'sheet',
  kinds: ['brief', 'text', 'project'],
  title: '其中各项之和不等于总数',
  source: '资金安排：共计数 = 其中各项之和',
  message: ({ kind, total, sum, rest, item }) => {
    switch (kind) {
      case 'unnamed':
        return `共计 ${total}万元，列出金额的各项之和 ${sum}万元，“${item}”没有写金额，余下的 ${rest}万元不知用在哪里。审核会要求补列，请写明每一项的金额。`;
      case 'partial':
        return `总数 ${total}万元，其中各项之和 ${sum}万元，差 ${rest}万元没有说明。请补上漏列的一项，或核对金额。`;
      default:
        return `总数 ${total}万元，其中各项之和 ${sum}万元，相差 ${rest}万元。总数与明细对不上无法批复，请核对各项金额和总数。`;
    }
  },
  english: {
    title: 'The parts do not make the total',
    message: ({ kind, total, sum, rest, item }) => {
      switch (kind) {
        case 'unnamed':
          return `The total is ${total} (10,000 yuan), the items with an amount make ${sum}, and “${item}” has none: nobody knows what ${rest} are for. Give each item its amount.`;
        case 'partial':
          return `The total is ${total} (10,000 yuan), the parts make ${sum}: ${rest} are not explained. Add the part that was left out, or check the amounts.`;
        default:
          return `The total is ${total} (10,000 yuan), but the parts make ${sum}, a difference of ${rest}. Check the parts and the total.`;
      }
    }
  },
  examples: {
    bad: '共计50万元，其中：甲20万元、乙20万元',
    good: '共计50万元，其中：甲30万元、乙20万元'
  },
  check: (sheet) => [
    ...(sheet.kind === 'brief' ? checkFunds(sheet) : []),
    ...proseOf(sheet).flatMap(checkSentences)
  ]
};

function checkFunds(sheet: Sheet): readonly Finding[] {
  const said = readFunds(fieldText(sheet, 'funds'));
  const total = moneyOf(fieldText(sheet, 'fundsTotal') || said.total);
  const items =
    sheet.rows.length > 0 ? itemsOfRows(sheet) : said.items.map((item) => itemOf(item, 'funds'));
  if (!total || items.length === 0) return [];
  const sum = items.reduce((all, { amount }) => all.plus(amount ?? 0), new Decimal(0));
  const blank = items.find(({ amount }) => amount === null);
  if (sum.eq(total) || (blank && items.every(({ amount }) => amount === null))) return [];
  const kind = blank && sum.lt(total) ? 'unnamed' : 'differs';
  return [
    {
      place: { field: fieldText(sheet, 'fundsTotal') === '' ? 'funds' : 'fundsTotal' },
      severity: kind === 'unnamed' ? 'warning' : 'error',
      values: { kind, ...shown(total, sum), item: blank?.name ?? '' },
      related: kind === 'unnamed' && blank ? [blank.place] : items.map(({ place }) => place)
    }
  ];
}

function itemsOfRows({ rows }: Sheet): readonly Item[] {
  return rows
    .map((row) => ({ row, name: cellText(row, 'item').trim() }))
    .filter(({ row, name }) => name !== '' || cellText(row, 'amount').trim() !== '')
    .map(({ row, name }) => ({
      name: name || '未写用途的一项',
      amount: moneyOf(cellText(row, 'amount')),
      place: { row: row.id, column: 'amount' }
    }));
}

function itemOf({ item, amount }: { item: string; amount: string }, field: string): Item {
  return { name: item, amount: moneyOf(amount), place: { field } };
}

/** An amount in 万元, with its unit or without; null where it is blank or cannot be read. */
function moneyOf(text: string): Decimal | null {
  const [, number = '', unit = '万元'] =
    /^([^元万千亿]*)(亿元|万元|千元|元|万)?$/.exec(text.trim()) ?? [];
  const scale = moneyUnit(unit);
  return scale ? (readAmount(number)?.times(scale) ?? null) : null;
}

const WITHIN = /^[，,；;。\s]*其中/;
/** What is for small enterprises is part of what is for small and middle ones. */
const NESTED = /其中|包括|含|小微/;
const CHANGES = /增加|减少|增长|下降|结余|剩余/;

function checkSentences({ field, text }: Passage): readonly Finding[] {
  if (!text.includes('其中')) return [];
  return sentencesOf(text).flatMap((sentence): readonly Finding[] => {
    const amounts = amountsIn(sentence.text);
    const at = amounts.findIndex(({ range }) =>
      WITHIN.test(sentence.text.slice(range[1], range[1] + 8))
    );
    const total = amounts[at];
    const parts = amounts.slice(at + 1);
    if (!total || parts.length < 2 || CHANGES.test(sentence.text)) return [];
    const list = sentence.text.slice(total.range[1]).replace(WITHIN, '');
    if (NESTED.test(list) || /[（(]/.test(list)) return [];
    const sum = parts.reduce((all, { amount }) => all.plus(amount), new Decimal(0));
    if (sum.eq(total.amount)) return [];
    const rangeOf = ([from, to]: readonly [number, number]) =>
      [sentence.from + from, sentence.from + to] as const;
    const kind = sum.lt(total.amount) ? 'partial' : 'differs';
    return [
      {
        place: { field, range: rangeOf(total.range) },
        severity: kind === 'partial' ? 'warning' : 'error',
        values: { kind, ...shown(total.amount, sum), item: '' },
        related: parts.map(({ range }) => ({ field, range: rangeOf(range) }))
      }
    ];
  });
}

function shown(total: Decimal, sum: Decimal): Record<'total' | 'sum' | 'rest', string> {
  return {
    total: formatAmount(total),
    sum: formatAmount(sum),
    rest: formatAmount(total.minus(sum).abs())
  };
}
