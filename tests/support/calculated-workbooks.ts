import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { freeSheet } from '#tests/lib/formulas/calculated.ts';
import { disclosureSheet, projectSheet } from './workbooks.ts';

/**
 * A workbook whose free sheets calculate with each other, with a project and with a disclosure table. The
 * free sheet 资金测算 has a title over each column, and a unit above and a note below its table.
 */
export function calculatedWorkbook(): Workbook {
  const money = createSheet('free', {
    id: 'money',
    title: '资金测算',
    columns: ['事项', '金额', '占比', '日期'].map((title, at) => ({ id: 'ABCD'[at]!, title })),
    rows: [
      createRow({ A: '河床清淤', B: '36.50', C: '=ROUND(B1/B$4,4)', D: '2026-03-01' }, 'm1'),
      createRow({ A: '步道修整', B: '1,010', C: '=B2/B$4', D: '2026年12月31日' }, 'm2'),
      createRow({ A: '护栏', B: '12.5%', C: '=IF(B3>1,"多","少")', D: '=D2-D1' }, 'm3'),
      createRow({ A: '合计', B: '=SUM(B1:B3)', C: '=SUM(B:B)/2', D: '=D1+30' }, 'm4')
    ],
    note: '单位：万元\n注：不含税'
  });
  const income = disclosureSheet('d1', 'income', [['', '合计', '2,090.03']], {
    title: '收入预算表'
  });
  const use = freeSheet(
    'use',
    [
      ['=资金测算!B4*2', '=河道清淤专项经费绩效目标表!预算数+1', '=收入预算表!C1'],
      ['=VLOOKUP("护栏",资金测算!A1:C4,3,FALSE)', '=1/0', '=CONCAT(A2,"、",资金测算!A$1)'],
      ['=TEXT(资金测算!D1,"yyyy年m月d日")', '=A1>100', '=IFERROR(B2,"无")']
    ],
    { title: '用途' }
  );
  return createWorkbook({ sheets: [projectSheet('p1'), income, money, use] });
}
