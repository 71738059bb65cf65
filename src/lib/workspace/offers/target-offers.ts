import { measureOf, type Measure } from '#lib/model/forms.ts';
import { plainOffer, type Offer } from '#lib/model/offer.ts';
import { readTarget, splitOperator, type Operator } from '#lib/model/target.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';

const MORE: readonly Operator[] = ['≥', '=', '≤', '>', '<'];
const LESS: readonly Operator[] = ['≤', '=', '≥', '<', '>'];

const MEANINGS: Readonly<Record<Operator, string>> = {
  '≥': '不少于',
  '≤': '不超过',
  '=': '等于',
  '>': '大于',
  '<': '小于'
};

/** The units that targets of a measure usually have (domain: Indicators), the most usual first. */
const UNITS: Readonly<Record<Measure, readonly string[]>> = {
  quantity: ['个', '次', '人', '人次', '件', '条', '项', '份', '册', '户', '公里', '平方米', '台'],
  quality: ['%', '分', '级'],
  time: ['天', '个工作日', '小时', '个月', '%'],
  cost: ['万元', '元', '元/人', '元/个', '元/次', '%'],
  benefit: ['%', '万元', '人', '户', '次', '年'],
  satisfaction: ['%']
};

/**
 * What continues a target: before its number the signs, the one that suits the second level first; after it
 * the units, `used` ones (of the workbook) first.
 */
export function targetOffers(
  row: Row,
  typed: string,
  used: (measure: Measure | null) => readonly string[]
): readonly Offer[] {
  const measure = measureOf(cellText(row, 'level1'), cellText(row, 'level2'));
  const signs = measure === 'cost' ? LESS : MORE;
  const { operator, rest } = splitOperator(typed);
  if (rest === '') {
    if (operator !== '') return [];
    return signs.map((sign) => ({ ...plainOffer(sign, MEANINGS[sign]), unfinished: true }));
  }
  const target = readTarget(typed);
  if (!target) return [];
  const number = rest.slice(0, rest.length - target.unit.length).trim();
  const units = [...new Set([...used(measure), ...(measure ? UNITS[measure] : UNITS.quantity)])]
    .filter((unit) => unit.startsWith(target.unit))
    .slice(0, 8);
  // Without a sign nobody knows which way is better.
  const sign = operator === '' ? signs[0]! : operator;
  return units.map((unit) => plainOffer(`${sign}${number}${unit}`));
}
