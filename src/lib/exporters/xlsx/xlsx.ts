import { shortSheetName } from '#lib/model/place-name.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { layOutPaper } from '../form/paper.ts';
import { escapeMarkup } from '../markup.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import { indicatorOverview, projectOverview } from '../overview.ts';
import { overviewPage, prosePage, tablePage, type Page } from './page.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';

/**
 * A workbook as `.xlsx`: 项目总表 and 指标总表 where there are projects, 正文 with the prose, and each
 * table on a sheet of its own in the official form, ready to be printed on A4.
 */
export function exportXlsx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const wanted = pagesOf(workbook);
  const names = sheetNames(wanted.map(({ name }) => name));
  const pages = wanted.map((page, index) => ({ ...page, name: names[index]! }));
  const paths = pages.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const sheets = pages.map((page, index) => [`xl/${paths[index]}`, sheetXml(page)]);
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(paths.map((path) => [`xl/${path}`, 'spreadsheetml.worksheet']))
    }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(pages),
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml']
    ]),
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(sheets)
  });
}

function pagesOf(workbook: Workbook): Page[] {
  const paper = layOutPaper(workbook);
  const tables = paper.parts.filter(({ sheet }) => sheet.kind !== 'text');
  const hasProjects = tables.some(({ sheet }) => sheet.kind === 'project');
  // A spreadsheet has at least one sheet.
  const hasProse = tables.length < paper.parts.length || tables.length === 0;
  return [
    ...(hasProjects
      ? [overviewPage(projectOverview(workbook)), overviewPage(indicatorOverview(workbook))]
      : []),
    ...(hasProse ? [prosePage(paper)] : []),
    ...tables.map((part) => tablePage(part, shortSheetName(part.sheet)))
  ];
}

function workbookXml(pages: readonly Page[]): string {
  const sheets = pages.map(
    ({ name }, index) =>
      `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  );
  const titles = pages.flatMap(({ name, headRows }, index) =>
    headRows === 0
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escapeMarkup(name.replaceAll("'", "''"))}'!$1:$${headRows}</definedName>`
  );
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets>\
${titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`}</workbook>`;
}
