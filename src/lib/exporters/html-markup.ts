import { headRowCount, type PrintedCell, type PrintedTable } from './form/printed-table.ts';
import { escapeMarkup } from './markup.ts';

/** A whole page of HTML in UTF-8 that runs no script and loads nothing. */
export function htmlPage(title: string, style: string, body: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`);
}

/** A paragraph of a class. */
export function paragraphMarkup(text: string, style: string): string {
  return `<p class="${style}"${spaceKept(text)}>${escapeMarkup(text)}</p>`;
}

/** A printed table; headings at its top are printed again on each page. */
export function tableMarkup(table: PrintedTable): string {
  const { widths, rows } = table;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map(
    (width) => `<col style="width:${((100 * width) / whole).toFixed(2)}%" />`
  );
  const headRows = headRowCount(table);
  return [
    `<table><colgroup>${columns.join('')}</colgroup>`,
    headRows === 0 ? '' : `<thead>${rows.slice(0, headRows).map(rowMarkup).join('\n')}</thead>`,
    `<tbody>${rows.slice(headRows).map(rowMarkup).join('\n')}</tbody></table>`
  ].join('\n');
}

function rowMarkup(cells: readonly PrintedCell[]): string {
  return `<tr>${cells.map(cellMarkup).join('')}</tr>`;
}

function cellMarkup({ text, role, columns, rows }: PrintedCell): string {
  const tag = role === 'heading' ? 'th' : 'td';
  const spans = [
    columns > 1 ? ` colspan="${columns}"` : '',
    rows > 1 ? ` rowspan="${rows}"` : '',
    role === 'text' || role === 'heading' ? '' : ` class="${role}"`,
    spaceKept(text)
  ].join('');
  return `<${tag}${spans}>${escapeMarkup(text)}</${tag}>`;
}

/** Says of an element that its line breaks and spaces count, where it has such, for programs that read it. */
function spaceKept(text: string): string {
  return /^\s|\s$|\s\s|[\n\t\u00a0]/.test(text) ? ' style="white-space:pre-wrap"' : '';
}
