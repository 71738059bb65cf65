import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Parts beside the document, by the kind of their relationship: the XML inside their root. */
export type WordParts = Readonly<
  Partial<Record<'styles' | 'numbering' | 'footnotes' | 'header', string>>
>;

const ROOTS = { styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', header: 'hdr' };

/** A Word file with this XML in its body. */
export function wordFile(body: string, parts: WordParts = {}): Uint8Array {
  const others = Object.entries(parts) as [keyof typeof ROOTS, string][];
  const types = others.map(
    ([kind]) => `<Override PartName="/word/${kind}.xml" ContentType="${TYPE}${kind}+xml"/>`
  );
  const related = others.map(
    ([kind], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATED}/${kind}" Target="${kind}.xml"/>`
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATED}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}</Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(
      others.map(([kind, xml]) => [
        `word/${kind}.xml`,
        `<w:${ROOTS[kind]} ${NAMESPACES}>${xml}</w:${ROOTS[kind]}>`
      ])
    )
  };
  const packed = Object.entries(files).map(([path, xml]) => [path, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(packed));
}

/** A run. */
export function run(text: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${own}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph around the XML of its runs. */
export function paragraph(runs: string, properties = ''): string {
  const own = properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`;
  return `<w:p>${own}${runs}</w:p>`;
}

/** A cell around the XML of its paragraphs. */
export function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

/** A table with a grid of columns of this width, around the XML of its rows. */
export function table(columns: number, rows: readonly string[], width = 1000): string {
  const grid = `<w:gridCol w:w="${width}"/>`.repeat(columns);
  return `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}
