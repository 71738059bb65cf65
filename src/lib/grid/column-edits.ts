import { columnLetter, newColumns } from '#lib/model/column-name.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';

/** The edit that puts an empty column beside another one of a free sheet. */
export function editOfColumnInsert(
  { id, columns }: Sheet,
  beside: string,
  side: 'left' | 'right'
): Edit {
  const found = columns.findIndex((column) => column.id === beside);
  const at = found < 0 ? columns.length : found + (side === 'right' ? 1 : 0);
  const changed = [...columns.slice(0, at), ...newColumns(columns, 1), ...columns.slice(at)];
  return { label: '插入一列', changes: [{ do: 'columns', sheet: id, columns: changed }] };
}

/**
 * The edit that takes a column out of a free sheet; the last one stays. Its cells are cleared, so
 * that a new column which gets its letter begins empty.
 */
export function editOfColumnDelete({ id, columns, rows }: Sheet, column: string): Edit {
  const at = columns.findIndex((one) => one.id === column);
  if (at < 0 || columns.length === 1) return { label: '删除一列', changes: [] };
  const cleared = rows.flatMap((row): Change[] =>
    cellText(row, column) === '' ? [] : [{ do: 'cell', row: row.id, column, text: '' }]
  );
  const left = columns.filter((one) => one.id !== column);
  return {
    label: `删除 ${columnLetter(at)} 列`,
    changes: [...cleared, { do: 'columns', sheet: id, columns: left }]
  };
}
