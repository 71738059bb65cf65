import { findDates, type WrittenDate } from '#lib/model/date.ts';
import { replaceTarget } from './fix.ts';
import { target } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** Operators and what is written for them, at the head of a target. */
const SIGNS = /^[≥≤=><≧≦⩾⩽≫≪＝＞＜]+\s*/;

/** What can be wrong with a date, in both languages. */
const FAULTS: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  glued: ['年份粘连了别的数字', 'has other digits glued to its year'],
  'no-day': ['不是日历上有的日子', 'is no day of the calendar'],
  sign: ['前面多了比较符号', 'has an operator before it']
};

/** A date in a target can be read, and nothing is glued to it. */
export const dateCorrupt: RowRule = {
  code: 'date-corrupt',
  severity: 'error',
  scope: 'cell',
  title: '日期写错',
  source: '时限应是日历上的日期；比较符号和多余数字多为复制、识别时粘连',
  message: ({ target, fault = '' }) =>
    `指标值“${target}”的日期${FAULTS[fault]?.[0]}，看不出究竟要在哪一天完成，到期无法判断。请改成年、月、日写全的日期。`,
  english: {
    title: 'Date miswritten',
    message: ({ target, fault = '' }) =>
      `The date in the target “${target}” ${FAULTS[fault]?.[1]}, so nobody can tell on which day the work is due. Write a date with its year, month and day.`
  },
  examples: { bad: '1002024年12月31日', good: '2024年12月31日' },
  check: (row, { year }) => {
    const text = target(row);
    const fault = faultOf(text);
    if (fault === null) return [];
    const mended = mend(text, year);
    return [
      {
        place: { column: 'target' },
        values: { target: text, fault },
        fixes: mended !== null && faultOf(mended) === null ? [replaceTarget(row, mended)] : []
      }
    ];
  }
};

function faultOf(text: string): string | null {
  const dates = findDates(text);
  const unreadable = dates.find(({ date }) => date === null);
  if (unreadable) {
    return unreadable.yearDigits.length > 4 ? 'glued' : 'no-day';
  }
  const [first] = dates;
  return first && isDeadlineAfterSign(text, first) ? 'sign' : null;
}

/** `≥2024年12月31日`; but `≥2024年水平` compares with a year and is no deadline. */
function isDeadlineAfterSign(text: string, { from, to, date }: WrittenDate): boolean {
  const isDeadline = date?.month != null || /^(?:[底末前]|$)/.test(text.slice(to));
  return isDeadline && SIGNS.exec(text)?.[0].length === from;
}

/** Without the operator and the digits before the year, where the last four make the budget year. */
function mend(text: string, year: number | null): string | null {
  const plain = text.replace(SIGNS, '');
  const [first, ...others] = findDates(plain);
  if (first?.from !== 0 || others.length > 0) return null;
  const glued = first.yearDigits.length - 4;
  const isCertain = glued <= 0 || isLikely(Number(first.yearDigits.slice(glued)), year);
  return isCertain ? plain.slice(Math.max(glued, 0)) : null;
}

function isLikely(candidate: number, year: number | null): boolean {
  return year === null ? candidate >= 2000 && candidate <= 2100 : candidate === year;
}
