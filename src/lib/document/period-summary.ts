import type { LogEntry } from './log.ts';
import { sheetsOf, type SheetOfRow } from './touched.ts';

/** How much some edits did. What was only taken back or done again is counted apart. */
export interface EditSummary {
  /** Cells, fields, titles and properties that were written. */
  readonly texts: number;
  readonly rowsAdded: number;
  readonly rowsDeleted: number;
  readonly rowsRestored: number;
  readonly sheetsAdded: number;
  readonly sheetsDeleted: number;
  readonly sheetsRestored: number;
  /** Undos and redos. */
  readonly takenBack: number;
  /** The sheets that all this was done in. */
  readonly sheets: number;
}

/** Counts what edits did. */
export function summaryOfEdits(entries: readonly LogEntry[], sheetOfRow: SheetOfRow): EditSummary {
  const sheets = new Set<string>();
  const counts = {
    texts: 0,
    rowsAdded: 0,
    rowsDeleted: 0,
    rowsRestored: 0,
    sheetsAdded: 0,
    sheetsDeleted: 0,
    sheetsRestored: 0,
    takenBack: 0
  };
  for (const { kind, steps } of entries) {
    // Whoever put late edits aside changed nothing of their own.
    if (kind === 'late') continue;
    const back = kind === 'undo' || kind === 'redo';
    if (back) counts.takenBack += 1;
    for (const { change } of steps) {
      for (const sheet of sheetsOf(change, sheetOfRow)) sheets.add(sheet);
      if (back) continue;
      if ('text' in change) counts.texts += 1;
      else if (change.do === 'insert') counts.rowsAdded += change.rows.length;
      else if (change.do === 'delete') counts.rowsDeleted += change.rows.length;
      else if (change.do === 'restore') counts.rowsRestored += change.rows.length;
      else if (change.do === 'insert-sheet') counts.sheetsAdded += 1;
      else if (change.do === 'delete-sheet') counts.sheetsDeleted += 1;
      else if (change.do === 'restore-sheet') counts.sheetsRestored += 1;
    }
  }
  return { ...counts, sheets: sheets.size };
}
