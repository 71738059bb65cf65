import { readAmount, readPercent } from '#lib/model/decimal.ts';
import { OUR_TABLE } from '#lib/model/clipboard-block.ts';
import { isForNumbers } from './cleaned-text.ts';
import type { GridColumn } from '../columns.ts';
import { lineText, type Line } from '../lines.ts';

/** What Excel reckons with: fifteen digits, and none lost at the head. */
const NUMBER = /^[+-]?(?:0|[1-9][\d,]{0,18})(?:\.\d+)?%?$/;
const MOST_DIGITS = 15;

/** Cells in which a line break begins no new cell; all but numbers are text, so that 01 stays 01. */
const HEAD =
  '<meta charset="utf-8"><style>br{mso-data-placement:same-cell}' +
  'td{vertical-align:middle;border:.5pt solid windowtext}</style>';

/** As Excel and WPS read it, and as LibreOffice does. */
const AS_TEXT = `style='mso-number-format:"\\@"' sdnum="1033;0;@"`;

/**
 * The HTML that Excel, WPS, Word and web pages take a block from: a plain table, its line breaks `<br>`,
 * the first level one cell for each run of it. Numbers have the format they are shown in, all others
 * that of text.
 * @param token names this copy, so that a paste knows its own
 */
export function copiedHtml(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  token: string
): string {
  const rows = lines.map((line, at) => {
    const cells = columns.map((column) => {
      if (column.id !== 'level1') return cellHtml(lineText(line, column.id), column, 1);
      return continues(lines, at) ? '' : cellHtml(lineText(line, 'level1'), column, run(lines, at));
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const table = `<table ${OUR_TABLE}="${token}" style="border-collapse:collapse;white-space:pre-wrap">`;
  return `<html><head>${HEAD}</head><body>${table}${rows.join('')}</table></body></html>`;
}

function cellHtml(text: string, column: GridColumn, rows: number): string {
  const number = isForNumbers(column) ? numberFormat(text) : null;
  const span = rows > 1 ? ` rowspan="${rows}"` : '';
  const format = number === null ? AS_TEXT : asNumber(text, number);
  return `<td${span} ${format}>${escaped(text)}</td>`;
}

/** LibreOffice takes a percent for text where the fraction does not stand beside it. */
function asNumber(text: string, format: string): string {
  const fraction = readPercent(text)?.div(100);
  const beside = fraction
    ? ` sdval="${fraction}" sdnum="1033;0;${format.replaceAll('\\', '')}"`
    : '';
  return `style='mso-number-format:"${format}"'${beside}`;
}

/** The format that shows a number as it is written, as style sheets write it; null for other texts. */
function numberFormat(text: string): string | null {
  if (!NUMBER.test(text) || text.replace(/\D/g, '').length > MOST_DIGITS) return null;
  if (readAmount(text) === null && readPercent(text) === null) return null;
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const whole = text.includes(',') ? '\\#\\,\\#\\#0' : '0';
  const fraction = decimals > 0 ? `\\.${'0'.repeat(decimals)}` : '';
  return `${whole}${fraction}${text.endsWith('%') ? '%' : ''}`;
}

/** Whether a line belongs to the merged cell of the copied line above it. */
function continues(lines: readonly Line[], at: number): boolean {
  return at > 0 && lines[at]!.continues;
}

function run(lines: readonly Line[], from: number): number {
  let next = from + 1;
  while (next < lines.length && continues(lines, next)) next++;
  return next - from;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;')
    .replace(/\r\n?|\n/g, '<br>');
}
