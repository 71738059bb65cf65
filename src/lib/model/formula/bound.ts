import { markBound, withoutMark } from './formula-text.ts';

/**
 * One end of a bound reference: ids of a row and a column. A number is a place outside of the sheet,
 * counted from 0, which has no id yet; null where a whole column or row is meant.
 */
export interface BoundEnd {
  readonly row: string | number | null;
  readonly column: string | number | null;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** Cells by their ids. `sheet` is the one of places without an id, and of whole columns. */
export interface BoundCells {
  readonly sheet: string;
  readonly from: BoundEnd;
  readonly to: BoundEnd | null;
}

export interface BoundField {
  readonly sheet: string;
  readonly field: string;
}

export type BoundPiece = string | BoundCells | BoundField;

/** Pieces as one text: `{sheet!row.column:row.column}` or `{sheet@field}`; braces of the formula are doubled. */
export function boundText(pieces: readonly BoundPiece[]): string {
  return markBound(
    pieces
      .map((piece) =>
        typeof piece === 'string' ? piece.replaceAll('{', '{{') : `{${encoded(piece)}}`
      )
      .join('')
  );
}

/** The pieces of a bound formula. What cannot be read, as from a later version, is a reference to nothing. */
export function boundPieces(bound: string): readonly BoundPiece[] {
  const pieces: BoundPiece[] = [];
  let plain = '';
  for (const [text, reference] of withoutMark(bound).matchAll(/\{\{|\{([^{}]*)\}|[^]/gu)) {
    if (reference === undefined) {
      plain += text === '{{' ? '{' : text;
      continue;
    }
    if (plain !== '') pieces.push(plain);
    plain = '';
    pieces.push(decoded(reference));
  }
  return plain === '' ? pieces : [...pieces, plain];
}

function encoded(piece: BoundCells | BoundField): string {
  if ('field' in piece) return `${piece.sheet}@${piece.field}`;
  const { sheet, from, to } = piece;
  return `${sheet}!${encodedEnd(from)}${to ? `:${encodedEnd(to)}` : ''}`;
}

function encodedEnd({ row, column, fixedRow, fixedColumn }: BoundEnd): string {
  const part = (at: string | number | null, fixed: boolean) =>
    `${fixed ? '$' : ''}${typeof at === 'number' ? `#${at}` : (at ?? '')}`;
  return `${part(row, fixedRow)}.${part(column, fixedColumn)}`;
}

function decoded(text: string): BoundCells | BoundField {
  const [, owner, field] = /^([^@!]*)@(.*)$/s.exec(text) ?? [];
  if (field !== undefined) return { sheet: owner!, field };
  const [sheet = '', ends = ''] = text.split('!');
  const [from = '', to] = ends.split(':');
  return { sheet, from: decodedEnd(from), to: to === undefined ? null : decodedEnd(to) };
}

function decodedEnd(text: string): BoundEnd {
  const [row = '', column = ''] = text.split('.');
  const part = (written: string) => {
    const plain = written.replace(/^\$/, '');
    if (plain === '') return null;
    return plain.startsWith('#') ? Number(plain.slice(1)) : plain;
  };
  return {
    row: part(row),
    column: part(column),
    fixedRow: row.startsWith('$'),
    fixedColumn: column.startsWith('$')
  };
}
