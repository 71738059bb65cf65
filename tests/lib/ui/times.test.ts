import { describe, expect, it } from 'vitest';
import { isYetToCome, saySpan, sayTime } from '#lib/ui/times.ts';

const now = new Date(2026, 10, 20, 10, 40, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('a time', () => {
  it.each([
    ['less than a minute ago', at(2026, 10, 20, 10, 40), '刚刚'],
    ['today', at(2026, 10, 20, 9, 5), '09:05'],
    ['yesterday, by the calendar and not by 24 hours', at(2026, 10, 19, 23, 59), '昨天 23:59'],
    ['earlier this year', at(2026, 2, 2, 8, 0), '03-02'],
    ['in another year', at(2025, 2, 2, 8, 0), '2025-03-02'],
    ['that was never', '', '']
  ])('%s', (_, iso, said) => {
    expect(sayTime(iso, now)).toBe(said);
  });
});

describe('a span of time', () => {
  const now = new Date(2026, 2, 12, 11, 0);
  const at = (day: number, hour: number, minute: number, year = 2026) =>
    new Date(year, 2, day, hour, minute).toISOString();

  it('is said with its day and both clocks, once where they are the same', () => {
    expect(saySpan(at(12, 9, 12), at(12, 10, 5), now)).toBe('今天 09:12–10:05');
    expect(saySpan(at(11, 17, 40), at(11, 17, 40), now)).toBe('昨天 17:40');
    expect(saySpan(at(2, 8, 0), at(2, 8, 20), now)).toBe('3月2日 08:00–08:20');
    expect(saySpan(at(2, 8, 0, 2025), at(2, 8, 0, 2025), now)).toBe('2025年3月2日 08:00');
  });

  it('is yet to come where the clock that it is by is wrong', () => {
    expect(isYetToCome(at(12, 11, 1), now)).toBe(false);
    expect(isYetToCome(at(12, 11, 3), now)).toBe(true);
    expect(isYetToCome(at(12, 9, 0, 2027), now)).toBe(true);
  });
});
