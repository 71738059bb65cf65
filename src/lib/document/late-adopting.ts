import type { Change, Edit } from '#lib/model/edit.ts';
import { isProse } from '#lib/model/fields.ts';
import { mergeText } from '#lib/model/merge-text.ts';
import { fieldText } from '#lib/model/workbook.ts';
import type { LateEdit } from './late-edits.ts';
import type { Memory } from './memory.ts';

/**
 * The one edit that writes what came late. Rows and sheets come first, in the order against that in which
 * they were put aside, then texts; a passage of prose goes where it belongs in the present text.
 */
export function adoptingEdit(memory: Memory, lates: readonly LateEdit[]): Edit {
  const present = new Map<string, string>();
  const structure: Change[] = [];
  const texts: Change[] = [];
  for (const one of lates) {
    const [, ...rest] = one.late;
    const merged = proseOf(memory, one, present);
    const changes = merged ? [merged, ...rest] : one.late;
    if (changes.some((change) => 'text' in change)) texts.push(...changes);
    else structure.unshift(...changes);
  }
  return { label: `采用 ${lates.length} 处迟到修改`, changes: [...structure, ...texts] };
}

/** The change that writes a late passage of prose; null where it is none. */
function proseOf(
  memory: Memory,
  { held, late: [late] }: LateEdit,
  present: Map<string, string>
): Change | null {
  if (held.do !== 'field' || late?.do !== 'field') return null;
  const sheet = memory.sheetAt(late.sheet);
  if (!sheet || !isProse(sheet.kind, late.field)) return null;
  const key = `${late.sheet}/${late.field}`;
  const text = mergeText(held.text, late.text, present.get(key) ?? fieldText(sheet, late.field));
  present.set(key, text);
  return { ...late, text };
}
