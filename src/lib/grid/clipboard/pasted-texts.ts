import { readAmount, readPercent } from '#lib/model/decimal.ts';
import type { ClipboardBlock, ClipboardCell } from '#lib/model/clipboard-block.ts';
import type { GridColumn } from '../columns.ts';
import { cleanedText, isForNumbers } from './cleaned-text.ts';

/** How a foreign block is taken: as a person would have typed it, or as it came. */
export type PasteMode = 'cleaned' | 'as-is';

/** The columns that a block comes to lie in, from left to right; none for those past the right edge. */
export type TargetColumns = readonly (GridColumn | undefined)[];

/** What is taken for a column past the right edge of a free sheet. */
const NEW_COLUMN: GridColumn = { id: '', title: '', share: 0, least: 0, amounts: true };

/** The texts of a block exactly as they came: those of merged cells in the first, the others empty. */
export function textsAsTheyCame({ rows }: ClipboardBlock): string[][] {
  return rows.map((row) => row.map(({ text }) => text));
}

/**
 * The texts of a block as they are meant: each as `cleanedText` has it, the first level on every row,
 * where papers print it once and the program needs it on each; empty rows at the end left out.
 */
export function cleanedTexts(
  { rows }: ClipboardBlock,
  columns: TargetColumns,
  isFree: boolean
): string[][] {
  const texts = rows.map((row) =>
    row.map(({ text }, at) => cleanedText(text, columns[at] ?? NEW_COLUMN, isFree))
  );
  const level1 = columns.findIndex((column) => column?.id === 'level1');
  if (level1 >= 0) fillDown(texts, rows, level1);
  const last = texts.findLastIndex((row) => row.some((text) => text !== ''));
  return texts.slice(0, Math.max(1, last + 1));
}

function fillDown(
  texts: string[][],
  rows: readonly (readonly ClipboardCell[])[],
  column: number
): void {
  let above = '';
  texts.forEach((row, at) => {
    const belongs = rows[at]![column]?.covered === 'above' || row.some((text) => text !== '');
    if (row[column] === '' && belongs) row[column] = above;
    else above = row[column] ?? '';
  });
}

/** How many cells two ways of taking a block differ in; a row that only one has counts its texts. */
export function differingCells(
  some: readonly (readonly string[])[],
  others: readonly (readonly string[])[]
): number {
  const rows = Math.max(some.length, others.length);
  return Array.from({ length: rows }, (_, at) => {
    const [one = [], other = []] = [some[at], others[at]];
    const cells = Math.max(one.length, other.length);
    return Array.from({ length: cells }).filter(
      (_, across) => (one[across] ?? '') !== (other[across] ?? '')
    ).length;
  }).reduce((sum, count) => sum + count, 0);
}

/** What was recognised in a block, such as `17 行 × 6 列，4 处合并，2 个数字是文本`. */
export function describeBlock(block: ClipboardBlock, columns: TargetColumns): string {
  const { rows, merges, hiddenRows, hiddenColumns } = block;
  const cells = rows.flatMap((row) => row.map((cell, at) => ({ cell, column: columns[at] })));
  const kept = cells.filter(({ cell, column }) => isNumberAsText(cell, column)).length;
  const hashes = cells.filter(({ cell }) => /^#+$/.test(cell.text)).length;
  const parts = [
    `${rows.length} 行 × ${rows[0]?.length ?? 0} 列`,
    merges > 0 && `${merges} 处合并`,
    kept > 0 && `${kept} 个数字是文本`,
    hiddenRows > 0 && `含 ${hiddenRows} 个隐藏行`,
    hiddenColumns > 0 && `含 ${hiddenColumns} 个隐藏列`,
    hashes > 0 && `${hashes} 格只有 ####，请在原表加宽这一列再复制`
  ];
  return parts.filter((part) => part !== false).join('，');
}

/** Codes such as 01 are kept as text for a reason, and so is what stands in a column of codes. */
function isNumberAsText(
  { text, keptAsText }: ClipboardCell,
  column: GridColumn | undefined
): boolean {
  if (!keptAsText || !isForNumbers(column ?? NEW_COLUMN) || /^0\d/.test(text.trim())) return false;
  return readAmount(text) !== null || readPercent(text) !== null;
}
