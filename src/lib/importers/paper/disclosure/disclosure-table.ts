import { createSheet } from '#lib/model/create.ts';
import { readAmount } from '#lib/model/decimal.ts';
import { disclosureColumns, type DisclosureForm } from '#lib/model/disclosure-forms.ts';
import { fieldsOf } from '#lib/model/fields.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Row, Sheet } from '#lib/model/workbook.ts';
import { isPrinted, isRowNumber, type ColumnPlaces } from './disclosure-columns.ts';
import { readDisclosureHead } from './disclosure-head.ts';
import { knowRows } from './disclosure-rows.ts';
import { labelWords } from '../cleaning/layout-spaces.ts';
import { layoutOf } from '../layouts/layouts.ts';
import type { Ledger } from '../ledger.ts';
import type { Line } from '../lines.ts';
import { noteMendedCells } from '../project/mended-cells.ts';
import { filledCells, placeWrapped, type PrintedRow } from '../layouts/printed-row.ts';

/** What the heading of a disclosure table says, and where the table belongs. */
export interface DisclosurePlace extends Pick<Sheet, 'number' | 'title' | 'path'> {
  readonly form: DisclosureForm;
  /** The line of the heading. */
  readonly line: number;
}

/** A sheet that is being read, and where notes about it go. */
interface Draft {
  readonly form: DisclosureForm;
  readonly sheet: string;
  readonly fields: Record<string, string>;
  readonly notes: string[];
  readonly ledger: Ledger;
}

/**
 * Reads a disclosure table, also one that continues over pages with its head and its titles repeated.
 * Rows that are none of the form's are left to the ledger. Null where the columns do not fit the form.
 */
export function readDisclosureTable(
  { form, line, ...place }: DisclosurePlace,
  lines: readonly Line[],
  ids: IdSource,
  ledger: Ledger
): Sheet | null {
  const printed = layoutOf(lines)
    .rows(lines)
    .filter((row) => filledCells(row).length > 0);
  const known = knowRows(form, printed);
  if (!known) return null;
  const sheet = ids();
  const fields = Object.fromEntries(fieldsOf('disclosure').map(({ id }) => [id, '']));
  const draft: Draft = { form, sheet, fields, notes: [], ledger };
  const rows: Row[] = [];
  for (const { kind, row, places } of known) {
    const numbers = row.map((cell) => cell.line);
    if (kind === 'data') rows.push(readRow(row, places, ids, draft));
    else if (kind === 'head') readHead(row, draft);
    else if (kind === 'titles' || kind === 'numbers') readTitles(row, draft);
    else if (kind === 'title') ledger.recognise(...numbers);
    else if (kind === 'note') {
      draft.notes.push(...filledCells(row).map(({ text }) => text));
      ledger.place(...numbers);
    } else leaveAll(row, draft);
  }
  placeWrapped(printed, ledger);
  const data = known.flatMap(({ kind, row }) => (kind === 'data' ? [row] : []));
  noteTable(data, line, draft);
  return createSheet('disclosure', {
    id: sheet,
    form: form.name,
    ...place,
    fields,
    columns: disclosureColumns(form.name),
    rows,
    note: draft.notes.join('\n')
  });
}

/** Puts what the lines above the rows say into the fields; a second, different value is left. */
function readHead(row: PrintedRow, { fields, notes, sheet, ledger }: Draft): void {
  for (const { text, line } of filledCells(row)) {
    const { asOf, ...said } = readDisclosureHead(text) ?? { year: text.slice(0, 4) };
    const values = Object.entries(said);
    if (values.some(([field, value]) => !['', value].includes(fields[field]!))) {
      ledger.leave(line, text, { sheet });
      continue;
    }
    for (const [field, value] of values) fields[field] = value;
    if (asOf !== undefined && !notes.includes(asOf)) notes.push(asOf);
    if (values.length > 0 || asOf !== undefined) ledger.place(line);
    else ledger.recognise(line);
  }
}

/** Titles and 栏次 are known from the form; what the paper prints otherwise is said. */
function readTitles(row: PrintedRow, { form, fields, sheet, ledger }: Draft): void {
  for (const { text, line } of filledCells(row)) {
    ledger.recognise(line);
    const moneyUnit = readDisclosureHead(text.slice(text.search(/[（(]/)))?.moneyUnit;
    if (moneyUnit !== undefined && fields.moneyUnit === '') fields.moneyUnit = moneyUnit;
  }
  const unread = filledCells(row).filter(
    ({ text }) => !isRowNumber(text) && !isPrinted(form, labelWords(text))
  );
  if (unread.length === 0) return;
  const quoted = unread.map(({ text }) => `“${text}”`).join('、');
  ledger.note('repaired', row[0]!.line, `表头印作${quoted}，按表式和位置定栏。`, { sheet });
}

function readRow(
  row: PrintedRow,
  places: ColumnPlaces,
  ids: IdSource,
  { form, sheet, ledger }: Draft
): Row {
  const id = ids();
  const cells = Object.fromEntries(form.columns.map((column) => [column.id, '']));
  for (const [at, { text, line }] of row.entries()) {
    const column = places[at];
    if (column) cells[column] = text;
    else if (text !== '' && !(at === 0 && isRowNumber(text))) {
      ledger.leave(line, text, { sheet, row: id });
    }
    ledger.place(line);
  }
  return { id, cells };
}

function leaveAll(row: PrintedRow, { sheet, ledger }: Draft): void {
  for (const { text, line } of filledCells(row)) ledger.leave(line, text, { sheet });
}

function noteTable(data: readonly PrintedRow[], line: number, draft: Draft): void {
  const { form, sheet, fields, ledger } = draft;
  ledger.recognise(line);
  ledger.note('recognised', line, `预算公开表，表式：${form.title}，${data.length} 行。`, {
    sheet
  });
  noteMendedCells(data, line, sheet, ledger);
  const hasMoney = data.flat().some(({ text }) => text.includes('.') && readAmount(text) !== null);
  if (hasMoney && fields.moneyUnit === '') {
    ledger.note('unknown', line, '表上没有印金额单位，留空。', { sheet, field: 'moneyUnit' });
  }
}
