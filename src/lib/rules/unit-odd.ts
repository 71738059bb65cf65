import { halfWidth } from '#lib/model/decimal.ts';
import { moneyUnit } from '#lib/model/target.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';
import { replaceTarget } from './fix.ts';
import { measure, nameOf, quantitative, target, wording } from './indicator.ts';
import { COUNT_WORDS, COUNTED, plainWord, SPELLINGS } from './measure-words.ts';
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
    return misspelt(row) ?? withoutTime(row, read.unit) ?? unfit(row, read.unit) ?? [];
  }
};

function misspelt(row: Row): readonly Finding[] | null {
  const text = target(row);
  const unit = quantitative(row)?.unit ?? '';
  const known = Object.hasOwn(SPELLINGS, unit) ? SPELLINGS[unit] : undefined;
  const plain = FULL_WIDTH.test(text) ? halfWidth(text) : text;
  const usual =
    known !== undefined && plain.endsWith(unit) ? plain.slice(0, -unit.length) + known : plain;
  return usual === text ? null : [found(row, 'spelling', usual, true)];
}

function withoutTime(row: Row, unit: string): readonly Finding[] | null {
  const [money = '', counted = '', ...more] = unit.split('/');
  if (more.length > 0 || !/^[人户部台辆个条件次]$/.test(counted) || !moneyUnit(money)) return null;
  const [, each, mean] = PER_TIME.exec(wording(row)) ?? [];
  const time = each ?? mean;
  return time === undefined ? null : [found(row, 'time', `${target(row)}·${time}`, true)];
}

function unfit(row: Row, unit: string): readonly Finding[] | null {
  const word = plainWord(unit);
  if (measure(row) !== 'quantity' || !COUNT_WORDS.has(word)) return null;
  const name = cellText(row, 'level3').trim();
  const counted = COUNTED.find((each) => each.name.test(name));
  if (!counted || counted.words.includes(word)) return null;
  return [found(row, 'word', counted.words.slice(0, 3).join('、'), false)];
}

function found(row: Row, kind: string, usual: string, isCertain: boolean): Finding {
  return {
    place: { column: 'target' },
    values: { kind, name: nameOf(row), target: target(row), usual },
    fixes: isCertain ? [replaceTarget(row, usual)] : []
  };
}
