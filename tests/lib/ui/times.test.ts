import { describe, expect, it } from 'vitest';
import { sayTime } from '#lib/ui/times.ts';

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
