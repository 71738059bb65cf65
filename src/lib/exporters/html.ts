import type { Workbook } from '#lib/model/workbook.ts';
import { layOutPaper, type Heading, type Paper, type Part } from './form/paper.ts';
import { htmlPage, paragraphMarkup, tableMarkup } from './html-markup.ts';
import { HTML_STYLE } from './html-style.ts';
import { escapeMarkup } from './markup.ts';

/**
 * A workbook as one `.html` file in the official form, ready to be printed on A4: cover, 目录, prose,
 * and each project on a page of its own. It runs no script and loads nothing.
 */
export function exportHtml(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const paper = layOutPaper(workbook);
  const coverLines = paper.coverLines.map((line) => paragraphMarkup(line, 'unit'));
  const body = [
    `<div class="cover"><h1>${escapeMarkup(paper.title)}</h1>${coverLines.join('')}</div>`,
    contents(paper),
    ...paper.parts.map(section)
  ];
  return htmlPage(paper.title, HTML_STYLE, body.join('\n'));
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
    office === '' ? '' : paragraphMarkup(office, 'office'),
    ...headings.slice(-1).map(headingMarkup),
    ...paragraphs.map((text) => paragraphMarkup(text, 'prose')),
    headLine ? headLineMarkup(headLine) : '',
    table ? tableMarkup(table) : '',
    note === '' ? '' : paragraphMarkup(note, 'note'),
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
