import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOfSheet } from '#lib/grid/columns.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { columnWidths, rowHeight } from '#lib/grid/row-height.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createWorkbook } from '#lib/model/create.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { balancedDisclosures } from '#tests/lib/rules/balanced-disclosure.ts';
import { disclosureSheet } from '#tests/support/workbooks.ts';

/** What stands below the amounts of each row, in the order of its columns. */
function notes(sheet: Sheet): string[][] {
  return linesOf([sheet]).map((line) => [...line.notes.values()]);
}

const subjects = disclosureSheet('d', 'general-public-expenditure', [
  ['', '合计', '1,300.00', '1,000.00', '300.00'],
  ['213', '农林水支出', '1,234.56', '934.56', '300.00'],
  ['21303', '水利', '1,234.56', '934.56', '300.00'],
  ['2130305', '水利工程建设', '300.00', '', '300.00'],
  ['2130306', '水利工程运行与维护', '934.56', '934.56', '']
]);

describe('the sums of a disclosure table', () => {
  it('stand below what is printed otherwise, for the total and by the codes', () => {
    const wrong = '合计应为 1,234.56（差 65.44）';
    expect(notes(subjects)).toEqual([[wrong, '合计应为 934.56（差 65.44）'], [], [], [], []]);
  });

  it('stand below a 款 that its 项 do not make', () => {
    const sheet = applyEdit(createWorkbook({ sheets: [subjects] }), {
      label: '',
      changes: [{ do: 'cell', row: 'd-r5', column: 'basic', text: '934.46' }]
    }).sheets[0]!;
    expect(notes(sheet).slice(1)).toEqual([
      [],
      ['合计应为 934.46（差 0.10）'],
      [],
      ['合计应为 934.46（差 0.10）']
    ]);
  });

  it.each([
    ['expenditure', ['213', '农林水支出', '10.00', '4.00', '5.00'], '合计应为 9.00（差 1.00）'],
    [
      'general-public-basic',
      ['302', '商品和服务支出', '3.00', '', '2.50'],
      '合计应为 2.50（差 0.50）'
    ],
    ['three-public', ['公务接待费', '1.00', '', '', ''], '合计应为 0.00（差 1.00）']
  ])('stand below what the columns of a row in %s do not make', (form, texts, note) => {
    expect(notes(disclosureSheet('d', form, [texts]))).toEqual([[note]]);
  });

  it.each([
    [
      'income-and-expenditure',
      [
        ['一、一般公共预算拨款收入', '100.00', '一、农林水支出', '90.00'],
        ['本年收入合计', '100.00', '本年支出合计', '100.00'],
        ['收入总计', '100.00', '支出总计', '100.00']
      ],
      [[], ['合计应为 90.00（差 10.00）'], []]
    ],
    [
      'three-public',
      [
        ['合计', '8.00', '8.00', '', ''],
        ['1.因公出国（境）费', '', '', '', ''],
        ['2.公务用车购置及运行维护费', '5.00', '5.00', '', ''],
        ['3.公务接待费', '2.00', '2.00', '', '']
      ],
      [['合计应为 7.00（差 1.00）', '合计应为 7.00（差 1.00）'], [], [], []]
    ],
    [
      'assets',
      [
        ['资产总额', '', '50.00'],
        ['1.房屋', '', '30.00'],
        ['2.车辆', '', '18.00']
      ],
      [['合计应为 48.00（差 2.00）'], [], []]
    ]
  ])('stand below the total of %s that its items do not make', (form, rows, expected) => {
    expect(notes(disclosureSheet('d', form, rows))).toEqual(expected);
  });

  it('say nothing where all agree', () => {
    fc.assert(
      fc.property(balancedDisclosures, ({ sheets }) => {
        expect(sheets.flatMap(notes).flat()).toEqual([]);
      }),
      { numRuns: 20 }
    );
  });

  it('say nothing of an amount that cannot be read', () => {
    const rows = [['213', '农林水支出', '约10', '4.00', '5.00']];
    expect(notes(disclosureSheet('d', 'expenditure', rows))).toEqual([[]]);
  });

  it('mark the 科目 that others below make up', () => {
    expect(linesOf([subjects]).map(({ total, subtotal }) => [total, subtotal])).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [false, false],
      [false, false]
    ]);
  });

  it('make their row higher', () => {
    const columns = columnsOfSheet(subjects);
    const widths = columnWidths(columns, 900);
    const [total, item] = linesOf([subjects]);
    expect(rowHeight(total!, columns, widths)).toBeGreaterThan(rowHeight(item!, columns, widths));
  });
});

describe('a line', () => {
  it('is another one where a sum of it has changed, and the same where only others have', () => {
    const workbook = createWorkbook({ sheets: [subjects] });
    const before = linesOf(workbook.sheets);
    const changes = [{ do: 'cell', row: 'd-r2', column: 'total', text: '1,200.00' } as const];
    const after = linesOf(applyEdit(workbook, { label: '', changes }).sheets, before);
    expect(after.map((line, at) => line === before[at])).toEqual([false, false, true, true, true]);
  });
});
