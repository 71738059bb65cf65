import { headingAnchor, TITLE_ANCHOR } from '#lib/model/skeleton.ts';
import { escapeMarkup } from '../markup.ts';
import type { Page } from './page.ts';

/**
 * The name that marks where a sheet of the workbook begins, by its place among them; the mark moves
 * along when rows are inserted above it.
 */
export function anchorOf(index: number): string {
  return `_Jibiao${index + 1}`;
}

/** The part `xl/workbook.xml`: the list of the sheets, and the names of places on them. */
export function workbookXml(pages: readonly Page[]): string {
  const listed = pages.map(
    ({ name }, index) =>
      `<sheet name="${escapeMarkup(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  );
  const names = [...anchorNames(pages), ...printTitles(pages)];
  return `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
<bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>\
${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}\
${calculationXml(pages)}</workbook>`;
}

/** Results stand in the file as they are shown: Excel is to calculate them anew when it opens it. */
function calculationXml(pages: readonly Page[]): string {
  const has = pages.some(({ rows }) =>
    rows.some((row) => row.some((cell) => cell.formula !== null))
  );
  return has ? '<calcPr fullCalcOnLoad="1"/>' : '';
}

const HIDDEN = ' hidden="1"';

/** Names for the title of the paper, for the row where each sheet begins, and for each heading. */
function anchorNames(pages: readonly Page[]): string[] {
  const cover = pages.find(({ cover }) => cover);
  const headings = pages.flatMap((page) => page.headings.map((heading) => ({ ...heading, page })));
  return [
    ...(cover ? [definedName(TITLE_ANCHOR, HIDDEN, cover, '$A$1')] : []),
    ...pages.flatMap((page) =>
      page.begins.map(({ part, row }) =>
        definedName(anchorOf(part.index), HIDDEN, page, `$A$${row + 1}`)
      )
    ),
    ...headings.map(({ level, row, page }, index) =>
      definedName(headingAnchor(index, level), HIDDEN, page, `$A$${row + 1}`)
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
