import { beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '#lib/formulas/engine.ts';
import { FormulaSheets } from '#lib/formulas/sheets-of.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import { disclosureSheet, projectSheet } from '#tests/support/workbooks.ts';
import { freeSheet, loadEngineFromDisk, resultsOf } from './calculated.ts';

beforeAll(loadEngineFromDisk);

/** What one formula comes to beside these texts in column A. */
function result(formula: string, ...texts: readonly string[]): string | undefined {
  const rows =
    texts.length > 0 ? texts.map((text, at) => [text, at === 0 ? formula : '']) : [['', formula]];
  return resultsOf(createWorkbook({ sheets: [freeSheet('测算', rows)] })).get('测算-1/B');
}

describe('what a formula comes to', () => {
  it('rests on amounts, percents and days as people type them', () => {
    expect(result('=SUM(A1:A4)', '1,183.50', '２０', '50%', '96万元')).toBe('1,204.00');
    expect(result('=A1+1', '2026年2月28日')).toBe('2026-03-01');
    expect(result('=COUNT(A1:A4)', '0305', '431021199001011234', '5', '是')).toBe('1');
  });

  it('takes over separators, and keeps the decimals that its numbers do not have', () => {
    expect(result('=A1+A2', '1,010', '36.50')).toBe('1,046.5');
    expect(result('=A1*2', '1,010')).toBe('2,020');
    expect(result('=A1/A2', '1,010.25', '7')).toBe('144.3214285714');
    expect(result('=A1*2', '1,010.25')).toBe('2,020.50');
    expect(result('=SUM(A1:A2)', '36.50', '10')).toBe('46.50');
    expect(result('=A1*A2', '36.50', '0.125')).toBe('4.5625');
    expect(result('=A1*1000000.123', '1,010')).toBe('1,010,000,124.23');
    expect(result('=TEXT(A1,"0.0000")', '2.5')).toBe('2.5000');
  });

  it('is the same with the full-width signs of an input method', () => {
    expect(result('＝ＩＦ（A1＞＝95，“达标，好”，“未达标”）', '96')).toBe('达标，好');
  });

  it('takes Chinese signs in a format for themselves', () => {
    expect(result('=TEXT(A1,"yyyy年m月d日")', '2026-03-01')).toBe('2026年3月1日');
    expect(result('=TEXT(A1,"#,##0.00")&"万元，年"', '1183.5')).toBe('1,183.50万元，年');
  });

  it('is an error as Excel shows it', () => {
    expect(result('=1/0')).toBe('#DIV/0!');
    expect(result('=没有的函数(1)')).toBe('#NAME?');
    expect(result('="甲"+1')).toBe('#VALUE!');
    expect(result('=#REF!+1')).toBe('#REF!');
    expect(result('=没有的表!A1')).toBe('#REF!');
    expect(result('=VLOOKUP(9,A1:A2,1,FALSE)', '1', '2')).toBe('#N/A');
    expect(result('=SQRT(-1)')).toBe('#NUM!');
  });

  it('is an error of the library where it refers to itself, or cannot be read', () => {
    expect(result('=A2', '', '=B1')).toBe('#CIRC!');
    expect(result('=SUM(')).toBe('#ERROR!');
  });

  it('names a cycle between sheets', () => {
    const sheets = [freeSheet('甲', [['=乙!A1']]), freeSheet('乙', [['=甲!A1']])];
    const results = resultsOf(createWorkbook({ sheets }));
    expect([...results.values()]).toEqual(['#CIRC!', '#CIRC!']);
  });

  it('writes days as WPS does', () => {
    expect(result('=DATE(2026,3,1)')).toBe('2026/3/1');
    expect(result('=A1+30', '2026-03-01')).toBe('2026-03-31');
  });

  it('counts the days between two days', () => {
    expect(result('=A2-A1', '2026-03-01', '2026-12-31')).toBe('305');
    expect(result('=A1-A2', '2026-03-01', '2026-12-31')).toBe('-305');
    expect(result('=A1-A1', '2026-03-01')).toBe('0');
  });

  it('takes cells and fields of other sheets by their names', () => {
    const income = disclosureSheet('d1', 'income', [['', '合计', '2,090.03']], {
      title: '收入预算表'
    });
    const free = freeSheet('测算', [
      ['=收入预算表!C1*2', "='河道清淤专项经费'!预算数+1", '=河道清淤专项经费绩效目标表!项目名称'],
      ['=河道清淤专项经费!没有']
    ]);
    const results = resultsOf(createWorkbook({ sheets: [projectSheet('p1'), income, free] }));
    expect([...results.values()]).toEqual(['4,180.06', '37.00', '河道清淤专项经费', '#REF!']);
  });
});

describe('an engine that is asked again', () => {
  it('comes to what a new one does after any edit', () => {
    const engine = new Engine();
    const sheets = new FormulaSheets();
    let workbook = createWorkbook({
      sheets: [
        freeSheet('甲', [
          ['1', '=SUM(A1:A3)'],
          ['2', '=乙!A1'],
          ['3', '=A3*2']
        ]),
        freeSheet('乙', [['7']])
      ]
    });
    const edits: readonly Change[] = [
      { do: 'cell', row: '甲-2', column: 'A', text: '20' },
      { do: 'insert', sheet: '甲', after: '甲-1', rows: [{ id: 'n', cells: { A: '5' } }] },
      { do: 'delete', rows: ['甲-3'] },
      { do: 'sheet', sheet: '乙', property: 'title', text: '附表 1' },
      { do: 'cell', row: '甲-2', column: 'A', text: '20%' },
      { do: 'cell', row: '甲-2', column: 'A', text: '7.50' },
      { do: 'cell', row: '甲-2', column: 'A', text: '9' },
      { do: 'cell', row: 'n', column: 'B', text: '=丙!A1' },
      { do: 'insert-sheet', sheet: freeSheet('丙', [['=甲!A1+1']]), after: null },
      { do: 'delete-sheet', sheet: '乙' }
    ];
    engine.calculate(sheets.of(workbook));
    for (const change of edits) {
      workbook = applyEdit(workbook, { label: '', changes: [change] });
      expect(engine.calculate(sheets.of(workbook))).toEqual(resultsOf(workbook));
    }
    expect(resultsOf(workbook).get('n/B')).toBe('2');
  });
});
