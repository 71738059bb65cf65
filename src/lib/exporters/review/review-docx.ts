import type { Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { fieldXml, paragraphXml, runXml } from '../docx/paragraph.ts';
import { FOOTER_REFERENCE, sectionXml, WORD_NAMESPACES } from '../docx/section.ts';
import { stylesXml } from '../docx/styles.ts';
import { tableXml } from '../docx/table.ts';
import { contentTypes, packOfficeFile, relationships } from '../office-package.ts';
import { layOutReview, type Review, type ReviewSection } from './review.ts';

/** The review sheet of a workbook as `.docx` on A4. */
export function exportReviewDocx(
  workbook: Workbook,
  problems: readonly Problem[]
): Uint8Array<ArrayBuffer> {
  const footer = paragraphXml('Footer', fieldXml('PAGE', runXml('1')));
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
      'word/footer1.xml': 'wordprocessingml.footer'
    }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': documentXml(layOutReview(workbook, problems)),
    'word/_rels/document.xml.rels': relationships([
      ['footer', 'footer1.xml'],
      ['styles', 'styles.xml']
    ]),
    'word/styles.xml': stylesXml(),
    'word/footer1.xml': `<w:ftr ${WORD_NAMESPACES}>${footer}</w:ftr>`
  });
}

function documentXml({ title, opening, summary, sections, closing }: Review): string {
  const body = [
    heading(1, title),
    ...opening.map((text) => paragraphXml('Note', runXml(text))),
    summary ? heading(2, '各表的问题数') + tableXml(summary) : '',
    ...sections.map(reviewSectionXml),
    ...closing.map((text) => paragraphXml('Note', runXml(text), '<w:spacing w:before="480"/>')),
    sectionXml(false, FOOTER_REFERENCE, '')
  ];
  return `<w:document ${WORD_NAMESPACES}><w:body>${body.join('')}</w:body></w:document>`;
}

function reviewSectionXml({ heading: text, facts, table }: ReviewSection): string {
  const known = facts === '' ? '' : paragraphXml('Note', runXml(facts), '<w:keepNext/>');
  return heading(2, text) + known + tableXml(table);
}

function heading(level: 1 | 2, text: string): string {
  return paragraphXml(`Heading${level}`, runXml(text));
}
