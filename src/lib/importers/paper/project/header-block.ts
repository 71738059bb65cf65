import { PLAN_FIELDS, PROJECT_FIELDS } from '#lib/model/fields.ts';
import { isRowLabel, labelledField, planField } from './header-labels.ts';
import { readHeadLine } from './head-line.ts';
import type { Ledger } from '../ledger.ts';
import {
  filledCells,
  joinParagraphs,
  type PrintedCell,
  type PrintedRow
} from '../layouts/printed-row.ts';

/** The fields of a project sheet as text; a field that is not printed is empty. */
export type ProjectFields = Readonly<Record<string, string>>;

/** The fields read so far, and where notes about their sheet go. */
interface Draft {
  readonly fields: Record<string, string>;
  readonly sheet: string;
  readonly ledger: Ledger;
}

/** What the rows below the one just read may hold. */
type Expected =
  | { readonly kind: 'head' }
  | { readonly kind: 'prose'; readonly field: string; readonly line: number }
  | { readonly kind: 'plan'; readonly dates: PrintedRow }
  | null;

const PAGE_NUMBER = /^(?:第?\s*\d+\s*页?|[-—–]\s*\d+\s*[-—–])$/;

/**
 * Reads the rows above the indicators: labelled cells, the use of the money, the spending plan, the
 * goal. Rows that are none of these are left to the ledger.
 * @param sheet the id of the sheet the notes speak of
 */
export function readHeaderBlock(
  rows: readonly PrintedRow[],
  sheet: string,
  ledger: Ledger
): ProjectFields {
  const fields: Record<string, string> = Object.fromEntries(
    PROJECT_FIELDS.map(({ id }) => [id, ''])
  );
  const draft = { fields, sheet, ledger };
  let expected: Expected = { kind: 'head' };
  for (const row of rows) {
    const filled = filledCells(row);
    if (filled.length === 0 && expected?.kind !== 'plan') continue;
    if (row.some(({ text }) => labelledField(text) ?? planField(text))) {
      expected = readLabelledRow(row, draft);
    } else if (expected?.kind === 'head') {
      for (const cell of filled) readHeadCell(cell, draft);
    } else if (expected?.kind === 'plan') {
      readPlan(expected.dates, row, draft);
      expected = null;
    } else if (expected?.kind === 'prose') {
      expected = readParagraph(row, expected, draft);
    }
  }
  return fields;
}

/** Puts what a line above the table says into the fields; a second, different one is left. */
function readHeadCell(cell: PrintedCell, draft: Draft): void {
  const said = Object.entries(readHeadLine(cell.text) ?? {}).filter(([, value]) => value !== '');
  const differs = said.some(([field, value]) => !['', value].includes(draft.fields[field]!));
  if (said.length === 0 || differs) {
    draft.ledger.leave(cell.line, cell.text, { sheet: draft.sheet });
    return;
  }
  for (const [field, value] of said) draft.fields[field] = value;
  draft.ledger.place(cell.line);
}

/** Puts the value beside each label into its field, and says what the next row may hold. */
function readLabelledRow(row: PrintedRow, draft: Draft): Expected {
  let expected = null as Expected;
  let field: string | null = null;
  for (const cell of row) {
    const label = labelledField(cell.text);
    if (label) {
      field = label;
      if (label === 'goal' || label === 'usage') {
        expected = { kind: 'prose', field: label, line: cell.line };
      }
      draft.ledger.recognise(cell.line);
    } else if (planField(cell.text)) {
      expected = { kind: 'plan', dates: row };
      field = null;
      draft.ledger.recognise(cell.line);
    } else if (isRowLabel(cell.text)) {
      draft.ledger.recognise(cell.line);
    } else if (cell.text !== '') {
      putBeside(cell, field, draft);
      if (expected?.kind === 'prose') expected = { ...expected, line: cell.line };
    }
  }
  if (expected?.kind === 'plan') noteMissingDates(row, draft);
  const endsWithFunds = field === 'budget' || field === 'fiscalFunds' || field === 'otherFunds';
  // The use of the money has no label of its own: it stands in the row below the amounts.
  return endsWithFunds ? { kind: 'prose', field: 'usage', line: row.at(-1)!.line } : expected;
}

function putBeside(cell: PrintedCell, field: string | null, draft: Draft): void {
  if (field !== null && draft.fields[field] === '') {
    draft.fields[field] = cell.text;
    draft.ledger.place(cell.line);
  } else {
    draft.ledger.leave(cell.line, cell.text, { sheet: draft.sheet });
  }
}

/** Takes a row as the use of the money or the goal, or as one more paragraph of it. */
function readParagraph(
  row: PrintedRow,
  expected: Extract<Expected, { kind: 'prose' }>,
  draft: Draft
): Expected {
  const [cell, ...others] = filledCells(row);
  if (!cell || others.length > 0) return null;
  const text = draft.fields[expected.field]!;
  const besideLabel = row[0]!.text === '';
  const directlyBelow = cell.line === expected.line + 1;
  if (PAGE_NUMBER.test(cell.text) || !(besideLabel || directlyBelow)) return expected;
  draft.fields[expected.field] = text === '' ? cell.text : joinParagraphs(text, cell.text);
  draft.ledger.place(cell.line);
  if (text !== '') {
    draft.ledger.note('repaired', cell.line, '这一行接在上一行的单元格里，另成一段。', {
      sheet: draft.sheet,
      field: expected.field
    });
  }
  return { ...expected, line: cell.line };
}

/** Puts the values of the spending plan into the fields of the dates above them. */
function readPlan(dates: PrintedRow, values: PrintedRow, draft: Draft): void {
  values.forEach((value, column) => {
    if (value.text === '') return;
    const field = planField(dates[column]?.text ?? '');
    putBeside(value, field, draft);
  });
}

/** Says which dates of the spending plan are not printed; what they hold cannot be known. */
function noteMissingDates(dates: PrintedRow, { sheet, ledger }: Draft): void {
  const printed = new Set(dates.map(({ text }) => planField(text)));
  for (const field of PLAN_FIELDS) {
    if (printed.has(field)) continue;
    const title = PROJECT_FIELDS.find(({ id }) => id === field)!.title;
    const text = `原文的资金支出计划缺“${title}”一列，无法得知，留空。`;
    ledger.note('unknown', dates[0]!.line, text, { sheet, field });
  }
}
