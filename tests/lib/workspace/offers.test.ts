import { describe, expect, it } from 'vitest';
import { FORMS } from '#lib/model/forms.ts';
import type { Offer } from '#lib/model/offer.ts';
import { createRow, createWorkbook } from '#lib/model/create.ts';
import { basisGeneric } from '#lib/rules/basis-generic.ts';
import { basisOffers } from '#lib/workspace/offers/basis-offers.ts';
import { foundIn } from '#lib/workspace/offers/device-indicators.ts';
import { secondLevelOffers } from '#lib/workspace/offers/form-offers.ts';
import { IndicatorIndex } from '#lib/workspace/offers/indicator-index.ts';
import { indicatorOffers } from '#lib/workspace/offers/indicator-offers.ts';
import { indicatorsOf } from '#lib/workspace/offers/kept-indicators.ts';
import { FUNCTIONAL_SUBJECTS } from '#lib/workspace/offers/functional-subjects.ts';
import { subjectOffers } from '#lib/workspace/offers/subject-offers.ts';
import { targetOffers } from '#lib/workspace/offers/target-offers.ts';
import { disclosureSheet, projectSheet } from '#tests/support/workbooks.ts';

function texts(offers: readonly Offer[]): string[] {
  return offers.map(({ text }) => text);
}

describe('second levels', () => {
  it('are those of the first level of the row, whatever the form calls it', () => {
    const row = createRow({ level1: '效果指标' });
    expect(texts(secondLevelOffers(FORMS['2015'], row))).toEqual(FORMS['2015'].levels[1]!.second);
  });

  it('bring their first level along where the row has none', () => {
    const offers = secondLevelOffers(FORMS['2021'], createRow({}));
    const time = offers.find(({ text }) => text === '时效指标');
    expect(time?.cells).toEqual({ level1: '产出指标' });
  });
});

describe('targets', () => {
  const none = () => [];

  it('begin with the sign that suits the second level', () => {
    expect(texts(targetOffers(createRow({ level2: '成本指标' }), '', none))[0]).toBe('≤');
    expect(texts(targetOffers(createRow({ level2: '数量指标' }), '', none))[0]).toBe('≥');
  });

  it('go on with units that begin as typed, used ones first', () => {
    const row = createRow({ level2: '数量指标' });
    expect(texts(targetOffers(row, '≥12', () => ['公里']))[0]).toBe('≥12公里');
    expect(texts(targetOffers(row, '12人', none))).toEqual(['≥12人', '≥12人次']);
  });
});

describe('bases', () => {
  it('are those of the workbook, the most used first, and none that names no paper', () => {
    const workbook = createWorkbook({
      year: 2026,
      sheets: [projectSheet('p1'), projectSheet('p2')]
    });
    const offered = texts(basisOffers(workbook));
    expect(offered).toContain('年度施工计划');
    const usual = offered.slice(3);
    const context = { form: FORMS['2015'], year: 2026 };
    const generic = usual.filter(
      (basis) => basisGeneric.check(createRow({ basis }), context).length > 0
    );
    expect(generic).toEqual([]);
  });
});

describe('indicators', () => {
  const workbook = createWorkbook({
    year: 2026,
    department: '青泉县水务局',
    sheets: [projectSheet('p1', { rows: [] })]
  });
  const other = (year: number, department: string, level3: string) =>
    indicatorsOf(
      createWorkbook({
        year,
        department,
        sheets: [projectSheet('p', { rows: [createRow({ level2: '数量指标', level3 })] })]
      })
    );

  it('of last year’s workbook of the unit come first, and each tells where it is from', async () => {
    const found = foundIn(
      [
        other(2025, '青泉县林业局', '修剪河道绿化'),
        other(2025, '青泉县水务局', '河道清淤里程'),
        other(2024, '青泉县水务局', '河道巡查次数')
      ],
      workbook
    );
    const index = await IndicatorIndex.make(found);
    const offers = indicatorOffers(workbook, createRow({}), '河道', index);
    expect(texts(offers)).toEqual(['河道清淤里程', '河道巡查次数', '修剪河道绿化']);
    expect(offers[0]!.from).toBe('河道清淤专项经费 · 2025年');
  });

  it('are found by contained characters among 50,000 within 5 milliseconds', async () => {
    const things = [...'河道清淤宣传培训巡查验收补助设备维修绿化水质监测普查演练调解'];
    const kinds = ['数量', '完成率', '及时率', '覆盖率', '满意度', '次数', '人数'];
    const pick = (at: number, step: number) => things[(at * step) % things.length]!;
    const found = Array.from({ length: 50_000 }, (_, at) => ({
      ...{ level1: '产出指标', level2: '数量指标', description: '', target: '≥1', basis: '' },
      level3: `${pick(at, 7)}${pick(at, 11)}${pick(at + 3, 13)}${at}${kinds[at % kinds.length]}`,
      ...{ project: '河道清淤专项经费', year: 2025, lastYear: at % 9 === 0 }
    }));
    const index = await IndicatorIndex.make(found);
    const row = createRow({ level2: '数量指标' });
    const typed = ['数', '数量', '河道数量', '水质9', '满意度', '不存在的'];
    const times = typed.flatMap((text) =>
      Array.from({ length: 9 }, () => {
        const from = performance.now();
        indicatorOffers(workbook, row, text, index);
        return performance.now() - from;
      })
    );
    const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    expect(middle).toBeLessThan(5);
  });
});

describe('科目', () => {
  const sheet = disclosureSheet('d1', 'expenditure', [
    ['2130399', '其他水利', '', '', '', '', '', '']
  ]);
  const workbook = createWorkbook({ sheets: [sheet] });

  it('are offered by the beginning of a code and by words of a name, and bring the other along', () => {
    const byCode = subjectOffers(workbook, 'functional', createRow({}), 'code', '21303');
    expect(byCode[0]!.cells).toEqual({ code: '21303', name: '水利' });
    const byName = subjectOffers(workbook, 'economic', createRow({}), 'name', '差旅');
    expect(byName.map(({ cells }) => cells.code)).toEqual(['30211']);
  });

  it('stand each below the 类 and 款 that its code begins with, in the order of the codes', () => {
    const codes = FUNCTIONAL_SUBJECTS.trim()
      .split('\n')
      .map((line) => line.split(' ')[0]!);
    expect(codes).toEqual([...new Set(codes)].sort());
    const known = new Set(codes);
    expect(codes.filter((code) => code.length > 3 && !known.has(code.slice(0, -2)))).toEqual([]);
  });

  it('go by the names that the workbook gives them', () => {
    const offers = subjectOffers(workbook, 'functional', createRow({}), 'code', '2130399');
    expect(offers[0]!.cells.name).toBe('其他水利');
  });

  it('begin with the one that the cell beside means', () => {
    const row = createRow({ code: '30217' });
    expect(texts(subjectOffers(workbook, 'economic', row, 'name', ''))[0]).toBe('公务接待费');
  });
});
