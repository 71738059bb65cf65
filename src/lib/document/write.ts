import type * as Y from 'yjs';
import type { Change } from '#lib/model/edit.ts';
import { isProse } from '#lib/model/fields.ts';
import { propertyText } from '#lib/model/workbook-property.ts';
import type { Row, Sheet, Workbook } from '#lib/model/workbook.ts';
import { digestOfRow, digestOfSheet } from './content-digest.ts';
import { CELLS, DELETED, keyOf, OWN, proseName, WORKBOOK } from './keys.ts';
import { Draft } from './draft.ts';
import { firstOrderKeys } from './order.ts';
import type { Projection } from './projection.ts';
import { rewrite, type Splice } from './prose.ts';
import { settingKeys } from './settings.ts';
import { settle } from './settled.ts';
import { withdrawWaiver, writeWaiver } from './waiver-list.ts';
import { presentWrite, type WriteId } from './writes.ts';

/** The version of the layout that this code writes. */
const LAYOUT_VERSION = '1';

/** What a change left behind that undoing it needs to know, beside the change itself. */
export interface Trace {
  /** Where rows or sheets stood and stand: a move is still mine while they stand there. */
  readonly moved?: readonly Moved[];
  /** The places of a prose text that were changed. */
  readonly splices?: readonly Splice[];
  /** The write of a text that is not prose, by which a conflict is told. */
  readonly wrote?: WriteId;
  /**
   * Digests of the rows or the sheet that were deleted or brought back, by which what came to them since is
   * told.
   */
  readonly content?: readonly string[];
}

/** A row or sheet that was moved. A sheet stands in no sheet. */
export interface Moved {
  readonly id: string;
  readonly from: Standing;
  readonly to: Standing;
}

interface Standing {
  readonly sheet: string;
  readonly order: string;
  /** The sheet was deleted then. */
  readonly hidden?: true;
}

/** The documents that edits are written to. */
export interface WrittenDocuments {
  /** The sheets, `d.<id>`. */
  readonly doc: Y.Doc;
  /** Comments and waivers, `c.<id>`. */
  readonly comments: Y.Doc;
}

/** Writes a whole workbook into empty documents, in one transaction each. */
export function writeWorkbook({ doc, comments }: WrittenDocuments, workbook: Workbook): void {
  const cells = doc.getMap<string>(CELLS);
  doc.transact(() => {
    const own: Record<string, string> = {
      [OWN.version]: LAYOUT_VERSION,
      [OWN.title]: workbook.title,
      [OWN.year]: propertyText(workbook, 'year'),
      [OWN.region]: workbook.region,
      [OWN.department]: workbook.department,
      [OWN.cover]: workbook.cover,
      [OWN.contents]: propertyText(workbook, 'contents'),
      [OWN.form]: workbook.form
    };
    for (const [name, text] of Object.entries(own)) cells.set(keyOf(WORKBOOK, name), text);
    for (const [key, text] of settingKeys(workbook.settings)) cells.set(key, text);
    const orders = firstOrderKeys(workbook.sheets.length);
    workbook.sheets.forEach((sheet, index) => writeSheet(doc, sheet, orders[index]!));
  }, 'import');
  comments.transact(() => {
    for (const waiver of workbook.waivers) writeWaiver(comments, waiver);
  }, 'import');
}

/**
 * Writes the changes of an edit, and says what each left behind. Changes to rows or sheets that are
 * not there do nothing. Call within transactions; `projection` is the state before the edit.
 */
export function writeChanges(
  documents: WrittenDocuments,
  projection: Projection,
  changes: readonly Change[]
): Trace[] {
  const draft = new Draft(projection);
  return changes.map((change) => writeChange(documents, projection, draft, change));
}

