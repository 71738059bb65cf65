import type { Fix } from '#lib/model/problem.ts';
import { halfWidth } from '#lib/model/decimal.ts';
import { NUMBER } from './prose-amounts.ts';
import type { Finding, SheetRule } from './rule.ts';
import { replaceFound } from './replace-found.ts';
import { searchProse, textOf, type Found } from './sheet-texts.ts';

/** Words behind which a bare number is money. */
const MONEY = '(?:安排(?:资金|经费)?|共计|合计|资金|经费|预算|投入|支付|补助|需要?)';

/**
 * A number with 万 alone, or without a unit, in front of an end. Behind a whole number 、 is no end: it is
 * the first of a list then.
 */
const BARE = new RegExp(
  `${MONEY}(?:为|约|共|:)?[ \\t]*(?:(${NUMBER}[ \\t]*万|\\d+\\.\\d+)(?=[。，、；,;)]|$)|(\\d+)(?=[。，；;)]|,(?!\\d)|$))`,
  'gm'
);

function findBare(text: string): readonly Found[] {
  return [...halfWidth(text).matchAll(BARE)].map((match) => {
    const to = match.index + match[0].length;
    return { range: [to - (match[1] ?? match[2] ?? '').length, to] as const };
  });
}

const findAll = searchProse(findBare);

/** An amount of money in prose has its unit: 安排2万 could be read as anything. The fix writes 元 behind 万. */
export const moneyUnitMissing: SheetRule = {
  code: 'money-unit-missing',
  severity: 'error',
  scope: 'sheet',
  kinds: ['brief', 'text', 'project'],
  title: '金额没有单位',
  source: '金额应写明元或万元',
  message: ({ amount }) =>
    `“${amount}”没有写明是元还是万元。相差一万倍，批复和公开都会误读，请补上单位。`,
  english: {
    title: 'An amount without its unit',
    message: ({ amount }) =>
      `“${amount}” does not say whether it is yuan or 10,000 yuan, a ten-thousandfold difference. Add the unit.`
  },
  examples: { bad: '差旅费，安排2万。', good: '差旅费，安排2万元。' },
  check: (sheet) =>
    findAll(sheet).map((found): Finding => {
      const amount = textOf(found);
      const fixes: Fix[] = /万$/.test(amount) ? [replaceFound(sheet, found, `${amount}元`)] : [];
      return { place: found.place, values: { amount }, fixes };
    })
};
