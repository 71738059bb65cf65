import { escapeMarkup } from '../markup.ts';
import type { Page, PageCell } from './page.ts';
import { shownNumber } from './shown-number.ts';
import { styleIndex } from './styles.ts';

/** Excel's limit, in points. */
const TALLEST_ROW = 409;

/** 宋体 at 10.5 points: a Chinese character is 3.7 mm wide, a line 15 points high. */
const CHARACTER_WIDTH = 3.7;
const LINE_HEIGHT = 15;
const TITLE_HEIGHT = 30;

/** Excel counts widths in digits of its default font, about 1.85 mm each. */
const DIGIT_WIDTH = 1.85;

/** The part `xl/worksheets/sheetN.xml` of a page, to be printed on A4 at the width of the paper. */
export function sheetXml(page: Page): string {
  const { widths, rows, headRows, landscape } = page;
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${(width / DIGIT_WIDTH).toFixed(2)}" customWidth="1"/>`
  );
  const merges = rows.flatMap((cells, row) => cells.flatMap((cell) => mergeReference(cell, row)));
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>\
<sheetViews><sheetView workbookViewId="0" showGridLines="0">${paneXml(headRows)}</sheetView></sheetViews>\
<sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/>\
<cols>${columns.join('')}</cols>\
<sheetData>${rows.map((cells, row) => rowXml(cells, row, widths)).join('')}</sheetData>\
${merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`}\
<printOptions horizontalCentered="1"/>\
<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>\
<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>\
<headerFooter><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>\
</worksheet>`;
}

/** The name of a cell, such as `AB12`; column and row from 0. */
function cellReference(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

function paneXml(headRows: number): string {
  if (headRows === 0) return '';
  return `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`;
}

function rowXml(cells: readonly PageCell[], row: number, widths: readonly number[]): string {
  const height = Math.min(TALLEST_ROW, Math.max(...cells.map((cell) => heightOf(cell, widths))));
  const texts = cells.map((cell) => cellXml(cell, row));
  return `<row r="${row + 1}" ht="${height}" customHeight="1">${texts.join('')}</row>`;
}

/** What a cell needs in points. Excel fits no row to merged cells, so this is estimated. */
function heightOf(
  { text, look, column, columns, rows }: PageCell,
  widths: readonly number[]
): number {
  if (look === 'title') return TITLE_HEIGHT;
  const width = widths.slice(column, column + columns).reduce((sum, next) => sum + next, 0);
  const perLine = Math.max(1, Math.floor((width - 2) / CHARACTER_WIDTH));
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthInCharacters(line) / perLine)), 0);
  return Math.ceil((lines * LINE_HEIGHT) / rows) + 4;
}

/** Latin letters and digits take half of a Chinese character. */
function widthInCharacters(line: string): number {
  return line.length - (line.match(/[ -~]/g)?.length ?? 0) / 2;
}

function cellXml(cell: PageCell, row: number): string {
  const { text, look, column, columns, covered, formula } = cell;
  const isAmount = look === 'amount' || look === 'short';
  const number = isAmount ? shownNumber(text) : null;
  const held = cell.held ?? (number && { type: 'n', ...number });
  const style = styleIndex(look, held?.format);
  const place = `r="${cellReference(column, row)}" s="${style}"`;
  const own = held
    ? `<c ${place}${held.type === 'n' ? '' : ` t="${held.type}"`}>${formulaXml(formula)}<v>${textXml(held.value)}</v></c>`
    : text === '' || covered
      ? `<c ${place}/>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`;
  const frame = Array.from(
    { length: columns - 1 },
    (_, index) => `<c r="${cellReference(column + index + 1, row)}" s="${style}"/>`
  );
  return own + frame.join('');
}

function formulaXml(formula: string | null): string {
  return formula === null ? '' : `<f xml:space="preserve">${escapeMarkup(formula)}</f>`;
}

/** A text as a cell holds it: what looks like Excel's own escape of a character is escaped itself. */
function textXml(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escapeMarkup(lines);
}

function mergeReference(cell: PageCell, row: number): string[] {
  const { column, columns, rows, covered } = cell;
  if (covered || (columns === 1 && rows === 1)) return [];
  const last = cellReference(column + columns - 1, row + rows - 1);
  return [`<mergeCell ref="${cellReference(column, row)}:${last}"/>`];
}
