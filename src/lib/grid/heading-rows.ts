import { isLettered } from '#lib/model/column-name.ts';
import { headingOf, type GridColumn } from './columns.ts';
import { textWidth } from './text-width.ts';

/** One heading of a table, over one or more columns and rows, in Handsontable's words. */
export type Heading = {
  readonly label: string;
  readonly colspan: number;
  readonly rowspan: number;
  readonly headerClassName: string;
};

/**
 * The two rows of headings of a table whose columns stand in groups: neighbours of one group share
 * the heading above them, and a column of none is as high as both rows. Null where there is no group.
 */
export function headingRows(columns: readonly GridColumn[]): (Heading | string)[][] | null {
  if (columns.every(({ group }) => group === undefined)) return null;
  const upper: Heading[] = [];
  const lower: (Heading | string)[] = [];
  columns.forEach((column, at) => {
    const { group } = column;
    const label = headingOf(columns, at);
    const headerClassName = headingClass(column);
    if (group === undefined) {
      upper.push({ label, colspan: 1, rowspan: 2, headerClassName });
      lower.push('');
      return;
    }
    lower.push({ label, colspan: 1, rowspan: 1, headerClassName });
    if (at > 0 && columns[at - 1]!.group === group) return;
    const after = columns.slice(at).findIndex((other) => other.group !== group);
    const colspan = after < 0 ? columns.length - at : after;
    upper.push({ label: group, colspan, rowspan: 1, headerClassName: 'heading-group' });
  });
  return [upper, lower];
}

/** What padding and menu of a heading take of its width, in pixels. */
const PADDING = 29;

/** Whether a heading is kept on one line, however narrow a person makes its column. */
export function isOnOneLine(column: GridColumn): boolean {
  return isLettered(column) || textWidth(column.title) + PADDING <= column.least;
}

/**
 * The classes of a heading, which stands where the texts below it stand. One that fits is kept on a line:
 * in a table with frozen columns Handsontable measures it first in a column that is not its own.
 */
export function headingClass(column: GridColumn): string {
  if (isLettered(column)) return 'heading-letter';
  const side = column.amounts ? 'heading-amount' : 'heading-text';
  return isOnOneLine(column) ? `${side} heading-line` : side;
}
