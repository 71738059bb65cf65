import type { PrintedTable } from '#lib/exporters/form/printed-table.ts';

/** The texts of a printed table, row by row; none where there is no table. */
export function textsOf(table: PrintedTable | null): string[][] {
  return table?.rows.map((cells) => cells.map(({ text }) => text)) ?? [];
}
