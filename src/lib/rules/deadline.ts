import { findDates, type WrittenDate } from '#lib/model/date.ts';
import { halfWidth } from '#lib/model/decimal.ts';

/** `12月底`, a date that leaves the year to the paper. */
const MONTH = /(?:^|[^\d年])\d{1,2}\s*月(?!均)/;
const MONTH_AT_HEAD = /^\d{1,2}\s*月(?!均)/;

/** Words that make a date a thing to compare with, before it and after it. */
const COMPARED_BEFORE = /(?:较|比|自|从|以|按|与|同|达到|根据|依据|《)[^，。；,;]{0,4}$/;
const COMPARED_AFTER = /^(?:同期|以来|起|》)/;

/** What may follow a year alone that is a deadline: 2024年底, 2024年内. */
const DUE = /^(?:度?[底末前内]|度?完|度?$|[，。；、,;)）])/;

/** Words that set a time without a number. */
const TIMES =
  /年底|年末|年内|年初|当年|全年|每年|年度内|月底|月末|每月|按月|当月|季末|每季|按季|季度|当[日天]|每[日天]|当周|每周|即时|实时|(?<![提目])前(?:$|[完，。；,;])|期[内前间限]|[汛灌节季冬]前/;

/** Whether a text speaks of a date, with its year or without. */
export function holdsDate(text: string): boolean {
  return findDates(text).length > 0 || MONTH.test(halfWidth(text));
}

/** Whether a text begins with a date. */
export function beginsWithDate(text: string): boolean {
  return findDates(text)[0]?.from === 0 || MONTH_AT_HEAD.test(halfWidth(text));
}

/**
 * The last date in a text by which something is due; null where there is none that can be read, or
 * where it is only compared with: `较2022年提高`, `≥2022年水平`. Of a stretch of time that is its end.
 */
export function deadlineIn(text: string): WrittenDate | null {
  const last = findDates(text).at(-1);
  if (!last?.date) return null;
  const after = text.slice(last.to);
  const isCompared =
    COMPARED_BEFORE.test(text.slice(Math.max(0, last.from - 8), last.from)) ||
    COMPARED_AFTER.test(after);
  const isDue = last.date.month !== null || DUE.test(after);
  return isDue && !isCompared ? last : null;
}

/** Whether a text sets a time in words, without a number: 年底, 全年, 汛期前; 及时 sets none. */
export function setsTime(text: string): boolean {
  return TIMES.test(text);
}
