import type * as Y from 'yjs';
import { formNameOf, yearOf } from '#lib/model/edit.ts';
import { columnsOf, isProse } from '#lib/model/fields.ts';
import type { Row, Settings, Sheet, SheetKind, Workbook } from '#lib/model/workbook.ts';
import {
  CELLS,
  DELETED,
  keyOf,
  OWN,
  proseName,
  splitKey,
  splitProseName,
  WORKBOOK
} from './keys.ts';

type Texts = Record<string, string>;

/** Everything that the flat map says about one id. It is a row once `_s` is there, a sheet once `_kind` is. */
interface Entity {
  readonly id: string;
  own: Texts;
  cells: Texts;
  row: Row | null;
}

/** Up to this many rows, replacing them one by one costs less than going through their sheet. */
const FEW_ROWS = 8;

const KINDS: readonly SheetKind[] = ['project', 'brief', 'disclosure', 'text', 'free'];

/**
 * The Workbook that a document stands for. After each transaction only the rows and sheets that it
 * touched are made anew; all others keep their identity, which is what rules and painting go by.
 */
export class Projection {
  #entities = new Map<string, Entity>();
  #members = new Map<string, Entity[]>();
  #sheets = new Map<string, Sheet>();
  #proseNames = new WeakMap<object, string>();
  #workbook: Workbook;
  readonly #cells: Y.Map<string>;
  readonly #doc: Y.Doc;
  readonly #id: string;

  constructor(doc: Y.Doc, id: string) {
    this.#doc = doc;
    this.#id = id;
    this.#cells = doc.getMap<string>(CELLS);
    this.#loadProse();
    this.#loadCells();
    for (const [sheet, members] of this.#members) {
      members.sort(byOrder);
      this.#projectSheet(sheet);
    }
    for (const entity of this.#entities.values()) {
      if (this.#isSheet(entity) && !this.#sheets.has(entity.id)) this.#projectSheet(entity.id);
    }
    this.#workbook = this.#projectWorkbook();
  }

  get workbook(): Workbook {
    return this.#workbook;
  }

  /** The order key of a row or sheet, deleted ones too; null where there is no such id. */
  orderOf(id: string): string | null {
    return this.#entities.get(id)?.own[OWN.order] ?? null;
  }

  /** Whether a row or sheet is there but deleted. */
  isDeleted(id: string): boolean {
    return this.#entities.get(id)?.own[OWN.deleted] === DELETED;
  }

  /** The sheet that a row stands in, also while it is deleted; null where there is no such row. */
  sheetOfRow(row: string): string | null {
    return this.#entities.get(row)?.own[OWN.sheetOfRow] ?? null;
  }

  /** Takes in a transaction; true where the workbook has changed by it. */
  update(transaction: Y.Transaction): boolean {
    const rebuilt = new Set<string>();
    const rows = new Set<Entity>();
    const moved = new Set<Entity>();
    let changed = false;
    for (const [type, subs] of transaction.changed) {
      if ((type as unknown) !== this.#cells) {
        const prose = splitProseName(this.#nameOf(type));
        if (prose) rebuilt.add(prose.sheet);
        continue;
      }
      for (const key of subs) {
        const name = key === null ? null : splitKey(key);
        if (!name) continue;
        const entity = this.#entity(name.entity);
        this.#take(entity, name.property, this.#cells.get(key!), true);
        changed = true;
        if (this.#isSheet(entity)) rebuilt.add(entity.id);
        else if (this.#isRow(entity)) {
          rows.add(entity);
          if (name.property.startsWith('_')) moved.add(entity);
        }
      }
    }
    this.#placeRows(moved, rebuilt);
    this.#replaceRows(rows, rebuilt);
    for (const sheet of rebuilt) this.#projectSheet(sheet);
    if (changed || rebuilt.size > 0) this.#workbook = this.#projectWorkbook();
    return changed || rebuilt.size > 0;
  }

  #loadProse(): void {
    for (const name of [...this.#doc.share.keys()]) {
      if (splitProseName(name)) this.#proseNames.set(this.#doc.getText(name), name);
    }
  }

  #loadCells(): void {
    this.#cells.forEach((text, key) => {
      const name = splitKey(key);
      if (name) this.#take(this.#entity(name.entity), name.property, text, false);
    });
    for (const entity of this.#entities.values()) {
      if (!this.#isRow(entity)) continue;
      entity.row = { id: entity.id, cells: entity.cells };
      if (!this.isDeleted(entity.id)) this.#membersOf(entity.own[OWN.sheetOfRow]!).push(entity);
    }
  }

  #entity(id: string): Entity {
    let entity = this.#entities.get(id);
    if (!entity) {
      entity = { id, own: emptyTexts(), cells: emptyTexts(), row: null };
      this.#entities.set(id, entity);
    }
    return entity;
  }