function writeChange(
  { doc, comments }: WrittenDocuments,
  projection: Projection,
  draft: Draft,
  change: Change
): Trace {
  const cells = doc.getMap<string>(CELLS);
  const isRow = (id: string) => cells.has(keyOf(id, OWN.sheetOfRow));
  const isSheet = (id: string) => cells.has(keyOf(id, OWN.kind));
  const write = (key: string, text: string) => writeText(cells, key, text);
  switch (change.do) {
    case 'cell':
      return isRow(change.row) ? write(keyOf(change.row, change.column), change.text) : {};
    case 'field':
      return isSheet(change.sheet) ? writeField(doc, change) : {};
    case 'insert': {
      if (!isSheet(change.sheet)) return {};
      const ids = change.rows.map(({ id }) => id);
      const orders = draft.placeRows(change.sheet, change.after, ids);
      change.rows.forEach((row, index) => writeRow(cells, row, change.sheet, orders[index]!));
      return {};
    }
    case 'delete':
      draft.deleteRows(change.rows);
      setDeleted(cells, change.rows.filter(isRow), DELETED);
      return { content: change.rows.map((row) => digestOfRow(projection.rowAt(row))) };
    case 'restore':
      draft.restoreRows(change.rows);
      setDeleted(cells, change.rows.filter(isRow), '');
      return { content: change.rows.map((row) => digestOfRow(projection.rowAt(row))) };
    case 'move': {
      const moving = change.rows.filter(isRow);
      if (!isSheet(change.sheet) || moving.includes(change.after ?? '')) return {};
      const orders = draft.placeRows(change.sheet, change.after, moving);
      const { sheet } = change;
      return { moved: moving.map((row, i) => stand(cells, row, { sheet, order: orders[i]! })) };
    }
    case 'sheet':
      if (!isSheet(change.sheet)) return {};
      return write(keyOf(change.sheet, `_${change.property}`), change.text);
    case 'columns': {
      const columns = JSON.stringify(change.columns);
      if (isSheet(change.sheet)) cells.set(keyOf(change.sheet, OWN.columns), columns);
      return {};
    }
    case 'insert-sheet': {
      const { sheet, after } = change;
      draft.addRows(
        sheet.id,
        sheet.rows,
        writeSheet(doc, sheet, draft.placeSheet(after, sheet.id))
      );
      return {};
    }
    case 'delete-sheet':
      draft.removeSheet(change.sheet);
      setDeleted(cells, [change.sheet].filter(isSheet), DELETED);
      return { content: [digestOfSheet(projection.sheetAt(change.sheet))] };
    case 'restore-sheet':
      draft.restoreSheet(change.sheet);
      setDeleted(cells, [change.sheet].filter(isSheet), '');
      return { content: [digestOfSheet(projection.sheetAt(change.sheet))] };
    case 'move-sheet': {
      if (!isSheet(change.sheet) || change.after === change.sheet) return {};
      const order = draft.placeSheet(change.after, change.sheet);
      return { moved: [stand(cells, change.sheet, { sheet: '', order })] };
    }
    case 'workbook':
      return write(keyOf(WORKBOOK, `_${change.property}`), change.text);
    case 'settings':
      writeSettings(cells, projection.workbook, change);
      return {};
    case 'waive':
      writeWaiver(comments, change.waiver);
      return {};
    case 'withdraw':
      withdrawWaiver(comments, change.waiver);
      return {};
    case 'settle':
      settle(comments, change.write, change.settled);
      return {};
  }
}

function writeField(doc: Y.Doc, change: Extract<Change, { do: 'field' }>): Trace {
  const cells = doc.getMap<string>(CELLS);
  const kind = cells.get(keyOf(change.sheet, OWN.kind)) as Sheet['kind'];
  if (isProse(kind, change.field)) {
    return { splices: rewrite(doc.getText(proseName(change.sheet, change.field)), change.text) };
  }
  return writeText(cells, keyOf(change.sheet, change.field), change.text);
}

function writeText(cells: Y.Map<string>, key: string, text: string): Trace {
  cells.set(key, text);
  return { wrote: presentWrite(cells, key) };
}

