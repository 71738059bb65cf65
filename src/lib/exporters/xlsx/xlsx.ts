import { printsColumnTitles } from '#lib/model/column-headings.ts';
import { coverLines } from '#lib/model/cover-lines.ts';
import { shortSheetName } from '#lib/model/place-name.ts';
import { NO_RESULTS, withResults, type Results } from '#lib/model/formula/results.ts';
import { skeletonOf } from '#lib/model/skeleton.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { layOutPaper, type Paper, type Part } from '../form/paper.ts';
import { indicatorOverview, projectOverview } from '../overview.ts';
import { withFormulas } from './formulas.ts';
import { overviewPage, prosePage, tablePage, type Page } from './page.ts';
import { namedPages, packPages } from './pages-package.ts';
import { anchorOf } from './workbook-xml.ts';

/**
 * A workbook as `.xlsx`: 项目总表 and 指标总表 where there are projects, 正文 with the prose, and each
 * table and each brief on a sheet of its own in the official form, ready to be printed on A4. It
 * carries the ids.
 * @param results what the formulas of free sheets come to: those that have a result are formulas in the file
 * too as far as `withFormulas` can lead them there, the others are texts
 */
export function exportXlsx(
  workbook: Workbook,
  results: Results = NO_RESULTS
): Uint8Array<ArrayBuffer> {
  const shown = withResults(workbook, results);
  const { pages, wholeLines } = withFormulas(namedPages(pagesOf(shown)), workbook, results);
  const skeleton = skeletonOf(shown, {
    anchor: (_, index) => anchorOf(index),
    cover: hasCover(workbook),
    path: () => true,
    columnTitles: printsColumnTitles
  });
  const sheets = skeleton.sheets.map((sheet) => {
    const whole = wholeLines.get(sheet.id);
    return whole ? { ...sheet, wholeLines: whole } : sheet;
  });
  return packPages(pages, { ...skeleton, sheets });
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

/** Whether the cover is printed: above prose, where it says more than a title, and where there is nothing else. */
function hasCover({ sheets, cover }: Workbook): boolean {
  const isLone = sheets.length === 0;
  return isLone || coverLines(cover).length > 0 || sheets.some(({ kind }) => kind === 'text');
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
