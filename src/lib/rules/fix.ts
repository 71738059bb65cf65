import type { Fix } from '#lib/model/problem.ts';
import type { Row } from '#lib/model/workbook.ts';
import { changeTo } from './fix-labels.ts';

/** The fix that writes another 指标值. */
export function replaceTarget(row: Row, text: string): Fix {
  const label = changeTo(text);
  return {
    label,
    edit: { label, changes: [{ do: 'cell', row: row.id, column: 'target', text }] }
  };
}

/** The fix that writes another text into a field. */
export function replaceField(sheet: string, field: string, text: string): Fix {
  const label = changeTo(text);
  return { label, edit: { label, changes: [{ do: 'field', sheet, field, text }] } };
}
