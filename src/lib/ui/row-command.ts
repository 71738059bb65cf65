import type { Line } from '#lib/grid/lines.ts';

/** Something that can be done to the selected lines of a grid. */
export interface RowCommand {
  readonly label: string;
  readonly keys?: string;
  /** Whether it changes something, so that it is offered only to those who may. */
  readonly edits: boolean;
  readonly run: (lines: readonly Line[]) => void;
}
