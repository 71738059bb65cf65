import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRanks } from '#lib/grid/sort-rank.ts';

function sorted(texts: readonly string[], codes = false): string[] {
  const ranks = sortRanks(texts, { codes });
  return [...texts].sort((a, b) => ranks.get(a)! - ranks.get(b)!);
}

describe('the order of texts', () => {
  it('is that of the numbers in amounts, full-width ones and percents too', () => {
    expect(sorted(['1,183.74', '９９', '-3', '100', '25%', '150％'])).toEqual([
      '-3',
      '25%',
      '150％',
      '９９',
      '100',
      '1,183.74'
    ]);
  });

  it('is that of the calendar for dates, after numbers and before words', () => {
    expect(sorted(['甲', '2026年12月底', '2026年3月1日', '2025-12-31', '7'])).toEqual([
      '7',
      '2025-12-31',
      '2026年3月1日',
      '2026年12月底',
      '甲'
    ]);
  });

  it('is that of pinyin for words', () => {
    expect(sorted(['质量指标', '数量指标', '成本指标', '时效指标', 'abc'])).toEqual([
      'abc',
      '成本指标',
      '时效指标',
      '数量指标',
      '质量指标'
    ]);
  });

  it('goes by the value of a number inside a text', () => {
    expect(sorted(['第10段清淤', '第9段清淤', '≥12公里', '≥9公里'])).toEqual([
      '≥9公里',
      '≥12公里',
      '第9段清淤',
      '第10段清淤'
    ]);
  });

  it('counts 一、二、三', () => {
    const texts = ['一、收入', '二、支出', '三、结余', '十、其他', '十一、附表', '二十、说明'];
    expect(sorted([...texts].reverse())).toEqual(texts);
    expect(sorted(['（三）', '（一）', '（二）'])).toEqual(['（一）', '（二）', '（三）']);
    expect(sorted(['三季度', '一季度', '二季度'])).toEqual(['一季度', '二季度', '三季度']);
  });

  it('keeps a 款 under its 类 in a column of codes', () => {
    expect(sorted(['213', '202', '2010301', '20103', '201'], true)).toEqual([
      '201',
      '20103',
      '2010301',
      '202',
      '213'
    ]);
  });

  it('is one order, however the texts come', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('1', '01', '１', '50%', '0.5', '甲1', '甲01', '2026年', '二、', 'A', 'a')
    );
    fc.assert(
      fc.property(fc.array(text), fc.boolean(), (texts, codes) => {
        const ranks = sortRanks(texts, { codes });
        const reversed = sortRanks([...texts].reverse(), { codes });
        expect(new Map([...ranks].sort())).toEqual(new Map([...reversed].sort()));
      })
    );
  });
});
