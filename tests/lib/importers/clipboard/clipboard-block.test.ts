import { describe, expect, it } from 'vitest';
import { readClipboardBlock } from '#lib/importers/clipboard/clipboard-block.ts';
import type { ClipboardBlock } from '#lib/model/clipboard-block.ts';
import { clipboardOf } from '#tests/support/clipboards.ts';

const textsOf = (block: ClipboardBlock | null) =>
  block?.rows.map((row) => row.map(({ text }) => text));

const read = (html: string, text = '') => readClipboardBlock({ html, text });

describe('a block from Excel', () => {
  const block = readClipboardBlock(clipboardOf('excel'));

  it('has the texts of its cells with their line breaks, those of merged cells once', () => {
    expect(textsOf(block)).toEqual([
      [
        '产出指标',
        '数量指标',
        '整修塘坝数量',
        '全年完成整修的\n塘坝座数',
        '２６',
        '施工  合同\u00a0'
      ],
      ['', '质量指标', '一次验收合格率', '合格座数占比', '98%', '验收规程'],
      ['', '质量指标', '返工座数', '需要返工的座数', '0', ''],
      ['', '时效指标', '完工时间', '全部完工的时间', '2026/11/30', ''],
      ['成本指标', '经济成本指标', '单座费用', 'A<B 两类塘坝的费用', ' 1,250.50', '概算批复']
    ]);
  });

  it('knows merged cells, numbers that are kept as text, and the row hidden by hand', () => {
    expect(block).toMatchObject({ merges: 1, hiddenRows: 1, hiddenColumns: 0, ours: false });
    expect(block!.rows.map(([first]) => first!.covered)).toEqual([
      undefined,
      'above',
      'above',
      'above',
      undefined
    ]);
    expect(block!.rows.map((row) => row[4]!.keptAsText ?? false)).toEqual([
      true,
      false,
      true,
      false,
      false
    ]);
  });

  it('leaves the hidden row out where the text beside it does, as with a filter', () => {
    const { html, text } = clipboardOf('excel');
    const filtered = text.split('\r\n').toSpliced(2, 1).join('\r\n');
    const block = read(html, filtered);
    expect(textsOf(block)!.map((row) => row[2])).toEqual([
      '整修塘坝数量',
      '一次验收合格率',
      '完工时间',
      '单座费用'
    ]);
    expect(block!.hiddenRows).toBe(0);
  });
});

describe('a block from WPS', () => {
  it('has numbers that were too narrow to be shown, and no column that it did not copy', () => {
    const block = readClipboardBlock(clipboardOf('wps'));
    expect(textsOf(block)).toEqual([
      ['2130305', '水利工程建设 ', '1183.74', '1，２５０.5'],
      ['01', '合计超出本格的文字', '(36.00)', '123456789012']
    ]);
    expect(block).toMatchObject({ merges: 0, hiddenColumns: 0 });
  });

  it('has the hidden column where the text has it too', () => {
    const { html } = clipboardOf('wps');
    const block = read(html, 'a\tb\tc\td\te\r\nf\tg\th\ti\tj\r\n');
    expect(block).toMatchObject({ hiddenColumns: 1 });
    expect(block!.rows[0]![2]!.text).toBe('内部备注');
  });
});

describe('a block from Word', () => {
  it('has the paragraphs of a cell as its lines, and nothing of what Word ends them with', () => {
    const block = readClipboardBlock(clipboardOf('word'));
    expect(textsOf(block)).toEqual([
      ['效益指标', '社会效益指标', '1.\u00a0\u00a0\u00a0 灌溉面积\n按2025年底计', '≥３，２００亩'],
      ['', '生态效益指标', '', '2026-12-31']
    ]);
    expect(block).toMatchObject({ merges: 1 });
  });
});

describe('a block from a web page', () => {
  it('has the line above the table as a row of one cell, and no row that is not shown', () => {
    expect(textsOf(readClipboardBlock(clipboardOf('web-page')))).toEqual([
      ['指标库', ''],
      ['指标', '单位'],
      ['巡查河段\u200b长度', '公里'],
      ['培训\u00a0人次', '人次\n（含线上）']
    ]);
  });

  it('has the cells of a table inside one that only sets the page', () => {
    const html =
      '<table><tr><td><table><tr><td>清淤长度</td><td>12公里</td></tr></table></td></tr></table>';
    expect(textsOf(read(html))).toEqual([['清淤长度', '12公里']]);
  });

  it('is none where there is no table', () => {
    expect(read('<p>清淤长度</p>', '清淤长度')).toBeNull();
  });

  it('keeps the text of a merged cell whose first row is left out', () => {
    const html =
      '<table><tr style="display:none"><td rowspan="2">产出指标</td><td>甲</td></tr>' +
      '<tr><td>乙</td></tr></table>';
    expect(textsOf(read(html, '产出指标\t乙\n'))).toEqual([['产出指标', '乙']]);
  });
});