  /** `copy` because the cells of a row that has been handed out are immutable. */
  #take(entity: Entity, property: string, text: unknown, copy: boolean): void {
    const value = typeof text === 'string' ? text : '';
    if (property.startsWith('_')) {
      entity.own[property] = value;
      return;
    }
    if (copy) entity.cells = Object.assign(emptyTexts(), entity.cells);
    entity.cells[property] = value;
    entity.row = null;
  }

  #isRow(entity: Entity): boolean {
    return entity.own[OWN.sheetOfRow] !== undefined;
  }

  #isSheet(entity: Entity): boolean {
    return KINDS.includes(entity.own[OWN.kind] as SheetKind);
  }

  #membersOf(sheet: string): Entity[] {
    let members = this.#members.get(sheet);
    if (!members) this.#members.set(sheet, (members = []));
    return members;
  }

  /** Puts rows that are new, moved, deleted or restored where they now belong. */
  #placeRows(moved: ReadonlySet<Entity>, touched: Set<string>): void {
    if (moved.size === 0) return;
    for (const [sheet, members] of this.#members) {
      const staying = members.filter((entity) => !moved.has(entity));
      if (staying.length === members.length) continue;
      this.#members.set(sheet, staying);
      touched.add(sheet);
    }
    const grown = new Set<Entity[]>();
    for (const entity of moved) {
      if (this.isDeleted(entity.id)) continue;
      const sheet = entity.own[OWN.sheetOfRow]!;
      const members = this.#membersOf(sheet);
      members.push(entity);
      grown.add(members);
      touched.add(sheet);
    }
    for (const members of grown) members.sort(byOrder);
  }

  /**
   * Replaces rows whose cells have changed. A few are put into a copy of their sheet's rows without
   * looking at the others; where there are many, their sheets are rebuilt.
   */
  #replaceRows(rows: ReadonlySet<Entity>, rebuilt: Set<string>): void {
    for (const entity of rows) {
      entity.row ??= { id: entity.id, cells: entity.cells };
      const id = entity.own[OWN.sheetOfRow]!;
      const sheet = this.#sheets.get(id);
      if (!sheet || rebuilt.has(id)) continue;
      if (rows.size > FEW_ROWS) {
        rebuilt.add(id);
        continue;
      }
      const at = sheet.rows.findIndex((row) => row.id === entity.id);
      if (at >= 0) this.#sheets.set(id, { ...sheet, rows: sheet.rows.with(at, entity.row) });
    }
  }

  #projectSheet(id: string): void {
    const entity = this.#entities.get(id);
    if (!entity || !this.#isSheet(entity)) return;
    const { own } = entity;
    const kind = own[OWN.kind] as SheetKind;
    const known = this.#sheets.get(id);
    const members = this.#membersOf(id);
    const rows = members.map((member) => (member.row ??= { id: member.id, cells: member.cells }));
    this.#sheets.set(id, {
      id,
      kind,
      form: own[OWN.form] ?? '',
      title: own[OWN.title] ?? '',
      number: own[OWN.number] ?? '',
      path: parsed<string[]>(own[OWN.path]) ?? [],
      fields: this.#fieldsOf(entity, kind),
      columns: parsed<Sheet['columns']>(own[OWN.columns]) ?? columnsOf(kind),
      rows: known && sameItems(known.rows, rows) ? known.rows : rows,
      note: own[OWN.note] ?? ''
    });
  }

  #fieldsOf(entity: Entity, kind: SheetKind): Texts {
    const fields = Object.assign(emptyTexts(), entity.cells);
    for (const name of this.#doc.share.keys()) {
      if (!name.startsWith(`t/${entity.id}/`)) continue;
      const { field } = splitProseName(name) ?? {};
      if (field === undefined || !isProse(kind, field)) continue;
      const text = this.#doc.getText(proseName(entity.id, field));
      this.#proseNames.set(text, name);
      // A shared text that is empty does not travel, so that an empty field is an absent one.
      if (text.length > 0) fields[field] = text.toString();
    }
    return fields;
  }

  #projectWorkbook(): Workbook {
    const own = this.#entities.get(WORKBOOK)?.own ?? {};
    const sheets = [...this.#sheets.values()]
      .filter(({ id }) => !this.isDeleted(id))
      .sort((a, b) => compare(this.orderOf(a.id) ?? '', this.orderOf(b.id) ?? '', a.id, b.id));
    return {
      format: 'jibiao-workbook',
      version: 1,
      id: this.#id,
      title: own[OWN.title] ?? '',
      year: yearOf(own[OWN.year] ?? ''),
      region: own[OWN.region] ?? '',
      department: own[OWN.department] ?? '',
      form: formNameOf(own[OWN.form] ?? ''),
      sheets,
      waivers: [],
      settings: settingsOf(own)
    };
  }

  /** The name of a shared text, also of one that came by an update and has not been asked for yet. */
  #nameOf(type: object): string {
    const known = this.#proseNames.get(type);
    if (known !== undefined) return known;
    for (const [name, shared] of this.#doc.share) {
      if ((shared as object) !== type) continue;
      if (splitProseName(name)) this.#proseNames.set(this.#doc.getText(name), name);
      return name;
    }
    return '';
  }
}

