import type { Author } from '#lib/model/author.ts';
import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { digestOfRow, digestOfSheet } from './content-digest.ts';
import type { LogEntry, Step } from './log.ts';
import type { Memory } from './memory.ts';
import { sheetsOf } from './touched.ts';

/** Who did something, and when (ISO 8601, by the clock of their device). */
export interface Deed {
  readonly by: Author;
  readonly at: string;
}

/** A row or sheet that can be brought back. */
export interface DeletedThing {
  readonly id: string;
  /** The sheet, or the one that the row stood in. */
  readonly sheet: Sheet;
  /** As it is now; null where the sheet itself was deleted. */
  readonly row: Row | null;
  /** The row's place among those of its sheet that are still there, from 0; 0 for a sheet. */
  readonly at: number;
  /** Null where the log does not say. */
  readonly deleted: Deed | null;
  /** Who wrote in it without knowing that it was being deleted; null where nobody did. */
  readonly edited: Deed | null;
}

interface Found {
  deletion: (Deed & { readonly content: string | undefined; readonly position: number }) | null;
  writes: (Deed & { readonly stands: boolean; readonly position: number })[];
}

/** What is in the 回收站: sheets first, then rows, each as the log has them, deleted last first. */
export function deletedThings(
  memory: Memory,
  entries: readonly LogEntry[]
): readonly DeletedThing[] {
  const { rows, sheets } = memory.deleted;
  const found = new Map<string, Found>(
    [...rows, ...sheets].map(({ id }) => [id, { deletion: null, writes: [] }])
  );
  if (found.size === 0) return [];
  for (let position = entries.length - 1; position >= 0; position--) {
    const entry = entries[position]!;
    for (const step of entry.steps) take(found, memory, step, { entry, position });
  }
  const positions = new Map([...found].map(([id, { deletion }]) => [id, deletion?.position ?? -1]));
  const newestFirst = (a: DeletedThing, b: DeletedThing) =>
    positions.get(b.id)! - positions.get(a.id)! ||
    compare(a.sheet.id, b.sheet.id) ||
    a.at - b.at ||
    compare(memory.orderOf(a.id) ?? '', memory.orderOf(b.id) ?? '') ||
    compare(a.id, b.id);
  return [
    ...sheets
      .map((sheet) =>
        thing(found.get(sheet.id)!, digestOfSheet(sheet), { sheet, row: null, at: 0 })
      )
      .sort(newestFirst),
    ...rows
      .flatMap((row) => {
        const sheet = memory.sheetAt(memory.sheetOfRow(row.id) ?? '');
        if (!sheet) return [];
        const order = memory.orderOf(row.id) ?? '';
        const before = sheet.rows.findIndex(({ id }) => (memory.orderOf(id) ?? '') > order);
        const at = before < 0 ? sheet.rows.length : before;
        return [thing(found.get(row.id)!, digestOfRow(row), { sheet, row, at })];
      })
      .sort(newestFirst)
  ];
}

/** Takes a step in, from the newest entry to the oldest: the first deletion that is met is the last one. */
function take(
  found: ReadonlyMap<string, Found>,
  memory: Memory,
  { change, content }: Step,
  { entry: { by, at }, position }: { readonly entry: LogEntry; readonly position: number }
): void {
  const deletes = (id: string, index: number) => {
    const known = found.get(id);
    if (known) known.deletion ??= { by, at, content: content?.[index], position };
  };
  if (change.do === 'delete') change.rows.forEach(deletes);
  else if (change.do === 'delete-sheet') deletes(change.sheet, 0);
  else if (change.do !== 'restore' && change.do !== 'restore-sheet') {
    const write = { by, at, position, stands: stands(memory, change) };
    if (change.do === 'cell') found.get(change.row)?.writes.push(write);
    for (const sheet of sheetsOf(change, (row) => memory.sheetOfRow(row))) {
      found.get(sheet)?.writes.push(write);
    }
  }
}

function stands(memory: Memory, change: Step['change']): boolean {
  if (change.do === 'cell') {
    const row = memory.rowAt(change.row);
    return row !== null && cellText(row, change.column) === change.text;
  }
  if (change.do !== 'field') return false;
  const sheet = memory.sheetAt(change.sheet);
  return sheet !== null && fieldText(sheet, change.field) === change.text;
}

function thing(
  { deletion, writes }: Found,
  content: string,
  what: Pick<DeletedThing, 'sheet' | 'row' | 'at'>
): DeletedThing {
  const id = what.row?.id ?? what.sheet.id;
  const others = writes.filter(({ by }) => by.id !== deletion?.by.id);
  // Where nobody kept what was deleted, what the log has after the deletion was written without knowing of it.
  const unknowing =
    deletion?.content === undefined
      ? others.filter(({ position }) => deletion !== null && position > deletion.position)
      : deletion.content === content
        ? []
        : others;
  const edited = unknowing.find(({ stands }) => stands) ?? unknowing[0] ?? null;
  return {
    id,
    ...what,
    deleted: deletion && { by: deletion.by, at: deletion.at },
    edited: edited && { by: edited.by, at: edited.at }
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
