import type * as Y from 'yjs';
import { isBound } from '#lib/model/formula/formula-text.ts';
import { columnsOf } from '#lib/model/fields.ts';
import { contentsOf, formNameOf, yearOf } from '#lib/model/workbook-property.ts';
import type { Row, Sheet, Workbook } from '#lib/model/workbook.ts';
import {
  byOrder,
  isDeleted,
  isRow,
  kindOf,
  newEntity,
  rowOf,
  takeProperty,
  type Entity
} from './entities.ts';
import { CELLS, OWN, splitKey, WORKBOOK } from './keys.ts';
import type { Deleted, Memory } from './memory.ts';
import { ProseTexts } from './prose-texts.ts';
import { createSettingsReader, parsed } from './settings.ts';
import { WaiverList } from './waiver-list.ts';
import type { WrittenDocuments } from './write.ts';

/** Up to this many rows, replacing them one by one costs less than going through their sheet. */
const FEW_ROWS = 8;

/**
 * The Workbook that its documents stand for. After each transaction only the rows and sheets that it
 * touched are made anew; all others keep their identity, which is what rules and painting go by.
 */
export class Projection implements Memory {
  #entities = new Map<string, Entity>();
  /** The rows of each sheet that are not deleted, in order. */
  #members = new Map<string, Entity[]>();
  #sheets = new Map<string, Sheet>();
  /** Null until somebody asks for it: of many transactions nobody looks at most. */
  #workbook: Workbook | null = null;
  #layout = 0;
  #hasFormulas = false;
  readonly #cells: Y.Map<string>;
  readonly #prose: ProseTexts;
  readonly #waivers: WaiverList;
  readonly #id: string;
  readonly #settingsOf = createSettingsReader();

  constructor({ doc, comments }: WrittenDocuments, id: string) {
    this.#id = id;
    this.#cells = doc.getMap<string>(CELLS);
    this.#prose = new ProseTexts(doc);
    this.#waivers = new WaiverList(comments);
    this.#cells.forEach((text, key) => {
      const name = splitKey(key);
      if (name) takeProperty(this.#entity(name.entity), name.property, text);
      if (isBound(text)) this.#hasFormulas = true;
    });
    for (const entity of this.#entities.values()) {
      if (isRow(entity) && !isDeleted(entity)) this.#membersOf(entity).push(entity);
    }
    for (const members of this.#members.values()) members.sort(byOrder);
    for (const entity of this.#entities.values()) this.#projectSheet(entity.id);
  }

  get workbook(): Workbook {
    return (this.#workbook ??= this.#projectWorkbook());
  }

  /** Another number whenever a row, column or sheet may have come, gone, moved or got another name. */
  get layout(): number {
    return this.#layout;
  }

  /** Whether there is, or was, a formula whose references are bound. */
  get hasFormulas(): boolean {
    return this.#hasFormulas;
  }

  /** The cells that hold such formulas, of deleted rows too. */
  *boundCells(): Iterable<{
    readonly row: string;
    readonly column: string;
    readonly text: string;
  }> {
    for (const { id, cells } of this.#entities.values()) {
      for (const [column, text] of Object.entries(cells)) {
        if (isBound(text)) yield { row: id, column, text };
      }
    }
  }

  /** The order keys of the deleted rows of a sheet, in no order. */
  deletedOrders(sheet: string): readonly string[] {
    return [...this.#entities.values()].flatMap((entity) =>
      isDeleted(entity) && entity.own[OWN.sheetOfRow] === sheet ? (entity.own[OWN.order] ?? []) : []
    );
  }

  /** The order key of a row or sheet, deleted ones too; null where there is no such id. */
  orderOf(id: string): string | null {
    return this.#entities.get(id)?.own[OWN.order] ?? null;
  }

  /** Whether a row or sheet is there but deleted. */
  isDeleted(id: string): boolean {
    const entity = this.#entities.get(id);
    return entity !== undefined && isDeleted(entity);
  }

  /** The sheet that a row stands in, also while it is deleted; null where there is no such row. */
  sheetOfRow(row: string): string | null {
    return this.#entities.get(row)?.own[OWN.sheetOfRow] ?? null;
  }

  /** A row as it is now, also while it is deleted; null where there is no such row. */
  rowAt(id: string): Row | null {
    const entity = this.#entities.get(id);
    return entity && isRow(entity) ? rowOf(entity) : null;
  }

  /** A sheet as it is now, also while it is deleted; null where there is no such sheet. */
  sheetAt(id: string): Sheet | null {
    return this.#sheets.get(id) ?? null;
  }

  /** The rows and sheets that are deleted. The rows that a deleted sheet still has are not among them. */
  get deleted(): Deleted {
    const deleted = [...this.#entities.values()].filter(isDeleted);
    return {
      rows: deleted.filter(isRow).map(rowOf),
      sheets: deleted.flatMap(({ id }) => this.#sheets.get(id) ?? [])
    };
  }

  /** Whether a waiver has been taken back; a waiver that was never there counts as taken back. */
  isWithdrawn(waiver: string): boolean {
    return !this.#waivers.list.some(({ id }) => id === waiver);
  }

  /** Takes in what a transaction has changed so far; true where the workbook has changed by it. */
  update(transaction: Y.Transaction): boolean {
    const rebuilt = new Set<string>();
    const rows = new Set<Entity>();
    const moved = new Set<Entity>();
    let changed = false;
    for (const [type, keys] of transaction.changed) {
      if (this.#waivers.update(type)) {
        changed = true;
        continue;
      }
      if ((type as unknown) !== this.#cells) {
        const sheet = this.#prose.sheetOf(type);
        if (sheet !== null) rebuilt.add(sheet);
        continue;
      }
      for (const key of keys) {
        const name = key === null ? null : splitKey(key);
        if (!name) continue;
        const entity = this.#entity(name.entity);
        const text = this.#cells.get(key!);
        takeProperty(entity, name.property, text);
        changed = true;
        if (name.property.startsWith('_')) this.#layout += 1;
        else if (typeof text === 'string' && isBound(text)) this.#hasFormulas = true;
        if (kindOf(entity)) rebuilt.add(entity.id);
        else if (isRow(entity)) {
          rows.add(entity);
          if (name.property.startsWith('_')) moved.add(entity);
        }
      }
    }
    this.#placeRows(moved, rebuilt);
    this.#replaceRows(rows, rebuilt);
    for (const sheet of rebuilt) this.#projectSheet(sheet);
    if (!changed && rebuilt.size === 0) return false;
    this.#workbook = null;
    return true;
  }

  #entity(id: string): Entity {
    let entity = this.#entities.get(id);
    if (!entity) this.#entities.set(id, (entity = newEntity(id)));
    return entity;
  }

  #membersOf(row: Entity): Entity[] {
    const sheet = row.own[OWN.sheetOfRow]!;
    let members = this.#members.get(sheet);
    if (!members) this.#members.set(sheet, (members = []));
    return members;
  }

  /** Puts rows that are new, moved, deleted or restored where they now belong. */
  #placeRows(moved: ReadonlySet<Entity>, rebuilt: Set<string>): void {
    if (moved.size === 0) return;
    for (const [sheet, members] of this.#members) {
      const staying = members.filter((entity) => !moved.has(entity));
      if (staying.length === members.length) continue;
      this.#members.set(sheet, staying);
      rebuilt.add(sheet);
    }
    const grown = new Set<Entity[]>();
    for (const entity of moved) {
      if (isDeleted(entity)) continue;
      const members = this.#membersOf(entity);
      members.push(entity);
      grown.add(members);
      rebuilt.add(entity.own[OWN.sheetOfRow]!);
    }
    for (const members of grown) members.sort(byOrder);
  }

  /**
   * Replaces rows whose cells have changed. A few are put into a copy of their sheet's rows without
   * looking at the others; where there are many, their sheets are rebuilt.
   */
  #replaceRows(changed: ReadonlySet<Entity>, rebuilt: Set<string>): void {
    for (const entity of changed) {
      const id = entity.own[OWN.sheetOfRow]!;
      const sheet = this.#sheets.get(id);
      if (!sheet || rebuilt.has(id)) continue;
      if (changed.size > FEW_ROWS) {
        rebuilt.add(id);
        continue;
      }
      const at = sheet.rows.findIndex((row) => row.id === entity.id);
      if (at < 0) continue;
      const rows = sheet.rows.slice();
      rows[at] = rowOf(entity);
      this.#sheets.set(id, { ...sheet, rows });
    }
  }

