import { describe, expect, it } from 'vitest';
import { cleanedText } from '#lib/grid/clipboard/cleaned-text.ts';
import {
  cleanedTexts,
  describeBlock,
  differingCells,
  textsAsTheyCame
} from '#lib/grid/clipboard/pasted-texts.ts';
import { columnsOfSheet, FORM_COLUMNS, type GridColumn } from '#lib/grid/columns.ts';
import { readClipboardBlock } from '#lib/importers/clipboard/clipboard-block.ts';
import { blockOfTexts, type ClipboardBlock } from '#lib/model/clipboard-block.ts';
import { clipboardOf } from '#tests/support/clipboards.ts';
import { disclosureSheet } from '#tests/support/workbooks.ts';

const target = FORM_COLUMNS[4]!;
const basis = FORM_COLUMNS[5]!;
const [code, name, total] = columnsOfSheet(
  disclosureSheet('d1', 'general-public-expenditure', [['2130305', '水利', '36.00']])
);

const excel = readClipboardBlock(clipboardOf('excel')) as ClipboardBlock;

describe('cleaning a text', () => {
  it.each<[text: string, column: GridColumn, cleaned: string]>([
    ['1,250.50', total!, '1250.50'],
    [' 1，２５０．５ ', total!, '1250.5'],
    ['1 250.50', total!, '1250.50'],
    ['(1,250.50)', total!, '-1250.50'],
    ['-36.00', total!, '-36.00'],
    ['≥３，２００亩', target, '≥3，200亩'],
    ['≥ ９９．５ ％', target, '≥99.5%'],
    ['2026/11/30', target, '2026年11月30日'],
    ['2026-12-31 0:00', target, '2026年12月31日'],
    ['2026/13/30', target, '2026/13/30'],
    ['施工\u00a0合同\u200b\ufeff', basis, '施工 合同'],
    ['　第一条\u00a0\r\n　第二条', basis, '第一条\n第二条'],
    ['按２０２５年底计，含Ａ类', basis, '按2025年底计，含A类'],
    ['２１３０３０５', code!, '2130305'],
    ['1,250.50', name!, '1,250.50'],
    ['01', code!, '01'],
    ['2026/11/30', total!, '2026/11/30']
  ])('makes of %j in its column %j', (text, column, cleaned) => {
    expect(cleanedText(text, column, false)).toBe(cleaned);
  });

  it('leaves formulas and dates of a free sheet as they are', () => {
    const column = { ...total!, id: 'A' };
    expect(cleanedText('=SUM(A1，Ｂ2)', column, true)).toBe('=SUM(A1，Ｂ2)');
    expect(cleanedText('2026/11/30', column, true)).toBe('2026/11/30');
    expect(cleanedText('1,250.50', column, true)).toBe('1250.50');
  });
});

describe('a foreign block', () => {
  it('is cleaned for its columns, with the merged first level on every row', () => {
    expect(cleanedTexts(excel, FORM_COLUMNS, false)).toEqual([
      ['产出指标', '数量指标', '整修塘坝数量', '全年完成整修的\n塘坝座数', '26', '施工  合同'],
      ['产出指标', '质量指标', '一次验收合格率', '合格座数占比', '98%', '验收规程'],
      ['产出指标', '质量指标', '返工座数', '需要返工的座数', '0', ''],
      ['产出指标', '时效指标', '完工时间', '全部完工的时间', '2026年11月30日', ''],
      ['成本指标', '经济成本指标', '单座费用', 'A<B 两类塘坝的费用', '1250.50', '概算批复']
    ]);
  });

  it('is taken as it came, with nothing filled in', () => {
    const texts = textsAsTheyCame(excel);
    expect(texts.map(([first]) => first)).toEqual(['产出指标', '', '', '', '成本指标']);
    expect(texts.map((row) => row[4])).toEqual(['２６', '98%', '0', '2026/11/30', ' 1,250.50']);
    expect(differingCells(texts, cleanedTexts(excel, FORM_COLUMNS, false))).toBe(7);
  });

  it('has the first level filled down where it comes as bare text too, and no empty rows behind', () => {
    const block = blockOfTexts([
      ['产出指标', '数量指标'],
      ['', '质量指标'],
      ['', ''],
      ['', '']
    ]);
    expect(cleanedTexts(block, FORM_COLUMNS, false)).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标']
    ]);
  });

  it('fills down no other column', () => {
    const block = blockOfTexts([
      ['数量指标', '甲'],
      ['', '乙']
    ]);
    expect(cleanedTexts(block, FORM_COLUMNS.slice(1), false)).toEqual([
      ['数量指标', '甲'],
      ['', '乙']
    ]);
  });

  it('is described in the words of the office', () => {
    expect(describeBlock(excel, FORM_COLUMNS)).toBe(
      '5 行 × 6 列，1 处合并，2 个数字是文本，含 1 个隐藏行'
    );
    expect(describeBlock(blockOfTexts([['####'], ['1']]), [total])).toBe(
      '2 行 × 1 列，1 格只有 ####，请在原表加宽这一列再复制'
    );
  });

  it('counts codes that are kept as text for no numbers', () => {
    const block = readClipboardBlock(clipboardOf('wps'))!;
    expect(describeBlock(block, [code, name, total, total])).toBe('2 行 × 4 列，1 个数字是文本');
  });
});
