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

/** Hours and minutes of a time. */
export function sayClock(time: Date): string {
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
