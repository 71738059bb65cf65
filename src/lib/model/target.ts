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

/** Signs that stand for an operator because a keyboard or a scanner had no better (domain: Indicators). */
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

const LOOKALIKE = '[>＞][=＝]|[<＜][=＝]|[=＝][>＞<＜]|[≪≫≧≦⩾⩽＞＜＝]';
const LOOKALIKE_AT_HEAD = new RegExp(`^\\s*(?:${LOOKALIKE})`);
const LOOKALIKE_BEFORE_NUMBER = new RegExp(`(?:${LOOKALIKE})(?=\\s*[\\d０-９])`, 'g');

/**
 * A target with the look-alikes of operators, at its head or before a number, replaced by the
 * operators they stand for: `≫95%` and `>=95%` become `≥95%`. Other texts come back as they are.
 */
export function normaliseOperators(text: string): string {
  return text.replace(LOOKALIKE_AT_HEAD, operatorOf).replace(LOOKALIKE_BEFORE_NUMBER, operatorOf);
}

function operatorOf(lookalike: string): string {
  const sign = lookalike.trim();
  return LOOKALIKES.get(sign) ?? LOOKALIKES.get(halfWidth(sign)) ?? lookalike;
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

/** What follows the first number of a date: `2024年…`, `2024-12-31`, `12月底`. */
const OF_A_DATE = /^(?:月(?!均)|[-/.]\d{1,2}[-/.]\d)/;

/**
 * Reads a target that is an operator, a number and a unit: `≥95%`, `6万元`, `≤40元/人`.
 * Null for dates, graded words and anything else that does not begin with a number.
 */
export function readTarget(text: string): QuantitativeTarget | null {
  const { operator, rest } = splitOperator(text);
  const match = QUANTITY.exec(rest);
  if (!match) return null;
  const digits = match[1]!;
  const unit = match[2]!.trim();
  if (OF_A_DATE.test(unit) || (unit.startsWith('年') && digits.length >= 4)) return null;
  return { operator, number: new Decimal(digits.replaceAll(',', '')), unit };
}

/** A target with another operator at its head, the rest as it is written. */
export function withOperator(text: string, operator: Operator | ''): string {
  const { rest } = splitOperator(text);
  const written = text.trim();
  return operator + written.slice(written.length - rest.length);
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
