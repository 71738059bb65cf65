import type { ClipboardBlock } from '#lib/model/clipboard-block.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { GridColumn } from '../columns.ts';
import type { Line } from '../lines.ts';
import type { Selection } from '../selection.ts';
import type { TableOptions } from '../table-options.ts';
import type { HeldCells } from './held-cells.ts';
import type { HiddenColumns } from './hidden-columns.ts';
import type { PasteMode } from './pasted-texts.ts';

/** What the clipboard of a grid needs from around it. */
export interface ClipboardOptions {
  readonly held: HeldCells;
  /** The workbook as it is now. */
  readonly workbook: () => Workbook;
  /** Reads the tables of HTML; null where it has none. */
  readonly readHtml: (given: { html: string; text: string }) => Promise<ClipboardBlock | null>;
  /** Cells of another program were pasted. */
  readonly onForeign: (paste: ForeignPaste) => void;
  /** So many hidden columns were written, too. */
  readonly onHidden: (columns: number) => void;
  /** The browser lets no page read the clipboard by itself: these keys do. */
  readonly onUnreadable: (keys: string) => void;
}

/** A block of another program that has just been pasted. */
export interface ForeignPaste {
  /** What was recognised: `17 行 × 6 列，4 处合并`. */
  readonly recognised: string;
  /** In how many cells the two ways of taking it differ. */
  readonly differing: number;
  /** Whether it changed anything. */
  readonly written: boolean;
  /**
   * Writes it to the same place, after what was written before has been taken back; false where nothing
   * changes.
   */
  readonly write: (mode: PasteMode) => boolean;
  /** Where its last cell stands on the screen; null while it is out of sight. */
  readonly corner: () => DOMRect | null;
}

/** The table that a clipboard works on. */
export interface ClipboardTable extends Pick<
  TableOptions,
  'readOnly' | 'widens' | 'end' | 'onLeftOut' | 'onBlock' | 'onRefused'
> {
  readonly element: HTMLElement;
  /** All of them: as in a spreadsheet, hidden ones are copied and written too. */
  readonly columns: readonly GridColumn[];
  readonly hidden: HiddenColumns;
  /** In places among all columns. */
  readonly selection: Pick<Selection, 'block' | 'take'>;
  readonly lines: () => readonly Line[];
  /** Whether keys go to this table, and to none of its open editors. */
  readonly listens: () => boolean;
  /** The element of a cell; null while it is out of sight. */
  readonly cellAt: (line: number, column: number) => HTMLElement | null;
  readonly commit: (edit: Edit) => void;
  readonly repaint: () => void;
}
