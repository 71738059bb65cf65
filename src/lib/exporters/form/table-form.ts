import { fieldTitle } from '#lib/model/fields.ts';
import { columnGroups, isNumbered, printsColumnTitles } from '#lib/model/column-headings.ts';
import { readAmount } from '#lib/model/decimal.ts';
import { cellText, fieldText, type Column, type Row, type Sheet } from '#lib/model/workbook.ts';
import { printedCell, type PrintedCell, type PrintedTable } from './printed-table.ts';

/** The text width of A4 upright and across, in millimetres. */
export const PORTRAIT_WIDTH = 170;
export const LANDSCAPE_WIDTH = 257;

/** Tables of more columns are printed across. */
const MOST_PORTRAIT_COLUMNS = 7;

const NUMBER_WIDTH = 12;

/** Bounds of the width of a column, in digits. */
const NARROWEST = 9;
const WIDEST = 22;

/** What the margins of a cell take, and a little more, so that a number is not broken. */
const MARGINS = 3;

/** Columns whose digits are a name, not an amount. */
const CODE_COLUMNS: ReadonlySet<string> = new Set(['code', 'catalogueCode']);

/** Whether a sheet has so many columns that it is printed across. */
export function isLandscape({ columns }: Sheet): boolean {
  return columns.length > MOST_PORTRAIT_COLUMNS;
}

/**
 * A disclosure sheet as the official form prints it: its columns under the headings they share, and where
 * the form numbers its rows 序号 in front of them and 栏次 above, both made when printing.
 */
export function disclosureForm(sheet: Sheet): PrintedTable {
  const { form, columns, rows } = sheet;
  const numbered = isNumbered(form);
  const numberWidth = numbered ? NUMBER_WIDTH : 0;
  return {
    widths: [...(numbered ? [numberWidth] : []), ...columnWidths(sheet, numberWidth)],
    rows: [
      ...disclosureHead(sheet, numbered),
      ...rows.map((row, index) => [
        ...(numbered ? [printedCell(String(index + 1), 'short')] : []),
        ...valueCells(columns, row)
      ])
    ]
  };
}

function disclosureHead({ form, columns }: Sheet, numbered: boolean): PrintedCell[][] {
  const groups = columnGroups(form, columns);
  const height = groups.some((group) => group !== '') ? 2 : 1;
  const number = numbered ? [printedCell('序号', 'heading', 1, height)] : [];
  const upper = columns.flatMap((column, index) => {
    const group = groups[index]!;
    if (group === '') return [printedCell(column.title, 'heading', 1, height)];
    if (group === groups[index - 1]) return [];
    const end = groups.findIndex((other, place) => place > index && other !== group);
    return [printedCell(group, 'heading', (end < 0 ? columns.length : end) - index)];
  });
  const lower = columns.filter((_, index) => groups[index] !== '').map(headingCell);
  const places = columns.map((_, index) => printedCell(String(index + 1), 'heading'));
  return [
    [...number, ...upper],
    ...(height === 2 ? [lower] : []),
    ...(numbered ? [[printedCell('栏次', 'heading'), ...places]] : [])
  ];
}

/** A free sheet as printed; its columns are named only where they are more than A, B, C. */
export function freeForm(sheet: Sheet): PrintedTable {
  const { columns, rows } = sheet;
  return {
    widths: columnWidths(sheet, 0),
    rows: [
      ...(printsColumnTitles(sheet) ? [columns.map(headingCell)] : []),
      ...rows.map((row) => valueCells(columns, row))
    ]
  };
}

/** A project in prose as a table: a line for each field, the 其中 list with its amounts among them. */
export function briefForm(sheet: Sheet): PrintedTable {
  const line = (field: string, role: 'text' | 'amount' = 'text') => [
    printedCell(fieldTitle('brief', field), 'label'),
    printedCell(fieldText(sheet, field), role, 2)
  ];
  const items = sheet.rows.map((row, index) => [
    ...(index === 0 ? [printedCell('其中', 'label', 1, sheet.rows.length)] : []),
    printedCell(cellText(row, 'item')),
    printedCell(cellText(row, 'amount'), 'amount')
  ]);
  return {
    widths: [28, 102, 40],
    rows: [
      line('office'),
      line('projectName'),
      line('overview'),
      line('funds'),
      line('fundsTotal', 'amount'),
      ...items,
      line('goals'),
      line('indicators'),
      line('criteria')
    ]
  };
}

function headingCell({ title }: Column): PrintedCell {
  return printedCell(title, 'heading');
}

function valueCells(columns: readonly Column[], row: Row): PrintedCell[] {
  return columns.map(({ id }) => {
    const text = cellText(row, id);
    const isAmount = !CODE_COLUMNS.has(id) && readAmount(text) !== null;
    const source = { column: id, rows: [row.id] };
    return { ...printedCell(text, isAmount ? 'amount' : 'text'), source };
  });
}

/** The page shared out to the columns, by the widths of their texts within bounds. */
function columnWidths(sheet: Sheet, used: number): number[] {
  const { columns, rows } = sheet;
  const page = isLandscape(sheet) ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
  const wanted = columns.map(({ id, title }) => {
    const widest = rows.reduce(
      (most, row) => Math.max(most, widthOf(cellText(row, id))),
      // A title is printed on two lines.
      widthOf(title) / 2
    );
    return Math.min(Math.max(widest, NARROWEST), WIDEST) + MARGINS;
  });
  const whole = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => Math.round(((page - used) * width) / whole));
}

/** In digits, of which two are as wide as a Chinese character. */
function widthOf(text: string): number {
  return text.length + (text.match(/[^ -~]/g)?.length ?? 0);
}
