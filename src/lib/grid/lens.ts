import type { Edit } from '#lib/model/edit.ts';
import type { Place } from '#lib/model/workbook.ts';

/** How the rows of a grid stand for something in the workbook that are no rows there, such as its projects. */
export interface GridLens {
  /** The place in the workbook that a cell of the grid shows. */
  readonly place: (cell: Place) => Place;
  /** The cell of the grid that shows a place of the workbook; null where none does. */
  readonly cell: (place: Place) => Place | null;
  /** What a gesture in the grid changes in the workbook. */
  readonly edit: (edit: Edit) => Edit;
}

/** The lens of a grid whose rows are rows of the workbook. */
export const PLAIN_LENS: GridLens = {
  place: (cell) => cell,
  cell: (place) => (place.row === undefined ? null : place),
  edit: (edit) => edit
};
