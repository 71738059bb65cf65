import { contentTypes, packOfficeFile, relationships } from '#lib/exporters/office-package.ts';
import { escapeMarkup } from '#lib/exporters/markup.ts';
import { columnLetter } from '#lib/model/column-name.ts';
import { inputOf } from '#lib/formulas/inputs.ts';

/** Functions that came after the format of the file, and are marked so in it. */
const LATER = /\b(XLOOKUP|CONCAT|TEXTJOIN|IFS|SWITCH|MAXIFS|MINIFS|IFNA)(?=\()/g;

/** 1899-12-30, the day that spreadsheets count from, in milliseconds. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** A spreadsheet file of one sheet with texts at their places and, in column H, formulas without results. */
export function formulaFile(
  texts: readonly (readonly string[])[],
  formulas: readonly string[]
): Uint8Array {
  const height = Math.max(texts.length, formulas.length);
  const rows = Array.from({ length: height }, (_, row) => {
    const cells = (texts[row] ?? []).map((text, at) =>
      cellXml(text, `${columnLetter(at)}${row + 1}`)
    );
    const formula = formulas[row]?.slice(1).replace(LATER, '_xlfn.$1');
    const last =
      formula === undefined ? '' : `<c r="H${row + 1}"><f>${escapeMarkup(formula)}</f></c>`;
    return `<row r="${row + 1}">${cells.join('')}${last}</row>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet'
    }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${namespace}"><sheetData>${rows.join('')}</sheetData></worksheet>`
  });
}

/** A cell with what the program takes the text for: a number, a day or a text. */
function cellXml(text: string, place: string): string {
  if (text === '') return '';
  const input = inputOf(text, false, () => null);
  const day = /^\d{4}-\d\d-\d\d$/.test(input);
  if (input.startsWith("'")) {
    return `<c r="${place}" t="inlineStr"><is><t>${escapeMarkup(input.slice(1))}</t></is></c>`;
  }
  const value = day ? String((Date.parse(input) - FIRST_DAY) / DAY) : input;
  return `<c r="${place}"><v>${value}</v></c>`;
}
