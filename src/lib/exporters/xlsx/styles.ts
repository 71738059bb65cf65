import type { CellRole } from '../form/printed-table.ts';
import { escapeMarkup } from '../markup.ts';
import { CELL_FORMATS } from './held-value.ts';

/** How a cell looks: as in a printed table, or as one of the lines around it. */
export type CellLook = CellRole | 'title' | 'section' | 'line' | 'lineEnd' | 'prose';

interface Look {
  readonly font: 0 | 1 | 2;
  readonly border: 0 | 1;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'center' | 'top';
}

const LOOKS: Readonly<Record<CellLook, Look>> = {
  text: { font: 0, border: 1, horizontal: 'left', vertical: 'center' },
  short: { font: 0, border: 1, horizontal: 'center', vertical: 'center' },
  amount: { font: 0, border: 1, horizontal: 'right', vertical: 'center' },
  label: { font: 0, border: 1, horizontal: 'center', vertical: 'center' },
  heading: { font: 2, border: 1, horizontal: 'center', vertical: 'center' },
  title: { font: 1, border: 0, horizontal: 'center', vertical: 'center' },
  section: { font: 2, border: 0, horizontal: 'left', vertical: 'center' },
  line: { font: 0, border: 0, horizontal: 'left', vertical: 'center' },
  lineEnd: { font: 0, border: 0, horizontal: 'right', vertical: 'center' },
  prose: { font: 0, border: 0, horizontal: 'left', vertical: 'top' }
};

const LOOK_NAMES = Object.keys(LOOKS) as CellLook[];

/** Excel's own formats end below this number. */
const FIRST_FORMAT = 164;

/** `@`: what is typed into such a cell later stays the text that it is. */
const TEXT_FORMAT = 49;

/** The place of a look in the list of styles; with a number format where the cell holds a number. */
export function styleIndex(look: CellLook, format?: string): number {
  const formatIndex = format === undefined ? 0 : CELL_FORMATS.indexOf(format) + 1;
  // Style 0 is Excel's own, for the cells that are not written.
  return 1 + LOOK_NAMES.indexOf(look) * (CELL_FORMATS.length + 1) + formatIndex;
}

/** The part `xl/styles.xml`: every look with every number format, 宋体 throughout. */
export function stylesXml(): string {
  const formats = CELL_FORMATS.map(
    (format, index) =>
      `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${escapeMarkup(format)}"/>`
  );
  const styles = LOOK_NAMES.flatMap((name) => [
    styleXml(LOOKS[name], TEXT_FORMAT),
    ...CELL_FORMATS.map((_, index) => styleXml(LOOKS[name], FIRST_FORMAT + index))
  ]);
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<numFmts count="${formats.length}">${formats.join('')}</numFmts>\
<fonts count="3">${fontXml(10.5)}${fontXml(16, true)}${fontXml(10.5, true)}</fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill>\
<fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${styles.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
${styles.join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function fontXml(size: number, bold = false): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`;
}

function styleXml({ font, border, horizontal, vertical }: Look, format: number): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" \
applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">\
<alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></xf>`;
}
