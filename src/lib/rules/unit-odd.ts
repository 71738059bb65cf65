import { halfWidth } from '#lib/model/decimal.ts';
import type { Fix } from '#lib/model/problem.ts';
import { moneyUnit } from '#lib/model/target.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';
import { replaceTarget } from './fix.ts';
import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import { COUNT_WORDS, COUNTED, plainWord, usualSpelling } from './measure-words.ts';
import type { Finding, RowRule } from './rule.ts';

/** 每人每年, 年均: a price for a stretch of time, which its unit should name. */
const PER_TIME = /每[人户部台辆个条件次]?每?(年|月|天)|(年|月)均/;

const FULL_WIDTH = /[０-９％．]/;

/**
 * A unit is written as papers write it, fits what is counted, and is complete. What no dictionary
 * knows is not judged.
 */
export const unitOdd: RowRule = {
  code: 'unit-odd',
  severity: 'info',
  scope: 'cell',
  title: '计量单位不合适',
  source: '计量单位应与指标名称相配，写法规范、完整，如 元/人·年',
  message: ({ kind, name, target, usual }) => {
    if (kind === 'word')
      return `“${name}”的指标值是“${target}”，量词与名称不配，看的人会怀疑填错了行。一般用${usual}，请核对。`;
    return kind === 'time'
      ? `“${name}”说的是一段时间的费用，指标值“${target}”的单位没有写时间，会被当成一次的价格。请写成“${usual}”。`
      : `指标值“${target}”的数字或单位写法不规范，汇总时不便统一。请写成“${usual}”。`;
  },
  english: {
    title: 'Unit does not fit',
    message: ({ kind, name, target, usual }) => {
      if (kind === 'word')
        return `The target of “${name}” is “${target}”, whose measure word does not fit the name, as if it stood in the wrong row. Usual are “${usual}”; check it.`;
      return kind === 'time'
        ? `“${name}” is a price for a stretch of time, which the unit of “${target}” does not name, so it may be taken for a single price. Write “${usual}”.`
        : `The number or unit of the target “${target}” is not written in the usual way, which is hard to total. Write “${usual}”.`;
    }
  },
  examples: { bad: '宣传手册：≥20幅', good: '宣传手册：≥20册' },
  check: (row) => {
    const read = quantitative(row);
    if (!read || read.unit === '') return [];
    const usual = unfit(row, read.unit);
    if (usual !== null) return [found(row, 'word', usual, [])];
    const text = target(row);
    const spelt = respelt(text, read.unit);
    const mended = spelt + missingTime(row, read.unit);
    if (mended === text) return [];
    const kind = spelt === text ? 'time' : 'spelling';
    return [found(row, kind, mended, [replaceTarget(row, mended)])];
  }
};

/** The target with half-width digits and its unit in the usual spelling. */
function respelt(text: string, unit: string): string {
  const plain = FULL_WIDTH.test(text) ? halfWidth(text) : text;
  const usual = usualSpelling(unit);
  return usual !== undefined && plain.endsWith(unit) ? plain.slice(0, -unit.length) + usual : plain;
}

/** What is to be added to a unit cost that is for a stretch of time: `·年`; else empty. */
function missingTime(row: Row, unit: string): string {
  const [money = '', counted = '', ...more] = unit.split('/');
  if (more.length > 0 || !/^[人户部台辆个条件次]$/.test(counted) || !moneyUnit(money)) return '';
  const [, each, mean] = PER_TIME.exec(wording(row)) ?? [];
  const time = each ?? mean;
  return time === undefined ? '' : `·${time}`;
}

/** The words that count what the indicator is about, where its own is none of them. */
function unfit(row: Row, unit: string): string | null {
  const word = plainWord(unit);
  if (measure(row) === 'cost' || !COUNT_WORDS.has(word)) return null;
  const name = cellText(row, 'level3').trim();
  const counted = COUNTED.find((each) => each.name.test(name));
  if (!counted || counted.words.includes(word)) return null;
  return counted.words.slice(0, 3).join('、');
}

function found(row: Row, kind: string, usual: string, fixes: readonly Fix[]): Finding {
  return {
    place: { column: 'target' },
    values: { kind, name: nameOf(row), target: target(row), usual },
    fixes
  };
}
