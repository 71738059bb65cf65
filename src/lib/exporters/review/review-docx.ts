import { fieldXml, paragraphXml, runXml } from '../docx/paragraph.ts';
import { FOOTER_REFERENCE, sectionXml, WORD_NAMESPACES } from '../docx/section.ts';
import { stylesXml } from '../docx/styles.ts';
import { tableXml } from '../docx/table.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import type { Review, ReviewPart } from './review.ts';

/** A review sheet as `.docx` on A4. */
export function exportReviewDocx(review: Review): Uint8Array<ArrayBuffer> {
  const footer = paragraphXml('Footer', fieldXml('PAGE', runXml('1')));
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
      'word/footer1.xml': 'wordprocessingml.footer'
    }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': documentXml(review),
    'word/_rels/document.xml.rels': relationships([
      ['footer', 'footer1.xml'],
      ['styles', 'styles.xml']
    ]),
    'word/styles.xml': stylesXml(),
    'word/footer1.xml': `<w:ftr ${WORD_NAMESPACES}>${footer}</w:ftr>`
  });
}

function documentXml({ title, opening, parts, closing }: Review): string {
  const body = [
    paragraphXml('Heading1', runXml(title)),
    ...opening.map((text) => paragraphXml('Note', runXml(text))),
    ...parts.map(partXml),
    ...closing.map((text) => paragraphXml('Note', runXml(text), '<w:spacing w:before="480"/>')),
    sectionXml(false, FOOTER_REFERENCE, '')
  ];
  return `<w:document ${WORD_NAMESPACES}><w:body>${body.join('')}</w:body></w:document>`;
}

function partXml({ heading, level, newPage, facts, table }: ReviewPart): string {
  return [
    paragraphXml(`Heading${level}`, runXml(heading), newPage ? '<w:pageBreakBefore/>' : ''),
    ...facts.map((text) => paragraphXml('Note', runXml(text), '<w:keepNext/>')),
    table ? tableXml(table) : ''
  ].join('');
}
