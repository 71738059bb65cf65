import type { WorkbookProperty } from './workbook-property.ts';
import type { Column, Row, Settings, Sheet, Waiver } from './workbook.ts';

/** A change as plain data, applied in one transaction: one paste, one fix, one import is one edit. */
export interface Edit {
  /** What was done, for undo and history: 改为 ≤3万元. */
  readonly label: string;
  readonly changes: readonly Change[];
}

/**
 * Rows and sheets stand after `after`, or first where it is null. Deleted ones can be restored.
 * `columns` are all columns that a sheet has from then on; the texts of one left out are kept, and
 * stand there again when it comes back.
 */
export type Change =
  | { readonly do: 'cell'; readonly row: string; readonly column: string; readonly text: string }
  | { readonly do: 'field'; readonly sheet: string; readonly field: string; readonly text: string }
  | {
      readonly do: 'insert';
      readonly sheet: string;
      readonly after: string | null;
      readonly rows: readonly Row[];
    }
  | { readonly do: 'delete'; readonly rows: readonly string[] }
  | { readonly do: 'restore'; readonly rows: readonly string[] }
  | {
      readonly do: 'move';
      readonly rows: readonly string[];
      readonly sheet: string;
      readonly after: string | null;
    }
  | {
      readonly do: 'sheet';
      readonly sheet: string;
      readonly property: SheetProperty;
      readonly text: string;
    }
  | { readonly do: 'columns'; readonly sheet: string; readonly columns: readonly Column[] }
  | { readonly do: 'insert-sheet'; readonly sheet: Sheet; readonly after: string | null }
  | { readonly do: 'delete-sheet'; readonly sheet: string }
  | { readonly do: 'restore-sheet'; readonly sheet: string }
  | { readonly do: 'move-sheet'; readonly sheet: string; readonly after: string | null }
  | { readonly do: 'workbook'; readonly property: WorkbookProperty; readonly text: string }
  | { readonly do: 'settings'; readonly settings: Settings }
  /** Marks a conflict as settled, or as open again; `write` is what lost. */
  | { readonly do: 'settle'; readonly write: string; readonly settled: boolean }
  | WaiverChange;

/**
 * Changes of what stands in the comments: who may only comment may make these, and no others.
 * `waive` also brings one back into force that was withdrawn.
 */
export type WaiverChange =
  | { readonly do: 'waive'; readonly waiver: Waiver }
  | { readonly do: 'withdraw'; readonly waiver: string };

/** What of a sheet can be changed as text. */
export type SheetProperty = 'title' | 'number' | 'note' | 'form';
