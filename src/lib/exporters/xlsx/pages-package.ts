import type { Skeleton } from '#lib/model/skeleton.ts';
import { CARRIED_TARGET, CARRIED_TYPES, carriedParts } from '../carried-parts.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import type { Page } from './page.ts';
import { sheetNames } from './sheet-names.ts';
import { sheetXml } from './sheet-xml.ts';
import { stylesXml } from './styles.ts';
import { workbookXml } from './workbook-xml.ts';

/** Pages under the names that Excel takes; again they keep them. */
export function namedPages(wanted: readonly Page[]): readonly Page[] {
  const names = sheetNames(wanted.map(({ name }) => name));
  return wanted.map((page, index) => ({ ...page, name: names[index]! }));
}

/**
 * Pages as a spreadsheet file, under names that Excel takes.
 * @param skeleton the ids that the file carries; null where it is no workbook of ours
 */
export function packPages(
  wanted: readonly Page[],
  skeleton: Skeleton | null
): Uint8Array<ArrayBuffer> {
  const pages = namedPages(wanted);
  const paths = pages.map((_, index) => `worksheets/sheet${index + 1}.xml`);
  const sheets = pages.map((page, index) => [`xl/${paths[index]}`, sheetXml(page)]);
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(paths.map((path) => [`xl/${path}`, 'spreadsheetml.worksheet'])),
      ...(skeleton && CARRIED_TYPES)
    }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(pages),
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml'],
      ...(skeleton ? [['customXml', CARRIED_TARGET] as const] : [])
    ]),
    'xl/styles.xml': stylesXml(),
    ...Object.fromEntries(sheets),
    ...(skeleton && carriedParts(skeleton))
  });
}
