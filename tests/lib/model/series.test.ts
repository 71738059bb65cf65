import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount, writeCount } from '#lib/model/chinese-number.ts';
import { countsOn, fillAfter, seriesOf } from '#lib/model/series/series.ts';

describe('two texts or more', () => {
  it.each([
    ['1 2', '3 4 5'],
    ['10 8', '6 4 2'],
    ['2 1', '0 -1 -2'],
    ['0.5 1', '1.5 2.0 2.5'],
    ['1.00 1.50', '2.00 2.50 3.00'],
    ['1,000 1,500', '2,000 2,500 3,000'],
    ['25% 50%', '75% 100% 125%'],
    ['01 02', '03 04 05'],
    ['09 10', '11 12 13'],
    ['项目1 项目3', '项目5 项目7 项目9'],
    ['第1批（3个） 第2批（3个）', '第3批（3个） 第4批（3个） 第5批（3个）'],
    ['≥90% ≥92%', '≥94% ≥96% ≥98%'],
    ['2026年 2027年', '2028年 2029年 2030年'],
    ['一、 二、', '三、 四、 五、'],
    ['（一） （三）', '（五） （七） （九）'],
    ['甲 乙', '丙 丁 戊'],
    ['① ③', '⑤ ⑦ ⑨'],
    ['星期五 星期六', '星期日 星期一 星期二'],
    ['周一 周三', '周五 周日 周二'],
    ['2026-01-05 2026-01-12', '2026-01-19 2026-01-26 2026-02-02'],
    ['2026-1-5 2026-2-5', '2026-3-5 2026-4-5 2026-5-5'],
    ['2026/12/30 2026/12/31', '2027/1/1 2027/1/2 2027/1/3'],
    ['2026年1月5日 2026年1月6日', '2026年1月7日 2026年1月8日 2026年1月9日'],
    ['2026年1月31日 2026年2月28日', '2026年3月31日 2026年4月30日 2026年5月31日'],
    ['3月31日 6月30日', '9月30日 12月31日 3月31日'],
    ['2026年3月底 2026年6月底', '2026年9月底 2026年12月底 2027年3月底'],
    ['10月 12月', '2月 4月 6月'],
    ['第一季度 第二季度', '第三季度 第四季度 第一季度'],
    ['2026年第3季度 2026年第4季度', '2027年第1季度 2027年第2季度 2027年第3季度']
  ])('%s go on with %s', (given, following) => {
    const texts = given.split(' ');
    expect(countsOn(texts)).toBe(true);
    expect(fillAfter(texts, 3, 'auto').join(' ')).toBe(following);
  });

  it.each(['1 2 4', '5 5', '项目1 任务2', '清淤 验收', '三公经费 三公经费', '1月5日 1月5日'])(
    '%s have no one step and repeat',
    (given) => {
      const texts = given.split(' ');
      expect(seriesOf(texts)).toBeNull();
      expect(fillAfter(texts, 4, 'series')).toEqual([...texts, ...texts, ...texts].slice(0, 4));
    }
  );

  it('with a blank among them repeat', () => {
    expect(fillAfter(['1', '', '3'], 4, 'auto')).toEqual(['1', '', '3', '1']);
  });
});

describe('a single text', () => {
  it.each([
    ['第1季度', '第2季度'],
    ['第4批次', '第5批次'],
    ['2026年', '2027年'],
    ['2026年度', '2027年度'],
    ['01', '02'],
    ['099', '100'],
    ['项目1', '项目2'],
    ['（1）', '（2）'],
    ['1、', '2、'],
    ['（九）', '（十）'],
    ['十九、', '二十、'],
    ['一', '二'],
    ['第三阶段', '第四阶段'],
    ['四季度', '一季度'],
    ['癸', '甲'],
    ['⑳', '㉑'],
    ['星期天', '星期一'],
    ['2026-01-31', '2026-02-01'],
    ['2028年2月28日', '2028年2月29日'],
    ['2026年12月', '2027年1月'],
    ['12月31日', '1月1日'],
    ['2026-12', '2027-01'],
    ['3月底', '4月底']
  ])('%s counts on to %s', (text, next) => {
    expect(fillAfter([text], 1, 'auto')).toEqual([next]);
  });

  it.each([
    '5',
    '36.00',
    '1,200',
    '25%',
    '≥95%',
    '≤3万元',
    '12公里',
    '3年',
    '约12',
    '三公经费',
    '清淤',
    ''
  ])('%s is copied', (text) => {
    expect(countsOn([text])).toBe(false);
    expect(fillAfter([text], 2, 'auto')).toEqual([text, text]);
  });

  it.each([
    ['5', '6'],
    ['36.00', '37.00'],
    ['≥95%', '≥96%'],
    ['12公里', '13公里'],
    ['2026年12月31日前', '2027年1月1日前']
  ])('%s goes on with %s where a series is asked for', (text, next) => {
    expect(fillAfter([text], 1, 'auto')).toEqual([text]);
    expect(fillAfter([text], 1, 'series')).toEqual([next]);
  });

  it('does the other of both where that is asked for', () => {
    expect(fillAfter(['5'], 2, 'reversed')).toEqual(['6', '7']);
    expect(fillAfter(['第1季度'], 2, 'reversed')).toEqual(['第1季度', '第1季度']);
  });

  it('is copied where copying is asked for', () => {
    expect(fillAfter(['第1季度'], 2, 'copy')).toEqual(['第1季度', '第1季度']);
  });
});

describe('a series', () => {
  const words = fc.constantFrom('', '第', '项目', '（');

  it('gives back the texts that it was read from', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        (before, first, step) => {
          const texts = [0, 1, 2].map((at) => `${before}${first + step * at}`);
          const series = seriesOf(texts);
          expect(texts.map((_, at) => series?.at(at))).toEqual(texts);
        }
      )
    );
  });

  it('goes on as it would if what it filled were given too', () => {
    const day = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 27 }), (first, step) => {
        const texts = [0, 1].map((at) => isoDate(first + step * at));
        const filled = fillAfter(texts, 4, 'auto');
        expect(fillAfter([...texts, ...filled.slice(0, 2)], 2, 'auto')).toEqual(filled.slice(2));
        expect(filled).toEqual([2, 3, 4, 5].map((at) => isoDate(first + step * at)));
      })
    );
  });

  it('is read from any texts without failing', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[第（]?[0-9一二三十年月日底,.\-/]{0,9}[季度）、%]?$/)
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        for (const filling of ['auto', 'reversed', 'copy', 'series'] as const) {
          expect(fillAfter(texts, 5, filling)).toHaveLength(5);
        }
      })
    );
  });
});

describe('Chinese numerals', () => {
  it('are read as they are written', () => {
    for (let count = 1; count < 100; count++) expect(readCount(writeCount(count))).toBe(count);
  });
});

function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
