import type { WorksheetRow } from './worksheet.ts';

/** Rows that stand directly below each other, all inside the frame of a table, or none of them. */
export interface Stretch {
  readonly framed: boolean;
  readonly rows: readonly WorksheetRow[];
  /** How many rows without cells stand between it and the stretch above. */
  readonly gap: number;
}

/** The stretches of a worksheet from top to bottom. */
export function stretchesOf(rows: readonly WorksheetRow[]): Stretch[] {
  const stretches: (Stretch & { readonly rows: WorksheetRow[] })[] = [];
  let above: WorksheetRow | undefined;
  for (const row of rows) {
    const framed = isFramed(row);
    const gap = above === undefined ? 0 : row.number - above.number - 1;
    const last = stretches.at(-1);
    if (last && gap === 0 && last.framed === framed) last.rows.push(row);
    else stretches.push({ framed, rows: [row], gap });
    above = row;
  }
  return stretches;
}

/** A row is in a table's frame where one of its texts is; an empty row where any of its cells is. */
function isFramed({ cells }: WorksheetRow): boolean {
  return cells.some(({ framed, text }) => framed && text !== '') || isEmptyFrame(cells);
}

function isEmptyFrame(cells: WorksheetRow['cells']): boolean {
  return cells.length > 0 && cells.every(({ text }) => text === '');
}

/** The cells of a row that hold a text. */
export function filledCells({ cells }: WorksheetRow): WorksheetRow['cells'] {
  return cells.filter(({ text }) => text !== '');
}
