import { ofColumn, type GridView } from '#lib/model/grid-view.ts';
import { headingOf, type GridColumn } from './columns.ts';

/**
 * The columns that a person has left in sight, with the widths they gave them. Each keeps the name
 * that it has among all columns, such as the letter of its place.
 */
export function shownColumns(
  columns: readonly GridColumn[],
  { hidden, widths }: Pick<GridView, 'hidden' | 'widths'>
): readonly GridColumn[] {
  const out = columns.filter(({ id }) => hidden.includes(id));
  // A grid without any column could not be brought back by hand.
  const gone = out.length === columns.length ? [] : out;
  if (gone.length === 0 && columns.every(({ id }) => ofColumn(widths, id) === undefined))
    return columns;
  const shown: GridColumn[] = [];
  let before: string[] = [];
  columns.forEach((column, at) => {
    if (gone.includes(column)) {
      before.push(column.id);
      return;
    }
    const width = ofColumn(widths, column.id);
    shown.push({
      ...column,
      ...(gone.length > 0 && { name: headingOf(columns, at) }),
      ...(width !== undefined && { width }),
      ...(before.length > 0 && { hiddenBefore: before })
    });
    before = [];
  });
  const last = shown.at(-1)!;
  return before.length === 0 ? shown : [...shown.slice(0, -1), { ...last, hiddenAfter: before }];
}

/**
 * How many of the shown columns stay in sight when a person has frozen up to one; undefined where the
 * grid decides. A heading over several columns is not torn apart.
 */
export function frozenCount(
  columns: readonly GridColumn[],
  shown: readonly GridColumn[],
  frozen: string | null
): number | undefined {
  if (frozen === null) return undefined;
  const upTo = columns.findIndex(({ id }) => id === frozen);
  let count = columns
    .slice(0, upTo + 1)
    .filter(({ id }) => shown.some((one) => one.id === id)).length;
  const group = shown[count - 1]?.group;
  while (group !== undefined && shown[count]?.group === group) count++;
  return count;
}
