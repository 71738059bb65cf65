import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportCsv } from '#lib/exporters/csv.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { cellText, fieldText } from '#lib/model/workbook.ts';
import { projectsOf, sampleWorkbook } from './papers.ts';

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Reads csv by the letter of RFC 4180, a byte order mark in front. */
function readCsv(bytes: Uint8Array): string[][] {
  const text = decode(bytes).replace(/^\uFEFF/, '');
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g
  )) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** A workbook of one free sheet with these texts in one row. */
function rowOf(texts: readonly string[]) {
  const columns = texts.map((_, index) => ({ id: `c${index}`, title: `列${index}` }));
  const cells = Object.fromEntries(texts.map((text, index) => [`c${index}`, text]));
  const sheet = createSheet('free', { id: 'f', columns, rows: [createRow(cells)] });
  return createWorkbook({ sheets: [sheet] });
}

describe('a workbook as csv', () => {
  it('is 指标总表 with every indicator under the code and the name of its project', () => {
    const workbook = sampleWorkbook();

    const [head, ...rows] = readCsv(exportCsv(workbook));

    expect(head?.slice(0, 3)).toEqual(['项目编码', '项目名称', '一级指标']);
    expect(rows).toEqual(
      projectsOf(workbook).flatMap((sheet) =>
        sheet.rows.map((row) => [
          fieldText(sheet, 'projectCode'),
          fieldText(sheet, 'projectName'),
          ...sheet.columns.map(({ id }) => cellText(row, id))
        ])
      )
    );
  });

  it('is marked as UTF-8 for Excel and ends its lines with CRLF', () => {
    const text = decode(exportCsv(sampleWorkbook()));

    expect(text.startsWith('\uFEFF项目编码')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('is one sheet where a sheet is asked for, and refuses one that is not there', () => {
    const workbook = rowOf(['甲', '乙']);

    expect(readCsv(exportCsv(workbook, 'f'))).toEqual([
      ['列0', '列1'],
      ['甲', '乙']
    ]);
    expect(() => exportCsv(workbook, 'gone')).toThrow('the workbook has no sheet gone');
  });
});

describe('a cell of csv', () => {
  it.each(['=1+1', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋A1', '－A1', '＠SUM(A1)'])(
    'is no formula: %j',
    (text) => expect(readCsv(exportCsv(rowOf([text]), 'f'))[1]).toEqual([`'${text}`])
  );

  it.each(['-5', '+1,183.74', '－5', '-3%', '≥-5', '95%', 'a=b', ''])(
    'stays as it is: %j',
    (text) => expect(readCsv(exportCsv(rowOf([text]), 'f'))[1]).toEqual([text])
  );

  it('is read back whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const [, cells = []] = readCsv(exportCsv(rowOf(texts), 'f'));
        expect(cells.map((cell, at) => (cell === `'${texts[at]}` ? texts[at] : cell))).toEqual(
          texts
        );
        expect(cells.filter((cell) => /^[=@＝＠]/.test(cell))).toEqual([]);
      })
    );
  });
});
