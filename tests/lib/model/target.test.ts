import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moneyUnit,
  normaliseOperators,
  readTarget,
  splitOperator,
  withOperator
} from '#lib/model/target.ts';

describe('reading a target', () => {
  it.each([
    ['≥95%', '≥', '95', '%'],
    ['96万元', '', '96', '万元'],
    ['≤ 40 元/人', '≤', '40', '元/人'],
    ['≥1,200.5平方米', '≥', '1200.5', '平方米'],
    ['９０％', '', '90', '%'],
    ['≥90', '≥', '90', ''],
    ['3年', '', '3', '年'],
    ['≥100年', '≥', '100', '年'],
    ['6个月', '', '6', '个月'],
    ['80%-90%', '', '80', '%-90%'],
    ['5月均3次', '', '5', '月均3次']
  ])('%s has the operator %j, the number %s and the unit %j', (text, operator, number, unit) => {
    const target = readTarget(text);
    expect(target && [target.operator, target.number.toFixed(), target.unit]).toEqual([
      operator,
      number,
      unit
    ]);
  });

  it.each([
    '',
    '明显提升',
    '是/否',
    '2024年12月31日',
    '≥12024年12月',
    '12月底前',
    '2024-10-31',
    '第3期'
  ])('%j is no number with a unit', (text) => {
    expect(readTarget(text)).toBeNull();
  });

  it.each([
    ['不少于3次', '≥', '3次'],
    ['不低于 90%', '≥', '90%'],
    ['不超过5天', '≤', '5天'],
    ['不高于5天', '≤', '5天'],
    ['大于等于3次', '≥', '3次'],
    ['≫95%', '≥', '95%'],
    ['=<5天', '≤', '5天'],
    ['＞3次', '>', '3次'],
    ['95%', '', '95%']
  ])('%s begins with the operator %j', (text, operator, rest) => {
    expect(splitOperator(text)).toEqual({ operator, rest });
  });
});

describe('writing operators', () => {
  it.each([
    ['≫95%', '≥95%'],
    ['＞＝95%', '≥95%'],
    ['合格率≧95%', '合格率≥95%'],
    ['≥95%', '≥95%'],
    ['a=>b', 'a=>b']
  ])('%s is normalised to %s', (text, normal) => {
    expect(normaliseOperators(text)).toBe(normal);
  });

  it('normalises nothing twice, and leaves the meaning of a target as it was', () => {
    const signs = fc.constantFrom(
      '≥',
      '≫',
      '>',
      '=',
      '<',
      '＞',
      '＝',
      '≦',
      '5',
      '９',
      '%',
      ' ',
      '前'
    );
    const texts = fc.array(signs, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const once = normaliseOperators(text);
        expect(normaliseOperators(once)).toBe(once);
        expect(readTarget(once)?.number.toFixed()).toBe(readTarget(text)?.number.toFixed());
        expect(readTarget(once)?.operator).toBe(readTarget(text)?.operator);
      }),
      { numRuns: 2000 }
    );
  });

  it('puts another operator before what is written after the old one', () => {
    expect(withOperator(' 不低于 ４0元/人 ', '≤')).toBe('≤４0元/人');
    expect(withOperator('≥2024年12月', '')).toBe('2024年12月');
    expect(withOperator('≥', '≤')).toBe('≤');
    expect(withOperator('', '≤')).toBe('≤');
  });
});

describe('units of money', () => {
  it('are told in 万元', () => {
    const inWan = ['元', '千元', '万元', '万', '亿元'].map((unit) => moneyUnit(unit)?.toFixed());
    expect(inWan).toEqual(['0.0001', '0.1', '1', '1', '10000']);
  });

  it('are not units of something else, or of money for each', () => {
    expect(['%', '次', '元/人', ''].map(moneyUnit)).toEqual([null, null, null, null]);
  });
});
