import { ID_PATTERN } from '#lib/model/ids.ts';

/** The one flat map of a workbook: `<entity>/<property>` → text. */
export const CELLS = 'cells';

/** The one flat map of the comments: `<waiver>/_waiver` → JSON, `<waiver>/_d` once it was withdrawn. */
export const WAIVERS = 'waivers';

/** The entity that stands for the workbook itself. */
export const WORKBOOK = 'w';

/** Properties of the document's own begin with `_`, which no id does. */
export const OWN = {
  order: '_o',
  deleted: '_d',
  sheetOfRow: '_s',
  kind: '_kind',
  form: '_form',
  title: '_title',
  number: '_number',
  path: '_path',
  columns: '_columns',
  note: '_note',
  year: '_year',
  region: '_region',
  department: '_department',
  cover: '_cover',
  contents: '_contents',
  version: '_version',
  severity: '_severity-',
  rule: '_rule-',
  waiver: '_waiver'
} as const;

/** What `_d` holds while the row, sheet or waiver is deleted; it is empty again after a restore. */
export const DELETED = '1';

/** The key of a property in the flat map. */
export function keyOf(entity: string, property: string): string {
  return `${entity}/${property}`;
}

/** The entity and property of a key; null for a key that is none of ours, which is then ignored. */
export function splitKey(key: string): { entity: string; property: string } | null {
  const slash = key.indexOf('/');
  if (slash < 0) return null;
  const entity = key.slice(0, slash);
  const property = key.slice(slash + 1);
  if (!ID_PATTERN.test(entity) || property === '') return null;
  return property.startsWith('_') || ID_PATTERN.test(property) ? { entity, property } : null;
}

/** The name of the shared text that holds a prose field. */
export function proseName(sheet: string, field: string): string {
  return `t/${sheet}/${field}`;
}

/** The sheet and field of a shared text; null where the name is none of ours. */
export function splitProseName(name: string): { sheet: string; field: string } | null {
  const [prefix, sheet, field, ...rest] = name.split('/');
  if (prefix !== 't' || rest.length > 0 || sheet === undefined || field === undefined) return null;
  return ID_PATTERN.test(sheet) && ID_PATTERN.test(field) ? { sheet, field } : null;
}
