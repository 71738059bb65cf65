import { shortSheetName } from '#lib/model/place-name.ts';
import { skeletonOf, TITLE_ANCHOR } from '#lib/model/skeleton.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { CARRIED_TARGET, CARRIED_TYPES, carriedParts } from '../carried-parts.ts';
import { layOutPaper, type Paper, type Part } from '../form/paper.ts';
import { escapeMarkup } from '../markup.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import { indicatorOverview, projectOverview } from '../overview.ts';
import { overviewPage, prosePage, tablePage, type Page } from './page.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';

/**
 * A workbook as `.xlsx`: 项目总表 and 指标总表 where there are projects, 正文 with the prose, and each
 * table on a sheet of its own in the official form, ready to be printed on A4. It carries the ids.
 */
export function exportXlsx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const wanted = pagesOf(workbook);
  const names = sheetNames(wanted.map(({ name }) => name));
  const pages = wanted.map((page, index) => ({ ...page, name: names[index]! }));
  const paths = pages.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const sheets = pages.map((page, index) => [`xl/${paths[index]}`, sheetXml(page)]);
  const skeleton = skeletonOf(workbook, {
    anchor: (_, index) => anchorOf(index),
    cover: true,
    path: () => true,
    columnTitles: ({ kind }) => kind === 'project' || kind === 'disclosure'
  });
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(paths.map((path) => [`xl/${path}`, 'spreadsheetml.worksheet'])),
      ...CARRIED_TYPES
    }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(pages, workbook),
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml'],
      ['customXml', CARRIED_TARGET]
    ]),
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(sheets),
    ...carriedParts(skeleton)
  });
}

/** The name that marks where a sheet begins; it moves along when rows are inserted above. */
function anchorOf(index: number): string {
  return `_Jibiao${index + 1}`;
}

function pagesOf(workbook: Workbook): Page[] {
  const paper = layOutPaper(workbook);
  const hasProjects = workbook.sheets.some(({ kind }) => kind === 'project');
  return [
    ...(hasProjects
      ? [overviewPage(projectOverview(workbook)), overviewPage(indicatorOverview(workbook))]
      : []),
    ...paperPages(paper)
  ];
}

/** The cover and the sheets in their order; prose that stands together is on one page. */
function paperPages({ title, coverLines, parts }: Paper): Page[] {
  const isProse = ({ sheet }: Part) => sheet.kind === 'text';
  const pages: Page[] = [];
  let start = 0;
  while (start < parts.length || pages.length === 0) {
    const length = parts.slice(start).findIndex((part) => !isProse(part));
    const prose = length < 0 ? parts.slice(start) : parts.slice(start, start + length);
    const cover = pages.length === 0 ? [title, ...coverLines] : [];
    if (prose.length > 0 || cover.length > 0) pages.push(prosePage(prose, cover));
    const tables = parts.slice(start + prose.length);
    const next = tables.findIndex(isProse);
    const together = next < 0 ? tables : tables.slice(0, next);
    pages.push(...together.map((part) => tablePage(part, shortSheetName(part.sheet))));
    start += prose.length + together.length;
  }
  return pages;
}

function workbookXml(pages: readonly Page[], { sheets }: Workbook): string {
  const listed = pages.map(
    ({ name }, index) =>
      `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  );
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
<bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>\
<definedNames>${[...anchorNames(pages, sheets), ...printTitles(pages)].join('')}</definedNames>\
</workbook>`;
}

/** A name for the title of the paper, and one for the row where each sheet begins. */
function anchorNames(pages: readonly Page[], sheets: Workbook['sheets']): string[] {
  const anchors = new Map(sheets.map(({ id }, index) => [id, anchorOf(index)]));
  const cover = pages.find(({ cover }) => cover)!;
  return [
    definedName(TITLE_ANCHOR, ' hidden="1"', cover, '$A$1'),
    ...pages.flatMap((page) =>
      Object.entries(page.begins).map(([id, row]) =>
        definedName(anchors.get(id)!, ' hidden="1"', page, `$A$${row + 1}`)
      )
    )
  ];
}

/** The rows that are printed again on each sheet of paper. */
function printTitles(pages: readonly Page[]): string[] {
  return pages.flatMap((page, index) =>
    page.headRows === 0
      ? []
      : definedName('_xlnm.Print_Titles', ` localSheetId="${index}"`, page, `$1:$${page.headRows}`)
  );
}

function definedName(name: string, attributes: string, page: Page, place: string): string {
  const sheet = escapeMarkup(page.name.replaceAll("'", "''"));
  return `<definedName name="${name}"${attributes}>'${sheet}'!${place}</definedName>`;
}
