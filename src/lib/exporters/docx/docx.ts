import type { Workbook } from '#lib/model/workbook.ts';
import { printsColumnTitles } from '#lib/model/column-headings.ts';
import { skeletonOf } from '#lib/model/skeleton.ts';
import { CARRIED_TARGET, CARRIED_TYPES, carriedParts } from '../carried-parts.ts';
import { DEEPEST_LEVEL, stylesXml } from './styles.ts';
import { layOutPaper } from '../form/paper.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import { documentXml, sheetAnchor } from './document-xml.ts';
import { fieldXml, paragraphXml, runXml } from './paragraph.ts';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/**
 * A workbook as `.docx` in the official form on A4: cover, 目录, prose, and each project on a page of
 * its own with its header block and its indicators in one table. What the paper does not print travels in
 * a part of its own, so that importing the file gives the same workbook, ids and all.
 */
export function exportDocx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  const skeleton = skeletonOf(workbook, {
    anchor: (_, index) => sheetAnchor(index),
    cover: true,
    // Word's headings end before paths may: a deeper place in the outline cannot be read off them.
    path: ({ path }) => path.length < DEEPEST_LEVEL,
    columnTitles: printsColumnTitles
  });
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
      'word/settings.xml': 'wordprocessingml.settings',
      'word/footer1.xml': 'wordprocessingml.footer',
      ...CARRIED_TYPES
    }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': documentXml(layOutPaper(workbook)),
    // The footer is first, because sections name it by its place.
    'word/_rels/document.xml.rels': relationships([
      ['footer', 'footer1.xml'],
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml'],
      ['customXml', CARRIED_TARGET]
    ]),
    'word/styles.xml': stylesXml(),
    // Word fills in the page numbers of the 目录 when it opens the file.
    'word/settings.xml': `<w:settings ${NAMESPACE}><w:updateFields w:val="true"/></w:settings>`,
    'word/footer1.xml': `<w:ftr ${NAMESPACE}>${paragraphXml('Footer', fieldXml('PAGE', runXml('1')))}</w:ftr>`,
    ...carriedParts(skeleton)
  });
}
