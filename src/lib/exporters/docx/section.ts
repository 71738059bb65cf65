import { twips } from './paragraph.ts';

const SHORT_EDGE = twips(210);
const LONG_EDGE = twips(297);

/** Leaves the width that the tables of the form are made for. */
const SIDE_MARGIN = twips(20);

/** What the XML of a document or a footer declares at its root. */
export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The footer by its relationship in `word/_rels/document.xml.rels`, where it stands first. */
export const FOOTER_REFERENCE = '<w:footerReference w:type="default" r:id="rId1"/>';

/**
 * The properties of a section of pages: A4, upright or across.
 * @param footer a reference to it, or empty
 * @param numbering how its pages are counted, or empty
 */
export function sectionXml(landscape: boolean, footer: string, numbering: string): string {
  const [width, height] = landscape ? [LONG_EDGE, SHORT_EDGE] : [SHORT_EDGE, LONG_EDGE];
  const direction = landscape ? ' w:orient="landscape"' : '';
  return `<w:sectPr>${footer}<w:type w:val="nextPage"/>\
<w:pgSz w:w="${width}" w:h="${height}"${direction}/>\
<w:pgMar w:top="${twips(25)}" w:right="${SIDE_MARGIN}" w:bottom="${twips(20)}" \
w:left="${SIDE_MARGIN}" w:header="720" w:footer="600" w:gutter="0"/>${numbering}</w:sectPr>`;
}
