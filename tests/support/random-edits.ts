import fc from 'fast-check';
import { applyEdit } from '#lib/model/apply.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import { contentsText } from '#lib/model/workbook-property.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/**
 * A recipe for an edit: numbers that are turned into ids of whatever stands in the workbook when it
 * is used, so that the same recipe makes sense on every replica.
 */
export interface EditRecipe {
  readonly kind: Change['do'];
  readonly picks: readonly [number, number, number];
  readonly text: string;
  readonly count: number;
}

const KINDS = [
  'cell',
  'cell',
  'cell',
  'field',
  'field',
  'insert',
  'delete',
  'move',
  'sheet',
  'columns',
  'insert-sheet',
  'delete-sheet',
  'move-sheet',
  'workbook',
  'waive',
  'withdraw'
] as const;

const COLUMNS = ['level1', 'target', 'basis'];

/** How a text becomes a property of the workbook. */
const PROPERTIES = [
  (text: string) => ({ property: 'title' as const, text }),
  (text: string) => ({ property: 'cover' as const, text }),
  (text: string) => ({ property: 'contents' as const, text: contentsText(text) }),
  () => ({ property: 'contents' as const, text: contentsText(null) })
];
const FIELDS = ['budget', 'usage', 'goal', 'body'];

/** Texts as people type them, and some that break naive code. */
const texts = fc.oneof(
  fc.constantFrom('≥95%', '2026年12月31日', '', '是/否', '__proto__', '无\n换行', '😀表情'),
  fc.string({ maxLength: 8 })
);

const recipe: fc.Arbitrary<EditRecipe> = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999)),
  text: texts,
  count: fc.integer({ min: 1, max: 3 })
});

/** One edit of one to three changes, of which the later ones may be about what the earlier ones made. */
export const editRecipes: fc.Arbitrary<readonly EditRecipe[]> = fc.oneof(
  { weight: 3, arbitrary: fc.array(recipe, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(recipe, { minLength: 2, maxLength: 3 }) }
);

/** The edit that recipes amount to in a workbook; ids of what it inserts come from `id`. */
export function editFrom(
  recipes: readonly EditRecipe[],
  workbook: Workbook,
  id: () => string
): Edit {
  const changes: Change[] = [];
  let before = workbook;
  for (const recipe of recipes) {
    const change = changeFrom(recipe, before, id);
    if (!change) continue;
    changes.push(change);
    before = applyEdit(before, { label: '', changes: [change] });
  }
  return { label: recipes.map(({ kind }) => kind).join(' '), changes };
}

function changeFrom(
  { kind, picks: [a, b, c], text, count }: EditRecipe,
  { sheets, waivers }: Workbook,
  id: () => string
): Change | null {
  const sheet = sheets[a % Math.max(1, sheets.length)];
  const other = sheets[b % Math.max(1, sheets.length)];
  if (!sheet || !other) return null;
  const row = sheet.rows[b % Math.max(1, sheet.rows.length)];
  const rows = sheet.rows.slice(b % Math.max(1, sheet.rows.length)).slice(0, count);
  const after = other.rows[c % (other.rows.length + 1)]?.id ?? null;
  switch (kind) {
    case 'cell':
      return row ? { do: 'cell', row: row.id, column: COLUMNS[c % COLUMNS.length]!, text } : null;
    case 'field':
      return { do: 'field', sheet: sheet.id, field: FIELDS[c % FIELDS.length]!, text };
    case 'insert': {
      const added = Array.from({ length: count }, () => ({ id: id(), cells: { target: text } }));
      return { do: 'insert', sheet: other.id, after, rows: added };
    }
    case 'delete':
      return rows.length > 0 ? { do: 'delete', rows: rows.map(({ id }) => id) } : null;
    case 'move': {
      const moving = rows.map(({ id }) => id).filter((row) => row !== after);
      return moving.length > 0 ? { do: 'move', rows: moving, sheet: other.id, after } : null;
    }
    case 'sheet':
      return { do: 'sheet', sheet: sheet.id, property: 'title', text };
    case 'columns': {
      const kept = sheet.columns.slice(b % Math.max(1, sheet.columns.length));
      return { do: 'columns', sheet: sheet.id, columns: [...kept, { id: `c${c}`, title: text }] };
    }
    case 'insert-sheet': {
      const rows = [{ id: id(), cells: { target: text } }];
      const fields = { usage: text, budget: '1.00' };
      return { do: 'insert-sheet', sheet: { ...other, id: id(), rows, fields }, after: sheet.id };
    }
    case 'delete-sheet':
      return sheets.length > 1 ? { do: 'delete-sheet', sheet: sheet.id } : null;
    case 'move-sheet':
      return sheet === other ? null : { do: 'move-sheet', sheet: sheet.id, after: other.id };
    case 'workbook':
      return { do: 'workbook', ...PROPERTIES[c % PROPERTIES.length]!(text) };
    case 'waive': {
      const place = row ? { sheet: sheet.id, row: row.id, column: 'target' } : { sheet: sheet.id };
      const at = `2026-03-0${(c % 9) + 1}T02:00:00.000Z`;
      const accepted = { code: 'value-yes-no', place, was: text, reason: text, by: '王芳', at };
      return { do: 'waive', waiver: { id: id(), ...accepted } };
    }
    case 'withdraw': {
      const waiver = waivers[a % Math.max(1, waivers.length)];
      return waiver ? { do: 'withdraw', waiver: waiver.id } : null;
    }
    default:
      return null;
  }
}
