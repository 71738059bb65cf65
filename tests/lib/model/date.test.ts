import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, readDate } from '#lib/model/date.ts';

describe('reading a date', () => {
  it.each([
    ['2024年12月31日', { year: 2024, month: 12, day: 31 }],
    ['２０２４年１０月底前完工', { year: 2024, month: 10, day: null }],
    ['2024 年 9 月 5 日', { year: 2024, month: 9, day: 5 }],
    ['2024年底', { year: 2024, month: null, day: null }],
    ['预计2024-10-31完工', { year: 2024, month: 10, day: 31 }],
    ['2024.2.29', { year: 2024, month: 2, day: 29 }],
    ['按要求，2024/6/30前', { year: 2024, month: 6, day: 30 }]
  ])('%s', (text, date) => {
    expect(readDate(text)).toEqual(date);
  });

  it.each(['', '12月底', '3年', '≥100年', '1.5年', '2024', '1183.74', '2024年13月', '12024年12月'])(
    'finds none in %j',
    (text) => {
      expect(readDate(text)).toBeNull();
    }
  );

  it('reads every day of the calendar, and the day after the last of a month is none', () => {
    const days = fc.date({
      min: new Date('1949-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true
    });
    fc.assert(
      fc.property(days, (date) => {
        const [year, month, day] = [
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate()
        ];
        expect(readDate(`${year}年${month}月${day}日`)).toEqual({ year, month, day });
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(readDate(`${year}年${month}月${last + 1}日`)).toBeNull();
      })
    );
  });
});

describe('finding what is written as a date', () => {
  it('gives its place, and its year as written even where it cannot be read', () => {
    expect(findDates('≥12024年12月底，2024年2月30日。')).toEqual([
      { from: 1, to: 10, yearDigits: '12024', date: null },
      { from: 12, to: 22, yearDigits: '2024', date: null }
    ]);
  });

  it('takes a number before 年 for a period unless it is as long as a year', () => {
    const found = ['10年', '100年', '203年5月', '24年5月', '2024年', '99999年'].map(
      (text) => findDates(text).length
    );
    expect(found).toEqual([0, 0, 1, 0, 1, 1]);
  });
});
