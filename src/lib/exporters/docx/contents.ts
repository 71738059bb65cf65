import type { Heading } from '../form/paper.ts';
import { fieldBegin, fieldXml, FIELD_END, paragraphXml, runXml } from './paragraph.ts';
import { DEEPEST_LEVEL } from './styles.ts';

/**
 * The 目录 as Word's own: a field that it renews, filled with the titles, each leading to its heading.
 * Page numbers are known only to a program that sets the pages, so they are fields too.
 */
export function contentsXml(headings: readonly Heading[]): string {
  if (headings.length === 0) return '';
  const deepest = Math.max(...headings.map(wordLevel));
  const lines = headings.map((heading, index) => {
    const begin = index === 0 ? fieldBegin(`TOC \\o "1-${deepest}" \\h \\z \\u`) : '';
    return paragraphXml(`TOC${wordLevel(heading)}`, begin + entryXml(heading));
  });
  return `${paragraphXml('ContentsTitle', runXml('目录'))}<w:sdt><w:sdtPr><w:docPartObj>\
<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>\
<w:sdtContent>${lines.join('')}<w:p>${FIELD_END}</w:p></w:sdtContent></w:sdt>`;
}

/** The level of a heading, as deep as Word goes. */
export function wordLevel({ level }: Heading): number {
  return Math.min(level, DEEPEST_LEVEL);
}

function entryXml({ text, anchor }: Heading): string {
  const page = fieldXml(`PAGEREF ${anchor} \\h`, '');
  return `<w:hyperlink w:anchor="${anchor}" w:history="1">${runXml(text)}\
<w:r><w:tab/></w:r>${page}</w:hyperlink>`;
}
