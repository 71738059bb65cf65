import type { Place } from '#lib/model/workbook.ts';
import type { Peer } from '#lib/sync/peers.ts';

/** The cell, field or sheet that a colleague is in; null where they have gone nowhere yet. */
export function placeOfPeer({ sheet, row, column }: Peer): Place | null {
  if (sheet === null) return null;
  if (row !== null) return { sheet, row, ...(column !== null && { column }) };
  return { sheet, ...(column !== null && { field: column }) };
}
