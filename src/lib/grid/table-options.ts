import type { Edit } from '#lib/model/edit.ts';
import type { Place } from '#lib/model/workbook.ts';
import type { ClipboardOptions } from './clipboard/clipboard-options.ts';
import type { GridColumn } from './columns.ts';
import type { CommentMark } from './comment-marks.ts';
import type { Filled } from './fill-handle.ts';
import type { FoundMarks } from './found-marks.ts';
import type { HeadingMark } from './heading-buttons.ts';
import type { HotOptions } from './handsontable.ts';
import type { Line, RowsEnd } from './lines.ts';
import type { Marks, PeerMark } from './marks.ts';
import type { Offerer } from './offers.ts';

/** What a table shows. */
export interface TableData {
  /** How columns are sorted and filtered, as their headings show it. */
  readonly headings?: ReadonlyMap<string, HeadingMark>;
  /** What was asked for last: another object, and the lines stand in another order for it. */
  readonly asked?: object;
  readonly lines: readonly Line[];
  readonly marks: Marks;
  readonly comments: ReadonlyMap<string, CommentMark>;
  readonly peers: ReadonlyMap<string, PeerMark>;
  readonly found?: FoundMarks | null;
}

/** A block of texts that was pasted, and where. */
export interface PastedBlock {
  readonly texts: readonly (readonly string[])[];
  readonly lines: readonly Line[];
  /** The lines that were selected, first and last. */
  readonly at: number;
  readonly to: number;
  /** The first column that was selected. */
  readonly column: string;
}

/** Why nothing can be typed into a cell: nothing can into the whole table, or not into its column. */
export type Refusal = 'table' | 'column';

/** How a table is made, and whom it tells what. */
export interface TableOptions extends HotOptions {
  /** Those that are shown and those that a person has hidden; by default none is hidden. */
  readonly allColumns?: readonly GridColumn[];
  /** Whether columns are added for what is pasted past the right edge. */
  readonly widens: boolean;
  /** How many columns stay in sight at the left; undefined where their kind says it. */
  readonly freeze?: number;
  /** Without it nothing is copied, cut or pasted. */
  readonly clipboard?: ClipboardOptions;
  /** A gesture. The change comes back through `show`, like everybody else's. */
  readonly onEdit: (edit: Edit) => void;
  /** Takes a pasted block that is not meant for the cells it was pasted at; false for all others. */
  readonly onBlock?: (block: PastedBlock) => boolean;
  /** Who offers texts for the cells. */
  readonly offerer?: Offerer;
  /** Cells were filled by the handle. */
  readonly onFill?: (filled: Filled) => void;
  /** The selected cell; null where none is. */
  readonly onSelect: (place: Place | null) => void;
  /** The cell under the pointer and where it stands on the screen; null where there is none. */
  readonly onHover: (place: Place | null, cell: DOMRect | null) => void;
  /** How many pasted columns found no place to the right of the table. */
  readonly onLeftOut: (columns: number) => void;
  /** Why nothing comes of typing; once for each cell that is selected. */
  readonly onRefused: (why: Refusal) => void;
  /** Where pasted rows are added; after the last line shown by default. */
  readonly end?: () => RowsEnd | undefined;
  /** How wide a person has made a column, in pixels. */
  readonly onWidth?: (column: string, width: number) => void;
  /** What was being typed into a row that a colleague has deleted meanwhile. */
  readonly onLost: (text: string) => void;
}
