import { isNothing, sumOver } from '#lib/model/disclosure/table-amounts.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';
import type { TableAmount } from './table-cell.ts';

/** What is bought, by the letter that its number in 政府采购品目分类目录 begins with. */
const LETTERS = { goods: /^A/i, works: /^B/i, services: /^C/i } as const;

/** Goods, works or services. */
export type ProcurementClass = keyof typeof LETTERS;

/** What a table of 政府采购预算 comes to, in 万元; null where that cannot be known. */
export type Procurement = Readonly<Record<'total' | ProcurementClass, TableAmount | null>>;

const UNKNOWN: Procurement = { total: null, goods: null, works: null, services: null };

const TOTAL = /^(?:合计|总计)$/;
const SUBTOTAL = /小计|其中/;

/** What names a line, in front of its amounts. */
const NAMES = ['projectName', 'goods', 'catalogueCode'];

/**
 * Adds up a table of 政府采购预算. A class is known where every line has a number of the catalogue with the
 * letter of its class; nothing is known of a table in another unit than 万元, with several rows 合计, or
 * with parts of parts.
 */
export const procurementOf = remember((sheet: Sheet): Procurement => {
  const named = sheet.rows.map((row) => ({ row, name: nameOf(row) }));
  const totals = named.filter(({ name }) => TOTAL.test(name)).map(({ row }) => row);
  const lines = named.filter(({ row }) => !totals.includes(row) && !isBlank(row));
  const rows = lines.map(({ row }) => row);
  const isForeign = !/^(?:万元)?$/.test(fieldText(sheet, 'moneyUnit').trim());
  const isMixed = totals.length > 1 || lines.some(({ name }) => SUBTOTAL.test(name));
  const hasNoTotals = isNothing(sheet.rows, 'total') && !isNothing(sheet.rows, 'projectFunds');
  if (isForeign || isMixed || hasNoTotals) return UNKNOWN;

  const total = sumOf(sheet, totals.length === 1 ? totals : rows);
  const isClassed = rows.every((row) =>
    Object.values(LETTERS).some((letter) => letter.test(numberOf(row)))
  );
  if (!isClassed) return { ...UNKNOWN, total };
  const classSum = (letter: RegExp) =>
    sumOf(
      sheet,
      rows.filter((row) => letter.test(numberOf(row)))
    );
  return {
    total,
    goods: classSum(LETTERS.goods),
    works: classSum(LETTERS.works),
    services: classSum(LETTERS.services)
  };
});

function nameOf(row: Row): string {
  return NAMES.map((column) => cellText(row, column).replace(/\s+/g, '')).join('');
}

function numberOf(row: Row): string {
  return cellText(row, 'catalogueCode').trim();
}

function isBlank(row: Row): boolean {
  return nameOf(row) === '' && isNothing([row], 'total');
}

/** Its place is the row where there is just one, else the table. */
function sumOf(sheet: Sheet, rows: readonly Row[]): TableAmount | null {
  const amount = sumOver(rows, 'total');
  if (!amount) return null;
  const [row, ...others] = rows;
  const isOne = row !== undefined && others.length === 0;
  const place = isOne ? { sheet: sheet.id, row: row.id, column: 'total' } : { sheet: sheet.id };
  return { amount, place };
}