/** The text at a key of the flat map as it stands now, also within a transaction; empty where there is none. */
export function textAt(doc: Y.Doc, key: string): string {
  return doc.getMap<string>(CELLS).get(key) ?? '';
}

/**
 * Puts back what was moved, to exactly where it stood, except what somebody has moved since, and what
 * nobody would see there because its sheet is deleted: only what was hidden there before goes back, unless
 * it is `theirs` by now. Returns what it moved. Call within a transaction.
 */
export function moveBack(
  doc: Y.Doc,
  moved: readonly Moved[],
  theirs: (row: string) => boolean
): Moved[] {
  const cells = doc.getMap<string>(CELLS);
  return moved
    .filter(({ id, from, to }) => {
      const { sheet, order } = standing(cells, id);
      const hides = isGone(cells, from.sheet) && (!from.hidden || theirs(id));
      return sheet === to.sheet && order === to.order && !hides;
    })
    .map(({ id, from }) => stand(cells, id, from));
}

function stand(cells: Y.Map<string>, id: string, to: Standing): Moved {
  const from = standing(cells, id);
  if (to.sheet !== '') cells.set(keyOf(id, OWN.sheetOfRow), to.sheet);
  cells.set(keyOf(id, OWN.order), to.order);
  return { id, from, to };
}

function standing(cells: Y.Map<string>, id: string): Standing {
  const sheet = cells.get(keyOf(id, OWN.sheetOfRow)) ?? '';
  const order = cells.get(keyOf(id, OWN.order)) ?? '';
  return { sheet, order, ...(isGone(cells, sheet) && { hidden: true }) };
}

function isGone(cells: Y.Map<string>, sheet: string): boolean {
  return cells.get(keyOf(sheet, OWN.deleted)) === DELETED;
}

function setDeleted(cells: Y.Map<string>, ids: readonly string[], deleted: string): void {
  for (const id of ids) cells.set(keyOf(id, OWN.deleted), deleted);
}

function writeSettings(
  cells: Y.Map<string>,
  workbook: Workbook,
  { settings }: Extract<Change, { do: 'settings' }>
): void {
  const before = settingKeys(workbook.settings);
  const after = settingKeys(settings);
  for (const [key, text] of after) if (before.get(key) !== text) cells.set(key, text);
  for (const key of before.keys()) if (!after.has(key)) cells.set(key, '');
}

/** Returns the order keys of the rows. */
function writeSheet(doc: Y.Doc, sheet: Sheet, order: string): readonly string[] {
  const cells = doc.getMap<string>(CELLS);
  const own: Record<string, string> = {
    [OWN.kind]: sheet.kind,
    [OWN.order]: order,
    [OWN.form]: sheet.form,
    [OWN.title]: sheet.title,
    [OWN.number]: sheet.number,
    [OWN.path]: JSON.stringify(sheet.path),
    [OWN.columns]: JSON.stringify(sheet.columns),
    [OWN.note]: sheet.note
  };
  for (const [name, text] of Object.entries(own)) cells.set(keyOf(sheet.id, name), text);
  for (const [field, text] of Object.entries(sheet.fields)) {
    if (isProse(sheet.kind, field)) doc.getText(proseName(sheet.id, field)).insert(0, text);
    else cells.set(keyOf(sheet.id, field), text);
  }
  const orders = firstOrderKeys(sheet.rows.length);
  sheet.rows.forEach((row, index) => writeRow(cells, row, sheet.id, orders[index]!));
  return orders;
}

function writeRow(cells: Y.Map<string>, row: Row, sheet: string, order: string): void {
  cells.set(keyOf(row.id, OWN.sheetOfRow), sheet);
  cells.set(keyOf(row.id, OWN.order), order);
  for (const [column, text] of Object.entries(row.cells)) {
    if (text !== '') cells.set(keyOf(row.id, column), text);
  }
}
