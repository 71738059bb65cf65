import { readHeadLine } from '../project/head-line.ts';

/** What a line above a disclosure table says; a field that it does not say is absent. */
export interface DisclosureHead {
  readonly unitCode?: string;
  readonly unitName?: string;
  readonly year?: string;
  readonly moneyUnit?: string;
  /** A date that the figures are of, with its label; it goes to the note of the table. */
  readonly asOf?: string;
}

/** Longer texts are no head lines. */
const HEAD_LENGTH = 120;

const YEAR = /(?:预算)?年度\s*[:：]\s*(\d{4}(?!\d))?\s*年?/;
const YEAR_BEHIND_UNIT = /(?<=[\p{Script=Han}）)])\s*(20\d{2})\s*年?$/u;
const AS_OF = /(?:截止|截至)(?:时间|日期)?\s*[:：]\s*\d[\d年月日./-]{3,12}/;
const MONEY_UNIT = /[（(]?(?:金额)?单位\s*[:：]\s*([百千万亿]?元)[）)]?/;
const LABELLED_UNIT = /^(?:编制|填报|预算)?(?:单位|部门)(?:名称)?\s*[:：]\s*([^\s:：]{2,40})$/;

/**
 * Reads the line above a disclosure table: the unit, 预算年度, 截止时间, 单位：万元, in any order and number.
 * A label whose value stands on the next line is read without it. Null where the text is no such line.
 */
export function readDisclosureHead(text: string): DisclosureHead | null {
  if (text.length > HEAD_LENGTH || text.trim() === '') return null;
  const asOf = AS_OF.exec(text)?.[0];
  const money = MONEY_UNIT.exec(text)?.[1];
  const year = YEAR.exec(text);
  const rest = [AS_OF, MONEY_UNIT, YEAR]
    .reduce((left, label) => left.replace(label, ' '), text)
    .trim();
  const head = {
    ...(asOf && { asOf }),
    ...(money && { moneyUnit: money }),
    ...(year?.[1] && { year: year[1] })
  };
  if (rest === '') return asOf || money || year ? head : null;
  const unit = readUnit(rest);
  return unit && { ...head, ...unit };
}

function readUnit(text: string): DisclosureHead | null {
  const yearBehind = YEAR_BEHIND_UNIT.exec(text);
  const name = yearBehind ? text.slice(0, yearBehind.index).trim() : text;
  const year = yearBehind ? { year: yearBehind[1]! } : {};
  const labelled = LABELLED_UNIT.exec(name);
  if (labelled) return { ...year, unitName: labelled[1]! };
  const coded = readHeadLine(name);
  if (coded) return { ...year, unitCode: coded.unitCode, unitName: coded.unitName };
  return yearBehind && /^[\p{Script=Han}（）()]{4,40}$/u.test(name)
    ? { ...year, unitName: name }
    : null;
}
