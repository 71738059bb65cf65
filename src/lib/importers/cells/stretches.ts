import type { CellRow } from './cell-rows.ts';

/** Rows that stand directly below each other, all inside the frame of a table, or none of them. */
export interface Stretch {
  readonly framed: boolean;
  readonly rows: readonly CellRow[];
  /** How many rows without cells stand between it and the stretch above. */
  readonly gap: number;
}

/**
 * The stretches of a sheet from top to bottom.
 * @param exported whether only the tables of the file had frames when it was made
 */
export function stretchesOf(rows: readonly CellRow[], exported: boolean): Stretch[] {
  const stretches: (Stretch & { readonly rows: CellRow[] })[] = [];
  let above: CellRow | undefined;
  for (const row of rows) {
    const framed = exported ? row.cells.some((cell) => cell.framed) : isFramed(row);
    const gap = above ? Math.max(0, row.number - (above.lastNumber ?? above.number) - 1) : 0;
    const last = stretches.at(-1);
    if (last && gap === 0 && last.framed === framed) last.rows.push(row);
    else stretches.push({ framed, rows: [row], gap });
    above = row;
  }
  return stretches;
}

/** A row is in a table's frame where one of its texts is; an empty row where any of its cells is. */
function isFramed({ cells }: CellRow): boolean {
  return cells.some(({ framed, text }) => framed && text !== '') || isEmptyFrame(cells);
}

function isEmptyFrame(cells: CellRow['cells']): boolean {
  return cells.length > 0 && cells.every(({ text }) => text === '');
}
