import { PORTRAIT_WIDTH } from '../form/table-form.ts';
import { twips } from './paragraph.ts';

/** The deepest level of headings that Word knows. */
export const DEEPEST_LEVEL = 9;

/** The paragraph styles beside Word's own `Heading1` … and `TOC1` …. */
export type ParagraphStyle =
  | 'Title'
  | 'Cover'
  | 'ContentsTitle'
  | 'Office'
  | 'Prose'
  | 'HeadLine'
  | 'Cell'
  | 'CellCentre'
  | 'CellRight'
  | 'CellHeading'
  | 'Note'
  | 'SectionEnd'
  | 'Footer';

interface StyleSheet {
  readonly name: string;
  /** In half points. */
  readonly size: number;
  readonly font?: '仿宋';
  readonly bold?: true;
  /** Paragraph properties in the order that the schema asks for. */
  readonly paragraph: string;
}

const CENTRED = '<w:jc w:val="center"/>';
const CELL_SPACING = '<w:spacing w:before="20" w:after="20" w:line="260" w:lineRule="atLeast"/>';

/** Where the line above a table ends, and the page numbers of the 目录. */
const RIGHT_EDGE = twips(PORTRAIT_WIDTH);

const STYLES: Readonly<Record<ParagraphStyle, StyleSheet>> = {
  Title: {
    name: 'Title',
    size: 52,
    bold: true,
    paragraph: `<w:spacing w:before="4000" w:after="3000"/>${CENTRED}`
  },
  Cover: { name: '封面', size: 32, paragraph: CENTRED },
  ContentsTitle: {
    name: '目录标题',
    size: 36,
    bold: true,
    paragraph: `<w:pageBreakBefore/><w:spacing w:before="240" w:after="240"/>${CENTRED}`
  },
  Office: { name: '科室', size: 28, paragraph: `<w:keepNext/>${CENTRED}` },
  Prose: {
    name: '正文段落',
    size: 28,
    font: '仿宋',
    paragraph:
      '<w:spacing w:line="520" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="560"/><w:jc w:val="both"/>'
  },
  HeadLine: {
    name: '表首',
    size: 21,
    paragraph: `<w:keepNext/><w:tabs><w:tab w:val="right" w:pos="${RIGHT_EDGE}"/></w:tabs><w:spacing w:after="40"/>`
  },
  Cell: { name: '单元格', size: 21, paragraph: CELL_SPACING },
  CellCentre: { name: '单元格居中', size: 21, paragraph: CELL_SPACING + CENTRED },
  CellRight: {
    name: '单元格靠右',
    size: 21,
    paragraph: `${CELL_SPACING}<w:jc w:val="right"/>`
  },
  CellHeading: { name: '列名', size: 21, bold: true, paragraph: CELL_SPACING + CENTRED },
  Note: { name: '表注', size: 21, paragraph: '<w:spacing w:before="80"/>' },
  SectionEnd: {
    name: '节尾',
    size: 2,
    paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
  },
  Footer: { name: 'footer', size: 18, paragraph: CENTRED }
};

const HEADING_SIZES = [36, 30, 28];

/** The part `word/styles.xml`: 宋体 throughout, 仿宋 for prose. */
export function stylesXml(): string {
  const levels = Array.from({ length: DEEPEST_LEVEL }, (_, index) => index + 1);
  const styles = [
    ...Object.entries(STYLES).map(([id, style]) => styleXml(id, style)),
    ...levels.map((level) => styleXml(`Heading${level}`, headingStyle(level))),
    ...levels.map((level) => styleXml(`TOC${level}`, contentsStyle(level)))
  ];
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:docDefaults><w:rPrDefault><w:rPr>${fontXml('宋体')}<w:sz w:val="24"/><w:szCs w:val="24"/>\
<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
${styles.join('')}</w:styles>`;
}

function headingStyle(level: number): StyleSheet {
  const jc = level === 1 ? CENTRED : '';
  return {
    name: `heading ${level}`,
    size: HEADING_SIZES[level - 1] ?? 24,
    bold: true,
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="160"/>${jc}<w:outlineLvl w:val="${level - 1}"/>`
  };
}

function contentsStyle(level: number): StyleSheet {
  return {
    name: `toc ${level}`,
    size: 24,
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${RIGHT_EDGE}"/></w:tabs><w:spacing w:line="400" w:lineRule="exact"/><w:ind w:left="${(level - 1) * 420}"/>`
  };
}

function styleXml(id: string, { name, size, font, bold, paragraph }: StyleSheet): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>\
<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>\
<w:rPr>${font ? fontXml(font) : ''}${bold ? '<w:b/>' : ''}\
<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

function fontXml(font: string): string {
  return `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
}
