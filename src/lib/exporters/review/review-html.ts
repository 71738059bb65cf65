import { HTML_STYLE } from '../html-style.ts';
import { htmlPage, paragraphMarkup, tableMarkup } from '../html-markup.ts';
import { escapeMarkup } from '../markup.ts';
import type { Review, ReviewPart } from './review.ts';

const STYLE = `${HTML_STYLE}
h1 { margin: 0 0 6mm; font-size: 22pt; }
h2 { font-size: 14pt; text-align: left; }
h3 { font-size: 12pt; }
.facts { margin-bottom: 1mm; font-size: 10.5pt; }
.closing { margin-top: 10mm; white-space: pre-wrap; }
`;

/** A review sheet as one `.html` file, ready to be printed on A4. */
export function exportReviewHtml(review: Review): Uint8Array<ArrayBuffer> {
  const { title, subject, opening, parts, closing } = review;
  const body = [
    `<h1>${escapeMarkup(title)}</h1>`,
    ...opening.map((text) => paragraphMarkup(text, 'opening')),
    ...parts.map(partMarkup),
    ...closing.map((text) => paragraphMarkup(text, 'closing'))
  ];
  return htmlPage(`${title} ${subject}`, STYLE, body.join('\n'));
}

function partMarkup({ heading, level, newPage, facts, table }: ReviewPart): string {
  return [
    newPage ? '<section class="own">' : '<section>',
    `<h${level}>${escapeMarkup(heading)}</h${level}>`,
    ...facts.map((text) => paragraphMarkup(text, 'facts')),
    table ? tableMarkup(table) : '',
    '</section>'
  ].join('');
}
