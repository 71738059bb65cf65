/** A time as people say it: 刚刚, 10:32, 昨天 17:40, 11-12, 2025-03-02. Empty for an empty time. */
export function sayTime(iso: string, now = new Date()): string {
  if (iso === '') return '';
  const time = new Date(iso);
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
  if (now.getTime() - time.getTime() < 60_000) return '刚刚';
  const days = Math.round((startOfDay(now) - startOfDay(time)) / 86_400_000);
  if (days === 0) return clock;
  if (days === 1) return `昨天 ${clock}`;
  const date = `${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return time.getFullYear() === now.getFullYear() ? date : `${time.getFullYear()}-${date}`;
}

/** From when to when, as people say it: 今天 09:12–10:05, 3月2日 17:40, 2025年3月2日 08:00–08:20. */
export function saySpan(from: string, to: string, now = new Date()): string {
  const [start, end] = [new Date(from), new Date(to)];
  const clocks = [...new Set([sayClock(start), sayClock(end)])].join('–');
  return `${sayDay(start, now)} ${clocks}`;
}

function sayDay(time: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(time)) / 86_400_000);
  if (days === 0) return '今天';
  if (days === 1) return '昨天';
  const date = `${time.getMonth() + 1}月${time.getDate()}日`;
  return time.getFullYear() === now.getFullYear() ? date : `${time.getFullYear()}年${date}`;
}

/** A clock may be fast by so much before it is called wrong, in milliseconds. */
const FAST = 2 * 60 * 1000;

/** Whether a time is yet to come, so that the clock it is by is wrong. */
export function isYetToCome(iso: string, now = new Date()): boolean {
  return new Date(iso).getTime() > now.getTime() + FAST;
}

/** Hours and minutes of a time. */
export function sayClock(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

const MINUTE = 60_000;
/** From so many of a unit on, the next larger one is said. */
const UNITS = [
  { name: '分钟', length: MINUTE, most: 120 },
  { name: '小时', length: 60 * MINUTE, most: 48 },
  { name: '天', length: 24 * 60 * MINUTE, most: 360 },
  { name: '年', length: 365 * 24 * 60 * MINUTE, most: Infinity }
] as const;

/** How long a time is, roughly and whichever its sign: 12 分钟, 3 小时, 9 天, 1 年. In milliseconds. */
export function sayDistance(milliseconds: number): string {
  const length = Math.abs(milliseconds);
  const unit = UNITS.find((one) => length < one.most * one.length)!;
  return `${Math.round(length / unit.length)} ${unit.name}`;
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
