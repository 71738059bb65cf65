import type { Workbook } from '#lib/model/workbook.ts';
import { layOutPaper } from '../form/paper.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import { documentXml } from './document-xml.ts';
import { fieldXml, paragraphXml, runXml } from './paragraph.ts';
import { stylesXml } from './styles.ts';

const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/**
 * A workbook as `.docx` in the official form on A4: cover, 目录, prose, and each project on a page of
 * its own with its header block and its indicators in one table.
 */
export function exportDocx(workbook: Workbook): Uint8Array<ArrayBuffer> {
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
      'word/settings.xml': 'wordprocessingml.settings',
      'word/footer1.xml': 'wordprocessingml.footer'
    }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': documentXml(layOutPaper(workbook)),
    // The footer is first, because sections name it by its place.
    'word/_rels/document.xml.rels': relationships([
      ['footer', 'footer1.xml'],
      ['styles', 'styles.xml'],
      ['settings', 'settings.xml']
    ]),
    'word/styles.xml': stylesXml(),
    // Word fills in the page numbers of the 目录 when it opens the file.
    'word/settings.xml': `<w:settings ${NAMESPACE}><w:updateFields w:val="true"/></w:settings>`,
    'word/footer1.xml': `<w:ftr ${NAMESPACE}>${paragraphXml('Footer', fieldXml('PAGE', runXml('1')))}</w:ftr>`
  });
}
