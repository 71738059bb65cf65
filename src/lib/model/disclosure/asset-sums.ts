import { cellText, type Row, type Sheet } from '../workbook.ts';
import { amountAt, sumOver } from './table-amounts.ts';
import { compareDown, type WrongSum } from './wrong-sum.ts';

const TOTAL = /^(?:固定)?资产(?:总额|合计|总计)$|^(?:合计|总计)$/;
const PART = /^其中/;
const NUMBERED = /^(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,2}、)/;

/**
 * What does not make its sum in 固定资产占用情况表: the classes make the total; 其中 is not added. Where some
 * rows are numbered, the others may be parts of them, so either reading is accepted.
 */
export function wrongAssetSums({ form, rows }: Sheet): readonly WrongSum[] {
  if (form !== 'assets') return [];
  const total = rows.find((row) => TOTAL.test(itemOf(row)));
  const value = total && amountAt(total, 'value');
  const classes = rows.filter((row) => !TOTAL.test(itemOf(row)) && !PART.test(itemOf(row)));
  const numbered = classes.filter((row) => NUMBERED.test(itemOf(row)));
  if (!total || !value || classes.length === 0) return [];
  if (numbered.length > 0 && sumOver(numbered, 'value')?.eq(value)) return [];
  return compareDown(total, classes, 'value');
}

function itemOf(row: Row): string {
  return cellText(row, 'item').replace(/\s+/g, '');
}
