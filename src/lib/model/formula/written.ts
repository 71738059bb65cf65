import { columnLetter } from '../column-name.ts';

/** One end of a reference as people write it. Rows and columns count from 0; null where a whole column or row is meant. */
export interface WrittenEnd {
  readonly row: number | null;
  readonly column: number | null;
  /** Whether `$` stands before it. */
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** A cell, or all cells between two ends. `sheet` is a name; null in the formula's own sheet. */
export interface WrittenCells {
  readonly sheet: string | null;
  readonly from: WrittenEnd;
  readonly to: WrittenEnd | null;
}

/** A field of a sheet by its name, such as `'河道清淤专项经费绩效目标表'!预算数`. */
export interface WrittenField {
  readonly sheet: string;
  readonly field: string;
}

/** A piece of a formula: plain text, or a reference with the text that it is written as. */
export type Piece =
  string | { readonly text: string; readonly refers: WrittenCells | WrittenField };

const SHEET = String.raw`(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const COLUMN = String.raw`\$?[A-Z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d{0,6}`;
const END = String.raw`(?![\p{L}\p{N}_.(!])`;

/** Texts in quotes, errors, references, then words and numbers, which are taken whole. */
const TOKENS = new RegExp(
  [
    `"(?:[^"]|"")*"?`,
    `#[A-Z0-9/]+[!?]?`,
    `${SHEET}(?:(${CELL}):(${CELL})|(${CELL})|(${COLUMN}):(${COLUMN})|(${ROW}):(${ROW}))${END}`,
    String.raw`('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!([\p{L}\p{N}_]+)(?![(!])`,
    String.raw`[\p{L}\p{N}_.]+`,
    String.raw`[^]`
  ].join('|'),
  'giu'
);

/** The pieces of a formula, in order: joined they are its text. */
export function piecesOf(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  for (const match of halfWidthFormula(formula).matchAll(TOKENS)) {
    const text = formula.slice(match.index, match.index + match[0].length);
    const refers = referenceIn(match);
    if (!refers) {
      plain += text;
      continue;
    }
    if (plain !== '') pieces.push(plain);
    plain = '';
    pieces.push({ text, refers });
  }
  return plain === '' ? pieces : [...pieces, plain];
}

/**
 * A formula with the signs that an input method left full-width as spreadsheets know them: `＝（），：“”`.
 * What stands in quotes stays. As long as before, so that places in one are places in the other.
 */
export function halfWidthFormula(formula: string): string {
  let quoted = false;
  return formula.replace(/[“”"\uff01-\uff5e\u3000]/g, (sign) => {
    if (/[“”"＂]/.test(sign)) {
      quoted = !quoted;
      return '"';
    }
    if (quoted) return sign;
    return sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

/** A reference as it is written: `'收入预算表'!$B3`, `B2:C9`, `B:B`, `'…'!预算数`. */
export function referenceText(refers: WrittenCells | WrittenField): string {
  const sheet = refers.sheet === null ? '' : `${quotedName(refers.sheet)}!`;
  if ('field' in refers) return `${sheet}${refers.field}`;
  const { from, to } = refers;
  return `${sheet}${endText(from)}${to ? `:${endText(to)}` : ''}`;
}

function referenceIn(match: RegExpMatchArray): WrittenCells | WrittenField | null {
  const [, name, first, last, cell, left, right, top, bottom, fieldSheet, field] = match;
  const sheet = name === undefined ? null : unquoted(name);
  const cells = (from: string, to?: string): WrittenCells => ({
    sheet,
    from: readEnd(from),
    to: to === undefined ? null : readEnd(to)
  });
  if (first !== undefined) return cells(first, last);
  if (cell !== undefined) return cells(cell);
  if (left !== undefined) return cells(left, right);
  if (top !== undefined) return cells(top, bottom);
  if (field !== undefined) return { sheet: unquoted(fieldSheet!), field };
  return null;
}

function readEnd(text: string): WrittenEnd {
  const [, columnSign, letters = '', rowSign, digits = ''] =
    /^(\$(?=[A-Z]))?([A-Z]*)(\$)?(\d*)$/i.exec(text) ?? [];
  return {
    row: digits === '' ? null : Number(digits) - 1,
    column: letters === '' ? null : columnAt(letters.toUpperCase()),
    fixedRow: rowSign !== undefined,
    fixedColumn: columnSign !== undefined
  };
}

function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function endText({ row, column, fixedRow, fixedColumn }: WrittenEnd): string {
  const letters = column === null ? '' : `${fixedColumn ? '$' : ''}${columnLetter(column)}`;
  return row === null ? letters : `${letters}${fixedRow ? '$' : ''}${row + 1}`;
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Names that could be read as something else stand in quotes, as spreadsheets write them. */
function quotedName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[A-Z]{1,3}\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}
