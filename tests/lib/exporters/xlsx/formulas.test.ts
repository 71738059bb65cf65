import { beforeAll, describe, expect, it } from 'vitest';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { createWorkbook } from '#lib/model/create.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { freeSheet, loadEngineFromDisk, resultsOf } from '#tests/lib/formulas/calculated.ts';
import { calculatedWorkbook } from '#tests/support/calculated-workbooks.ts';
import { elementsOf } from '#tests/support/markup.ts';
import { officeParts } from '#tests/support/office-file.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

beforeAll(loadEngineFromDisk);

/** The formulas of a file, and what stands beside them, by `<worksheet>!<cell>`. */
function formulasIn(workbook: Workbook): Readonly<Record<string, string>> {
  const parts = officeParts(exportXlsx(workbook, resultsOf(workbook)));
  const names = elementsOf(parts.get('xl/workbook.xml')!, 'sheet');
  const cells = names.flatMap(({ attributes }, at) =>
    elementsOf(parts.get(`xl/worksheets/sheet${at + 1}.xml`)!, 'c').flatMap((cell) => {
      const [formula] = elementsOf(cell, 'f');
      const [value] = elementsOf(cell, 'v');
      const place = `${attributes.name}!${cell.attributes.r}`;
      return formula ? [[place, `${formula.text} → ${value?.text}`] as const] : [];
    })
  );
  return Object.fromEntries(cells);
}

/** A workbook with one free sheet. */
const workbookOf = (...rows: readonly (readonly string[])[]) =>
  createWorkbook({ sheets: [freeSheet('测算', rows)] });

describe('formulas in a spreadsheet file', () => {
  it('lead to the cells where the file prints rows and fields, beside what they come to', () => {
    expect(formulasIn(calculatedWorkbook())).toEqual({
      '资金测算!B7': 'SUM(B4:B6) → 1046.625',
      '资金测算!C4': 'ROUND(B4/B$7,4) → 0.0349',
      '资金测算!C5': 'B5/B$7 → 0.9650065687',
      '资金测算!C6': 'IF(B6>1,"多","少") → 少',
      '资金测算!C7': 'SUM(B4:B7)/2 → 1046.625',
      '资金测算!D6': 'D5-D4 → 305',
      '资金测算!D7': 'D4+30 → 46112',
      '用途!A2': "'资金测算'!B7*2 → 2093.25",
      '用途!A3': `VLOOKUP("护栏",'资金测算'!A4:C7,3,FALSE) → 少`,
      '用途!A4': `TEXT('资金测算'!D4,"yyyy年m月d日") → 2026年3月1日`,
      '用途!B2': "'1.河道清淤专项经费'!C4+1 → 37",
      '用途!B3': '1/0 → #DIV/0!',
      '用途!B4': 'A2>100 → 1',
      '用途!C2': "'收入预算表'!D6 → 2090.03",
      '用途!C3': `_xlfn.CONCAT(A3,"、",'资金测算'!A$4) → 少、河床清淤`,
      '用途!C4': 'IFERROR(B3,"无") → 无'
    });
  });

  it('stay values where the file has no cell for a reference', () => {
    const texts = ['单位名称', 'A2'].map((what) => `=河道清淤专项经费绩效目标表!${what}`);
    const sheets = [projectSheet('p1'), freeSheet('测算', [[...texts, '=B9', '5']])];
    expect(formulasIn(createWorkbook({ sheets }))).toEqual({});
  });

  it('stay values where Excel reads no number that is one here, with all that rests on them', () => {
    const texts = ['２０', '=A1*2', '=B1+1', '=C1&"元"', '=1+1'];
    expect(formulasIn(workbookOf(texts))).toEqual({ '测算!E2': '1+1 → 2' });
  });

  it('stay values in a circle, unreadable, or where programs differ', () => {
    const texts = ['=B1', '=A1', '=1+', '=ROW()', '=SUM(F1:F2*2)', '1'];
    expect(formulasIn(workbookOf(texts))).toEqual({});
  });

  it('end ranges where the table ends, unless they count blank cells', () => {
    const texts = ['1', '=SUM(A1:A90)', '=COUNTBLANK(A1:A90)', '=COUNTIF(A:A,1)'];
    expect(formulasIn(workbookOf(texts, ['2']))).toEqual({
      '测算!B2': 'SUM(A2:A3) → 3',
      '测算!D2': 'COUNTIF(A2:A3,1) → 1'
    });
  });

  it('are texts where they were not calculated', () => {
    const sheet = officeParts(exportXlsx(workbookOf(['=1+1', '']))).get(
      'xl/worksheets/sheet1.xml'
    )!;
    expect(elementsOf(sheet, 'f')).toEqual([]);
    expect(elementsOf(sheet, 't').map(({ text }) => text)).toContain('=1+1');
  });
});
