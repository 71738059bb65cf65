import { printsColumnTitles } from '#lib/model/column-headings.ts';
import { shortSheetName } from '#lib/model/place-name.ts';
import { skeletonOf } from '#lib/model/skeleton.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { CARRIED_TARGET, CARRIED_TYPES, carriedParts } from '../carried-parts.ts';
import { layOutPaper, type Paper, type Part } from '../form/paper.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import { indicatorOverview, projectOverview } from '../overview.ts';
import { overviewPage, prosePage, tablePage, type Page } from './page.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { anchorOf, workbookXml } from './workbook-xml.ts';

/**
 * A workbook as `.xlsx`: 项目总表 and 指标总表 where there are projects, 正文 with the prose, and each
 * table and each brief on a sheet of its own in the official form, ready to be printed on A4. It
 * carries the ids.
 */
export function exportXlsx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const wanted = pagesOf(workbook);
  const names = sheetNames(wanted.map(({ name }) => name));
  const pages = wanted.map((page, index) => ({ ...page, name: names[index]! }));
  const paths = pages.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const sheets = pages.map((page, index) => [`xl/${paths[index]}`, sheetXml(page)]);
  const skeleton = skeletonOf(workbook, {
    anchor: (_, index) => anchorOf(index),
    cover: hasCover(workbook),
    path: () => true,
    columnTitles: printsColumnTitles
  });
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(paths.map((path) => [`xl/${path}`, 'spreadsheetml.worksheet'])),
      ...CARRIED_TYPES
    }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(pages),
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

function pagesOf(workbook: Workbook): Page[] {
  const paper = layOutPaper(workbook);
  const hasProjects = workbook.sheets.some(({ kind }) => kind === 'project');
  return [
    ...(hasProjects
      ? [overviewPage(projectOverview(workbook)), overviewPage(indicatorOverview(workbook))]
      : []),
    ...paperPages(paper, hasCover(workbook))
  ];
}

/** Whether the title of the paper is printed: above prose, and where there is nothing else. */
function hasCover({ sheets }: Workbook): boolean {
  return sheets.length === 0 || sheets.some(({ kind }) => kind === 'text');
}

/** The cover and the sheets in their order; prose that stands together is on one page. */
function paperPages({ title, coverLines, parts }: Paper, covered: boolean): Page[] {
  const cover = covered ? [title, ...coverLines] : [];
  const groups = groupProse(parts);
  const coverApart = covered && groups[0]?.[0].sheet.kind !== 'text';
  return [
    ...(coverApart ? [prosePage('封面', [], cover)] : []),
    ...groups.map((group, index) => {
      const [part] = group;
      const name = shortSheetName(part.sheet);
      switch (part.sheet.kind) {
        case 'text':
          return prosePage('正文', group, index === 0 && !coverApart ? cover : []);
        case 'brief':
          return prosePage(name, group, []);
        default:
          return tablePage(part, name);
      }
    })
  ];
}

/** The parts in their order: a group of all prose that stands together, and one for each other sheet. */
function groupProse(parts: readonly Part[]): [Part, ...Part[]][] {
  const groups: [Part, ...Part[]][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    const isProse = part.sheet.kind === 'text';
    if (last && isProse && last[0].sheet.kind === 'text') last.push(part);
    else groups.push([part]);
  }
  return groups;
}