/** The key of a severity or a rule of the workbook's own, as `settings` changes write them. */
export function settingKeys(settings: Settings): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [code, severity] of Object.entries(settings.severities)) {
    keys.set(keyOf(WORKBOOK, OWN.severity + code), severity);
  }
  settings.rules.forEach((rule, index) => {
    keys.set(keyOf(WORKBOOK, OWN.rule + index), JSON.stringify(rule));
  });
  return keys;
}

function settingsOf(own: Texts): Settings {
  const severities: Texts = {};
  const rules: unknown[] = [];
  for (const name of Object.keys(own).sort()) {
    const text = own[name]!;
    if (text === '') continue;
    if (name.startsWith(OWN.severity)) severities[name.slice(OWN.severity.length)] = text;
    if (name.startsWith(OWN.rule)) rules.push(parsed(text));
  }
  return { severities: severities as Settings['severities'], rules };
}

/** Without a prototype: a Yjs key may be `__proto__` or `constructor`. */
function emptyTexts(): Texts {
  return Object.create(null) as Texts;
}

function parsed<Value>(json: string | undefined): Value | null {
  if (json === undefined || json === '') return null;
  try {
    return JSON.parse(json) as Value;
  } catch {
    return null;
  }
}

function byOrder(a: Entity, b: Entity): number {
  return compare(a.own[OWN.order] ?? '', b.own[OWN.order] ?? '', a.id, b.id);
}

/** By order key, ties by id, so that every replica sorts alike. */
function compare(order: string, otherOrder: string, id: string, otherId: string): number {
  if (order !== otherOrder) return order < otherOrder ? -1 : 1;
  return id < otherId ? -1 : id > otherId ? 1 : 0;
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
