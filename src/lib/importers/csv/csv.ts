import Papa from 'papaparse';
import { unmarkFormula } from '#lib/model/formula-mark.ts';
import { cellLines } from '../cells/cell-lines.ts';
import type { CellRow } from '../cells/cell-rows.ts';
import { numbered } from '../cells/line-text.ts';
import { MAX_LENGTH, refuse, type Refusal } from '../refusal.ts';
import type { Source } from '../source.ts';
import { decodeText } from '../text/decode.ts';
import { separatorOf } from './separator.ts';

/** No text of a paper has this character: quotes are then characters like any other. */
const NO_QUOTE = '\0';

/**
 * Reads a `.csv` or `.tsv` file: one table in UTF-8, UTF-16 with a byte order mark or GB18030, its cells
 * separated by commas, tabs or semicolons (RFC 4180).
 */
export function readCsv(bytes: Uint8Array): Source | Refusal {
  const text = decodeText(bytes);
  if (text === null) return refuse('binary');
  if (text.length > MAX_LENGTH) return refuse('too-large');
  const rows = rowsOf(text);
  const sheet = { rows, lastRow: rows.length, isCovered: () => false };
  const { lines } = cellLines(sheet, ALONE);
  return { lines: numbered(lines), notes: [] };
}

const ALONE = { tablesBefore: 0, anchors: null };

/**
 * The rows with their cells. A file with several columns is a table throughout, but for the lines above
 * it that fill one cell, which go right across; blank lines are left out.
 */
function rowsOf(text: string): CellRow[] {
  const records = parse(text).filter((texts) => texts.length > 1 || texts[0] !== '');
  const width = records.reduce((most, { length }) => Math.max(most, length), 0);
  const filled = records.map((texts) => texts.filter((cell) => cell !== '').length);
  const first = filled.findIndex((count) => count > 1);
  return records.map((texts, index) => {
    const above = index < first && filled[index] === 1;
    const cells = texts.map((text, at) => ({
      column: at + 1,
      lastColumn: above ? width : at + 1,
      text,
      framed: width > 1
    }));
    return { number: index + 1, cells };
  });
}

/** The cells of each line, without the apostrophe that keeps a spreadsheet from running them. */
function parse(text: string): string[][] {
  const delimiter = separatorOf(text);
  const quoted = Papa.parse<string[]>(text, { delimiter });
  const { data } = isBroken(quoted, delimiter)
    ? Papa.parse<string[]>(text, { delimiter, quoteChar: NO_QUOTE })
    : quoted;
  return data.map((texts) => texts.map((cell) => unmarkFormula(cell.replace(/\r\n?/g, '\n'))));
}

/**
 * Whether quotes were taken for those of a cell that are none: `"清淤"二期` at the beginning of a cell
 * would swallow the cells and lines after it.
 */
function isBroken({ data, errors }: Papa.ParseResult<string[]>, delimiter: string): boolean {
  if (errors.some(({ code }) => code === 'MissingQuotes')) return true;
  if (errors.every(({ code }) => code !== 'InvalidQuotes')) return false;
  return data.flat().some((cell) => cell.includes('\n') && cell.includes(delimiter));
}
