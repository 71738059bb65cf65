import type { Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { HTML_STYLE } from '../html-style.ts';
import { htmlPage, paragraphMarkup, tableMarkup } from '../html-markup.ts';
import { escapeMarkup } from '../markup.ts';
import { layOutReview, type ReviewSection } from './review.ts';

const STYLE = `${HTML_STYLE}
h1 { margin: 0 0 6mm; font-size: 22pt; }
h2 { font-size: 14pt; text-align: left; }
.facts { margin-bottom: 1mm; font-size: 10.5pt; }
.closing { margin-top: 10mm; white-space: pre-wrap; }
`;

/** The review sheet of a workbook as one `.html` file, ready to be printed on A4. */
export function exportReviewHtml(
  workbook: Workbook,
  problems: readonly Problem[]
): Uint8Array<ArrayBuffer> {
  const { title, opening, summary, sections, closing } = layOutReview(workbook, problems);
  const body = [
    `<h1>${escapeMarkup(title)}</h1>`,
    ...opening.map((text) => paragraphMarkup(text, 'opening')),
    summary ? `<h2>各表的问题数</h2>${tableMarkup(summary)}` : '',
    ...sections.map(sectionMarkup),
    ...closing.map((text) => paragraphMarkup(text, 'closing'))
  ];
  return htmlPage(`${title} ${workbook.title}`.trim(), STYLE, body.join('\n'));
}

function sectionMarkup({ heading, facts, table }: ReviewSection): string {
  const known = facts === '' ? '' : paragraphMarkup(facts, 'facts');
  return `<section><h2>${escapeMarkup(heading)}</h2>${known}${tableMarkup(table)}</section>`;
}
