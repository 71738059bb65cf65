import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportCsv } from '#lib/exporters/csv.ts';
import { readCsv } from '#lib/importers/csv/csv.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';

function cellsOf(bytes: Uint8Array): (readonly string[])[] {
  const read = readCsv(bytes);
  if ('reason' in read) throw new Error(read.sentence);
  return read.lines.map(({ text, row }) => row?.cells ?? [text]);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a csv', () => {
  test.each([
    ['commas', '甲,乙\n1,2\n'],
    ['tabs', '甲\t乙\n1\t2'],
    ['semicolons', '甲;乙\r\n1;2\r\n'],
    ['a byte order mark', '\uFEFF甲,乙\r\n1,2\r\n'],
    ['old line ends', '甲,乙\r1,2\r']
  ])('is read with %s', (_, text) => {
    expect(cellsOf(utf8(text))).toEqual([
      ['甲', '乙'],
      ['1', '2']
    ]);
  });

  test('keeps line breaks, quotes and separators inside quotes', () => {
    expect(cellsOf(utf8('甲,"第一行\r\n第二行"\r\n"说""好""，a,b",\t丙'))).toEqual([
      ['甲', '第一行\n第二行'],
      ['说"好"，a,b', '\t丙']
    ]);
  });

  test('with a quoted word at the beginning of a cell keeps its lines apart', () => {
    expect(cellsOf(utf8('项目,备注\n"清淤"二期,甲\n闸门,"丙"\n'))).toEqual([
      ['项目', '备注'],
      ['"清淤"二期', '甲'],
      ['闸门', '"丙"']
    ]);
  });

  test('with blank lines in between is still one table', () => {
    const read = readCsv(utf8('项目,金额\n清淤,5\n\n闸门,7\n泵站,8\n'));
    if ('reason' in read) throw new Error(read.sentence);

    expect(new Set(read.lines.map(({ row }) => row?.table))).toEqual(new Set([1]));
    expect(read.lines).toHaveLength(4);
  });

  test('that opens a quote and never closes it keeps its lines apart', () => {
    expect(cellsOf(utf8('甲,"乙\n丙,丁\n'))).toEqual([
      ['甲', '"乙'],
      ['丙', '丁']
    ]);
  });

  test('may have rows of different lengths and rows without texts', () => {
    expect(cellsOf(utf8('甲,乙,丙\n1\n,,\n1,2,3,\n'))).toEqual([
      ['甲', '乙', '丙', ''],
      ['1', '', '', ''],
      ['', '', '', ''],
      ['1', '2', '3', '']
    ]);
  });

  test('has its title as a line above the table', () => {
    expect(cellsOf(utf8('车辆情况表,,\n车型,数量,备注\n皮卡,2,\n'))).toEqual([
      ['车辆情况表'],
      ['车型', '数量', '备注'],
      ['皮卡', '2', '']
    ]);
  });

  test('gives every text back that our csv holds', () => {
    const text = fc.oneof(
      fc.constantFrom('=1+1', "'=1+1", "''-x", '+86', '@甲', '-5', '＝1', '00123', '甲,乙', '"引"'),
      fc.constantFrom('；', ' 前后 ', '两\n行', '', '1,183.74', '≥95％', '\t'),
      fc.string({ unit: 'grapheme', maxLength: 6 }).map((each) => each.replace(/\r/g, ''))
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 30 }), (table) => {
        const columns = ['甲', '乙', '丙'].map((title, index) => ({ id: `c${index}`, title }));
        const rows = table.map(([c0, c1, c2]) => createRow({ c0, c1, c2 }));
        const sheet = createSheet('free', { id: 'f', columns, rows });
        const bytes = exportCsv(createWorkbook({ sheets: [sheet] }), 'f');

        expect(rows.length === 0 ? [] : cellsOf(bytes).slice(1)).toEqual(table);
      })
    );
  });
});
