import type { Workbook } from '#lib/model/workbook.ts';
import { layOutPaper, type Heading, type Paper, type Part } from './form/paper.ts';
import { headRowCount, type PrintedCell, type PrintedTable } from './form/printed-table.ts';
import { HTML_STYLE } from './html-style.ts';
import { escapeMarkup } from './markup.ts';

/**
 * A workbook as one `.html` file in the official form, ready to be printed on A4: cover, 目录, prose,
 * and each project on a page of its own. It runs no script and loads nothing.
 */
export function exportHtml(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const paper = layOutPaper(workbook);
  const title = escapeMarkup(paper.title);
  const coverLines = paper.coverLines.map((line) => paragraph(line, 'unit'));
  return new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<div class="cover"><h1>${title}</h1>${coverLines.join('')}</div>
${contents(paper)}
${paper.parts.map(section).join('\n')}
</body>
</html>
`);
}

function contents({ parts }: Paper): string {
  const lines = parts
    .flatMap(({ headings }) => headings)
    .map(
      ({ level, text, anchor }) =>
        `<li style="margin-left:${level - 1}em"><a href="#${anchor}">${escapeMarkup(text)}</a></li>`
    );
  return lines.length === 0 ? '' : `<nav><h2>目录</h2><ol>${lines.join('\n')}</ol></nav>`;
}

function section(part: Part): string {
  const { sheet, ownPage, landscape, office, headLine, headings, paragraphs, note } = part;
  // A brief is printed as prose, and its table not.
  const table = sheet.kind === 'brief' ? null : part.table;
  const classes = [ownPage ? 'own' : '', landscape ? 'across' : ''].join(' ').trim();
  return [
    `<section class="${classes}">`,
    ...headings.slice(0, -1).map(headingMarkup),
    office === '' ? '' : paragraph(office, 'office'),
    ...headings.slice(-1).map(headingMarkup),
    ...paragraphs.map((text) => paragraph(text, 'prose')),
    headLine ? headLineMarkup(headLine) : '',
    table ? tableMarkup(table) : '',
    note === '' ? '' : paragraph(note, 'note'),
    '</section>'
  ].join('\n');
}

function headingMarkup({ level, text, anchor }: Heading): string {
  const tag = `h${Math.min(level + 1, 6)}`;
  return `<${tag} id="${anchor}">${escapeMarkup(text)}</${tag}>`;
}

function headLineMarkup(texts: readonly string[]): string {
  const sides = texts.map((text) => `<span>${escapeMarkup(text)}</span>`);
  return `<div class="head">${sides.join('')}</div>`;
}

function paragraph(text: string, style: string): string {
  return `<p class="${style}"${spaceKept(text)}>${escapeMarkup(text)}</p>`;
}

/** Says of an element that its line breaks and spaces count, where it has such, for programs that read it. */
function spaceKept(text: string): string {
  return /^\s|\s$|\s\s|[\n\t]/.test(text) ? ' style="white-space:pre-wrap"' : '';
}

function tableMarkup(table: PrintedTable): string {
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