  #projectSheet(id: string): void {
    const entity = this.#entities.get(id);
    const kind = entity && kindOf(entity);
    if (!entity || !kind) return;
    const { own } = entity;
    const known = this.#sheets.get(id);
    const rows = (this.#members.get(id) ?? []).map(rowOf);
    this.#sheets.set(id, {
      id,
      kind,
      form: own[OWN.form] ?? '',
      title: own[OWN.title] ?? '',
      number: own[OWN.number] ?? '',
      path: parsed<string[]>(own[OWN.path]) ?? [],
      fields: Object.assign(this.#prose.fieldsOf(id, kind), entity.cells),
      columns: parsed<Sheet['columns']>(own[OWN.columns]) ?? columnsOf(kind),
      rows: known && sameItems(known.rows, rows) ? known.rows : rows,
      note: own[OWN.note] ?? ''
    });
  }

  #projectWorkbook(): Workbook {
    const own = this.#entities.get(WORKBOOK)?.own ?? {};
    const sheets = [...this.#sheets.keys()]
      .map((id) => this.#entities.get(id)!)
      .filter((entity) => !isDeleted(entity))
      .sort(byOrder)
      .map(({ id }) => this.#sheets.get(id)!);
    return {
      format: 'jibiao-workbook',
      version: 1,
      id: this.#id,
      title: own[OWN.title] ?? '',
      year: yearOf(own[OWN.year] ?? ''),
      region: own[OWN.region] ?? '',
      department: own[OWN.department] ?? '',
      cover: own[OWN.cover] ?? '',
      contents: contentsOf(own[OWN.contents] ?? ''),
      form: formNameOf(own[OWN.form] ?? ''),
      sheets,
      waivers: this.#waivers.list,
      settings: this.#settingsOf(own)
    };
  }
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
