import { Decimal, halfWidth } from './decimal.ts';

/** The operators of a target. ≥ is better when more, ≤ when less. */
export type Operator = '≥' | '≤' | '=' | '>' | '<';

/** A target (指标值) with a number in it. `operator` is empty where none is printed. */
export interface QuantitativeTarget {
  readonly operator: Operator | '';
  readonly number: Decimal;
  /** As printed after the number: `%`, `万元`, `元/人`; empty where missing. */
  readonly unit: string;
}

/** Signs and words that are written for an operator, longest first (domain: Indicators). */
const OPERATOR_SPELLINGS: readonly (readonly [spelling: string, operator: Operator])[] = [
  ['大于等于', '≥'],
  ['小于等于', '≤'],
  ['大于或等于', '≥'],
  ['小于或等于', '≤'],
  ['不少于', '≥'],
  ['不低于', '≥'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['不大于', '≤'],
  ['不小于', '≥'],
  ['>=', '≥'],
  ['=>', '≥'],
  ['<=', '≤'],
  ['=<', '≤'],
  ['≥', '≥'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['≫', '≥'],
  ['≤', '≤'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['≪', '≤'],
  ['=', '='],
  ['>', '>'],
  ['<', '<']
];

const LOOKALIKES: ReadonlyMap<string, Operator> = new Map([
  ['≪', '≤'],
  ['≫', '≥'],
  ['≧', '≥'],
  ['≦', '≤'],
  ['⩾', '≥'],
  ['⩽', '≤'],
  ['>=', '≥'],
  ['<=', '≤'],
  ['=>', '≥'],
  ['=<', '≤'],
  ['＞', '>'],
  ['＜', '<'],
  ['＝', '=']
]);

/**
 * The look-alike at the head of a target and the operator it stands for, such as `>=` for `≥`;
 * null where the target begins with a proper operator or with none.
 */
export function operatorLookalike(
  text: string
): { readonly written: string; readonly operator: Operator } | null {
  const head = text.trimStart();
  const two = halfWidth(head.slice(0, 2));
  const ofTwo = LOOKALIKES.get(two);
  if (ofTwo) return { written: head.slice(0, 2), operator: ofTwo };
  const ofOne = LOOKALIKES.get(head.slice(0, 1));
  return ofOne ? { written: head.slice(0, 1), operator: ofOne } : null;
}

/** The operator at the head of a target, in whatever spelling, and the text after it. */
export function splitOperator(text: string): { operator: Operator | ''; rest: string } {
  const plain = halfWidth(text).trim();
  for (const [spelling, operator] of OPERATOR_SPELLINGS) {
    if (plain.startsWith(spelling)) return { operator, rest: plain.slice(spelling.length).trim() };
  }
  return { operator: '', rest: plain };
}

const QUANTITY = /^(\d[\d,]*(?:\.\d+)?)\s*(.*)$/s;

/**
 * Reads a target that is an operator, a number and a unit: `≥95%`, `6万元`, `≤40元/人`.
 * Null for dates, graded words and anything else that does not begin with a number.
 */
export function readTarget(text: string): QuantitativeTarget | null {
  const { operator, rest } = splitOperator(text);
  const match = QUANTITY.exec(rest);
  if (!match) return null;
  const unit = match[2]!.trim();
  if (/^(年|月|[-/.]\d)/.test(unit) && /^\d{4}/.test(rest)) return null;
  return { operator, number: new Decimal(match[1]!.replaceAll(',', '')), unit };
}

/** A money unit in 万元: how many 万元 one of it is; null where the unit is no plain amount of money. */
export function moneyUnit(unit: string): Decimal | null {
  switch (unit) {
    case '元':
      return new Decimal('0.0001');
    case '千元':
      return new Decimal('0.1');
    case '万元':
    case '万':
      return new Decimal(1);
    case '亿元':
      return new Decimal(10000);
    default:
      return null;
  }
}
