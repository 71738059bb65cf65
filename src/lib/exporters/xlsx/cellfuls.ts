import type { PageCell } from './page.ts';

/** Excel holds 32,767 UTF-16 units in a cell. */
const CELLFUL = 32_000;

/**
 * A text as cells can hold it: a longer one goes on in the cell below. A piece of this length, or of
 * one unit less where a character of two would be cut, always goes on, if only in an empty cell, so
 * that a reader knows where the text ends.
 */
export function cellfuls(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start >= CELLFUL - 1) {
    const end = start + CELLFUL - (isHighSurrogate(text, start + CELLFUL - 1) ? 1 : 0);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return [...pieces, text.slice(start)];
}

function isHighSurrogate(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at));
}

/** The rows of a table, those with a text too long for a cell followed by rows that only go on with it. */
export function withinCells(rows: readonly (readonly PageCell[])[]): PageCell[][] {
  return rows.flatMap((cells) => {
    const pieces = cells.map(({ text }) => cellfuls(text));
    const height = Math.max(1, ...pieces.map(({ length }) => length));
    const grown = cells.map((cell, index) => {
      const single = pieces[index]!.length === 1 && height > 1;
      return {
        ...cell,
        text: pieces[index]![0]!,
        rows: single ? cell.rows + height - 1 : cell.rows
      };
    });
    const below = Array.from({ length: height - 1 }, (_, line) =>
      cells.map((cell, index) => {
        const text = pieces[index]!.length === 1 ? '' : (pieces[index]![line + 1] ?? '');
        return { ...cell, text, covered: pieces[index]!.length === 1, source: null };
      })
    );
    return [grown, ...below];
  });
}
