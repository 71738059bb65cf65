import type { Element } from 'domhandler';
import { cellLines } from '../cells/cell-lines.ts';
import { numbered, textLines, type UnnumberedLine } from '../cells/line-text.ts';
import { MAX_LENGTH, refuse, type Refusal } from '../refusal.ts';
import type { Source } from '../source.ts';
import { decodeHtml } from './decode-html.ts';
import { piecesIn } from './flow.ts';
import { framesOf } from './frames.ts';
import { isLayout } from './layout-table.ts';
import { parseHtml } from './parse-html.ts';
import { cellsOf, placeCells, rowsOf } from './table-cells.ts';

/** Reads a web page: saved from a browser, or by Word, Excel or WPS as one. */
export function readHtmlFile(bytes: Uint8Array): Source | Refusal {
  const html = decodeHtml(bytes);
  if (html === null) return refuse('binary');
  return html.length > MAX_LENGTH ? refuse('too-large') : readHtml(html);
}

/**
 * The lines of a page or of what a clipboard holds as HTML: paragraphs, and the rows of tables. Tables
 * that only set the page are read cell by cell. What is not shown is left out.
 */
export function readHtml(html: string): Source {
  const document = parseHtml(html);
  const frames = framesOf(document);
  const lines: UnnumberedLine[] = [];
  let tables = 0;
  const read = (parent: Parameters<typeof piecesIn>[0]) => {
    for (const piece of piecesIn(parent, ({ name }) => name === 'table')) {
      if (typeof piece === 'string') {
        lines.push(...textLines(piece));
      } else if (isLayout(piece)) {
        for (const cell of rowsOf(piece).flatMap(cellsOf)) read(cell);
      } else {
        lines.push(...captionOf(piece));
        const cells = placeCells(piece, frames(piece));
        const table = cellLines(cells, { tablesBefore: tables, anchors: null });
        lines.push(...table.lines);
        tables += table.tables;
      }
    }
  };
  read(document);
  return { lines: numbered(lines), notes: [] };
}

function captionOf(table: Element): UnnumberedLine[] {
  const isOutside = ({ name }: Element) => /^(?:thead|tbody|tfoot|tr|colgroup)$/.test(name);
  return piecesIn(table, isOutside).flatMap((piece) =>
    typeof piece === 'string' ? textLines(piece) : []
  );
}
