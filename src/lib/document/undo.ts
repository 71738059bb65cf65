import type { TextChange } from '#lib/model/conflict.ts';
import type { Change } from '#lib/model/edit.ts';
import {
  cellText,
  fieldText,
  findSheet,
  type Column,
  type Row,
  type Sheet
} from '#lib/model/workbook.ts';
import { rowWithSheet } from './inverse.ts';
import { keyOf, WORKBOOK } from './keys.ts';
import type { LogEntry, Step } from './log.ts';
import type { Projection } from './projection.ts';
import { differingKeys, settingsBack } from './settings.ts';

/** My edits that can be taken back, and those taken back that can be done again; newest last. */
export interface UndoStacks {
  readonly undo: readonly LogEntry[];
  readonly redo: readonly LogEntry[];
}

/** More steps back than anybody remembers having made. */
const LIMIT = 200;

const NO_STEPS: UndoStacks = { undo: [], redo: [] };

/** The stacks after one more entry of mine. A new edit ends what could be done again. */
export function withEntry(stacks: UndoStacks, entry: LogEntry): UndoStacks {
  switch (entry.kind) {
    case 'edit':
      return { undo: [...stacks.undo, entry].slice(-LIMIT), redo: [] };
    case 'undo':
      return { undo: without(stacks.undo, entry.of), redo: [...stacks.redo, entry] };
    case 'redo':
      return { undo: [...stacks.undo, entry], redo: without(stacks.redo, entry.of) };
    case 'import':
      return stacks;
  }
}

/** The stacks that an author's entries in a log amount to: undo survives a reload. */
export function stacksOf(entries: readonly LogEntry[], author: string): UndoStacks {
  return entries.filter(({ by }) => by.id === author).reduce(withEntry, NO_STEPS);
}

/** By id and not the newest: another window of the same device may have been quicker. */
function without(stack: readonly LogEntry[], id: string | undefined): readonly LogEntry[] {
  return stack.filter((entry) => entry.id !== id);
}

/**
 * The texts and settings that others have written since an entry of mine, by their keys. A
 * colleague may have written there what I had written: it is theirs all the same.
 */
export function writtenByOthersSince(
  entries: readonly LogEntry[],
  mine: LogEntry
): ReadonlySet<string> {
  const written = new Set<string>();
  for (let at = entries.length - 1; at >= 0 && entries[at]!.id !== mine.id; at--) {
    const { by, steps } = entries[at]!;
    if (by.id === mine.by.id) continue;
    for (const { change, before } of steps) {
      const target = textTarget(change);
      if (target !== null) written.add(target);
      const [former] = before;
      if (change.do !== 'settings' || former?.do !== 'settings') continue;
      for (const key of differingKeys(former.settings, change.settings)) written.add(key);
    }
  }
  return written;
}

/** The key of the text that a change sets; null for changes that bring or take rows and sheets. */
export function textTarget(change: Change): string | null {
  switch (change.do) {
    case 'cell':
      return keyOf(change.row, change.column);
    case 'field':
      return keyOf(change.sheet, change.field);
    case 'sheet':
      return keyOf(change.sheet, `_${change.property}`);
    case 'workbook':
      return keyOf(WORKBOOK, `_${change.property}`);
    default:
      return null;
  }
}

/**
 * The changes that take a step back which set a text, where that text still stands (`present` is
 * the text at its key) and nobody else has written it. Prose is taken back from its splices.
 */
export function textBack(
  { change, before }: Step,
  present: string,
  writtenByOthers: boolean
): readonly Change[] {
  return writtenByOthers || present !== (change as TextChange).text ? [] : before;
}

/**
 * The changes that take a step back which brought or took rows or sheets, as far as what it did
 * still stands, or that changed settings. What somebody has changed since is theirs and stays:
 * `theirs` are the settings that others have written, by their keys. Moves are taken back from
 * their traces, not from here.
 */
export function structureBack(
  projection: Projection,
  { change, before }: Step,
  theirs: ReadonlySet<string>
): readonly Change[] {
  const { workbook } = projection;
  switch (change.do) {
    case 'insert': {
      const untouched = change.rows.filter((row) => {
        const found = rowWithSheet(workbook, row.id);
        return found !== null && sameCells(found.row, row);
      });
      return untouched.length > 0 ? [{ do: 'delete', rows: untouched.map(({ id }) => id) }] : [];
    }
    case 'delete':
    case 'restore': {
      const wanted = change.do === 'delete';
      const mine = before
        .flatMap((inverse) => ('rows' in inverse ? (inverse.rows as readonly string[]) : []))
        .filter((row) => projection.isDeleted(row) === wanted);
      return mine.length > 0 ? [{ do: wanted ? 'restore' : 'delete', rows: mine }] : [];
    }
    case 'insert-sheet': {
      const sheet = findSheet(workbook, change.sheet.id);
      return sheet && sameSheet(sheet, change.sheet) ? before : [];
    }
    case 'delete-sheet':
      return projection.isDeleted(change.sheet) ? before : [];
    case 'restore-sheet':
      return projection.isDeleted(change.sheet) ? [] : before;
    case 'columns': {
      const sheet = findSheet(workbook, change.sheet);
      return sheet && sameColumns(sheet.columns, change.columns) ? before : [];
    }
    case 'waive':
      return projection.isWithdrawn(change.waiver.id) ? [] : before;
    case 'withdraw':
      return projection.isWithdrawn(change.waiver) ? before : [];
    case 'settle':
      return before;
    case 'settings': {
      const [former] = before;
      if (former?.do !== 'settings') return [];
      const settings = settingsBack(workbook.settings, former.settings, change.settings, theirs);
      return settings ? [{ do: 'settings', settings }] : [];
    }
    default:
      return [];
  }
}

/** Empty and absent cells are alike. */
function sameCells(a: Row, b: Row): boolean {
  const columns = new Set([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  return [...columns].every((column) => cellText(a, column) === cellText(b, column));
}

function sameColumns(a: readonly Column[], b: readonly Column[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, title }, index) => id === b[index]!.id && title === b[index]!.title)
  );
}

function sameSheet(a: Sheet, b: Sheet): boolean {
  const fields = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  return (
    a.title === b.title &&
    a.note === b.note &&
    sameColumns(a.columns, b.columns) &&
    [...fields].every((field) => fieldText(a, field) === fieldText(b, field)) &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => row.id === b.rows[index]!.id && sameCells(row, b.rows[index]!))
  );
}
