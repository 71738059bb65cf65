import { cleanText } from '../cleaning/layout-spaces.ts';

const MONEY_UNIT = /[（(]?(?:金额)?单位\s*[:：]\s*([一-鿿]{1,4})[）)]?$/;
const UNIT = /^(\d{6}|\d{3})\s*([一-鿿（(].*)$/;

/** What the line above a project table says; what it does not say is empty. */
export interface HeadLine {
  readonly unitCode: string;
  readonly unitName: string;
  readonly moneyUnit: string;
}

/**
 * Reads the line above a project table: a unit's code of 3 or 6 digits, its name, 单位：万元, or only
 * some of them. Null where the text is no such line.
 */
export function readHeadLine(text: string): HeadLine | null {
  const clean = text.trim();
  const money = MONEY_UNIT.exec(clean);
  const rest = (money ? clean.slice(0, money.index) : clean).trim();
  if (rest === '') return money && { unitCode: '', unitName: '', moneyUnit: money[1]! };
  const unit = UNIT.exec(rest);
  if (!unit) return null;
  return {
    unitCode: unit[1]!,
    unitName: cleanText(unit[2]!),
    moneyUnit: money?.[1] ?? ''
  };
}

/** Whether a line can stand above a project table: each of its cells is blank or a head line. */
export function isHeadLine(text: string): boolean {
  return text.split('\t').every((cell) => cell.trim() === '' || readHeadLine(cell) !== null);
}
