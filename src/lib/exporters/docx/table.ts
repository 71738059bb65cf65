import { paragraphsOf } from '../form/paragraphs.ts';
import {
  headRowCount,
  placeCells,
  type CellRole,
  type PlacedCell,
  type PrintedTable
} from '../form/printed-table.ts';
import { paragraphXml, runXml, twips } from './paragraph.ts';
import type { ParagraphStyle } from './styles.ts';

const STYLES: Readonly<Record<CellRole, ParagraphStyle>> = {
  label: 'CellCentre',
  heading: 'CellHeading',
  amount: 'CellRight',
  short: 'CellCentre',
  text: 'Cell'
};

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** A printed table in Word's XML; headings at its top are printed again on each page. */
export function tableXml(table: PrintedTable): string {
  const { widths } = table;
  const lines = SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`);
  const columns = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`);
  const rows = placeCells(table);
  const headRows = headRowCount(table);
  return `<w:tbl><w:tblPr><w:tblW w:w="${widthOf(widths)}" w:type="dxa"/><w:jc w:val="center"/>\
<w:tblBorders>${lines.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/>\
<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>\
</w:tblPr><w:tblGrid>${columns.join('')}</w:tblGrid>\
${rows.map((cells, index) => rowXml(cells, widths, index < headRows)).join('')}</w:tbl>`;
}

function rowXml(cells: readonly PlacedCell[], widths: readonly number[], isHead: boolean): string {
  const repeated = isHead ? '<w:tblHeader/>' : '';
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(8)}"/>${repeated}</w:trPr>\
${cells.map((cell) => cellXml(cell, widths)).join('')}</w:tr>`;
}

function cellXml({ cell, column, continued }: PlacedCell, widths: readonly number[]): string {
  const { text, role, columns, rows } = cell;
  const width = widthOf(widths.slice(column, column + columns));
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const merge = rows > 1 ? `<w:vMerge w:val="${continued ? 'continue' : 'restart'}"/>` : '';
  const lines = continued ? [] : paragraphsOf(text);
  // A cell without a paragraph makes Word refuse the file.
  const paragraphs = (lines.length === 0 ? [''] : lines).map((line) =>
    paragraphXml(STYLES[role], line === '' ? '' : runXml(line))
  );
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}\
<w:vAlign w:val="center"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
}

function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + twips(width), 0);
}
