import type { Row, SheetKind } from '#lib/model/workbook.ts';
import { DELETED, OWN } from './keys.ts';

/** Texts by name, without a prototype: a Yjs key may be `__proto__` or `constructor`. */
export type Texts = Record<string, string>;

/** Everything that the flat map says about one id. It is a row once `_s` is there, a sheet once `_kind` is. */
export interface Entity {
  readonly id: string;
  /** The document's own properties, which begin with `_`. */
  own: Texts;
  cells: Texts;
  /** The row that was handed out for `cells`; null after they have changed. */
  row: Row | null;
}

const KINDS: readonly string[] = ['project', 'brief', 'disclosure', 'text', 'free'];

/** No texts yet. */
export function emptyTexts(): Texts {
  return Object.create(null) as Texts;
}

/** An entity of which nothing is known yet. */
export function newEntity(id: string): Entity {
  return { id, own: emptyTexts(), cells: emptyTexts(), row: null };
}

/** Takes a property in. The cells of a row that was handed out are immutable: they are copied, once. */
export function takeProperty(entity: Entity, property: string, value: unknown): void {
  const text = typeof value === 'string' ? value : '';
  if (property.startsWith('_')) {
    entity.own[property] = text;
    return;
  }
  if (entity.row) entity.cells = Object.assign(emptyTexts(), entity.cells);
  entity.cells[property] = text;
  entity.row = null;
}

/** The row that an entity stands for now; the same object until its cells change. */
export function rowOf(entity: Entity): Row {
  entity.row ??= { id: entity.id, cells: entity.cells };
  return entity.row;
}

export function isRow({ own }: Entity): boolean {
  return own[OWN.sheetOfRow] !== undefined;
}

/** The kind of a sheet; null where the entity is none. */
export function kindOf({ own }: Entity): SheetKind | null {
  const kind = own[OWN.kind] ?? '';
  return KINDS.includes(kind) ? (kind as SheetKind) : null;
}

export function isDeleted({ own }: Entity): boolean {
  return own[OWN.deleted] === DELETED;
}

/** By order key, ties by id, so that every replica sorts alike. */
export function byOrder(a: Entity, b: Entity): number {
  const order = a.own[OWN.order] ?? '';
  const other = b.own[OWN.order] ?? '';
  if (order !== other) return order < other ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
