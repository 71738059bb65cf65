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
import { digestOfRow, digestOfSheet } from './content-digest.ts';
import { keyOf, splitKey, WORKBOOK } from './keys.ts';
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
    case 'late':
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
 * The texts and settings that others have written since an entry of mine, by their keys, and the
 * conflicts that they have settled. A colleague may have written there what I had written: it is
 * theirs all the same.
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
      const target = change.do === 'settle' ? change.write : textTarget(change);
      if (target !== null) written.add(target);
      const [former] = before;
      if (change.do !== 'settings' || former?.do !== 'settings') continue;
      for (const key of differingKeys(former.settings, change.settings)) written.add(key);
    }
  }
  return written;
}

/** Whether any of these keys is one of a row. */
export function isIn(keys: ReadonlySet<string>, row: string): boolean {
  return [...keys].some((key) => splitKey(key)?.entity === row);
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
 * The steps of an entry in the order in which they are taken back: the last one first, but what settled a
 * conflict after the text that it was settled with. Rows that steps in a row put in are taken back
 * together, since one by one would cost the square of their number.
 */
export function stepsToTakeBack({ steps }: LogEntry): readonly Step[] {
  const ordered: Step[] = [];
  for (const step of [...steps].reverse()) {
    const { change } = step;
    const last = ordered.at(-1)?.change;
    if (change.do === 'insert' && last?.do === 'insert') {
      const rows = [...last.rows, ...change.rows];
      ordered[ordered.length - 1] = { ...step, change: { ...change, rows } };
    } else ordered.push(step);
  }
  return [...ordered.filter((step) => !settles(step)), ...ordered.filter(settles)];
}

/** Whether a step settled a conflict or opened one again. */
export function settles({ change }: Step): boolean {
  return change.do === 'settle';
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
 * `theirs` are the settings that others have written, by their keys, and the conflicts that they have
 * settled. Moves are taken back from their traces, not from here.
 */
export function structureBack(
  projection: Projection,
  { change, before, content }: Step,
  theirs: ReadonlySet<string>
): readonly Change[] {
  const { workbook } = projection;
  switch (change.do) {
    case 'insert': {
      const untouched = change.rows.filter((row) => {
        const found = isSeen(projection, row.id) ? projection.rowAt(row.id) : null;
        return found !== null && sameCells(found, row);
      });
      return untouched.length > 0 ? [{ do: 'delete', rows: untouched.map(({ id }) => id) }] : [];
    }
    case 'delete': {
      const mine = before
        .flatMap((inverse) => (inverse.do === 'restore' ? inverse.rows : []))
        .filter((row) => projection.isDeleted(row));
      return mine.length > 0 ? [{ do: 'restore', rows: mine }] : [];
    }
    case 'restore': {
      const untouched = change.rows.filter(
        (row, at) =>
          !projection.isDeleted(row) && reads(content?.[at], digestOfRow(projection.rowAt(row)))
      );
      return untouched.length > 0 ? [{ do: 'delete', rows: untouched }] : [];
    }
    case 'insert-sheet': {
      const sheet = findSheet(workbook, change.sheet.id);
      return sheet && sameSheet(sheet, change.sheet) ? before : [];
    }
    case 'delete-sheet':
      return projection.isDeleted(change.sheet) ? before : [];
    case 'restore-sheet':
      return !projection.isDeleted(change.sheet) &&
        reads(content?.[0], digestOfSheet(projection.sheetAt(change.sheet)))
        ? before
        : [];
    case 'columns': {
      const sheet = findSheet(workbook, change.sheet);
      return sheet && sameColumns(sheet.columns, change.columns) ? before : [];
    }
    case 'waive':
      return projection.isWithdrawn(change.waiver.id) ? [] : before;
    case 'withdraw':
      return projection.isWithdrawn(change.waiver) ? before : [];
    case 'settle':
      return theirs.has(change.write) ? [] : before;
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

/** Whether a row is there, in a sheet that is there. */
function isSeen(projection: Projection, row: string): boolean {
  const sheet = projection.sheetOfRow(row);
  return sheet !== null && !projection.isDeleted(row) && !projection.isDeleted(sheet);
}

/** Whether what was brought back reads as it did then; logs of earlier versions of the program do not say how. */
function reads(then: string | undefined, now: string): boolean {
  return then === undefined || then === now;
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
