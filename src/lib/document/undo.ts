import type { Change } from '#lib/model/edit.ts';
import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { rowWithSheet } from './inverse.ts';
import type { LogEntry, Step } from './log.ts';
import type { Projection } from './projection.ts';

/** My edits that can be taken back, and those taken back that can be done again; newest last. */
export interface UndoStacks {
  readonly undo: readonly LogEntry[];
  readonly redo: readonly LogEntry[];
}

/** More steps back than anybody remembers having made. */
const LIMIT = 200;

export const NO_STEPS: UndoStacks = { undo: [], redo: [] };

/** The stacks after one more entry of mine. A new edit ends what could be done again. */
export function withEntry(stacks: UndoStacks, entry: LogEntry): UndoStacks {
  switch (entry.kind) {
    case 'edit':
      return { undo: [...stacks.undo, entry].slice(-LIMIT), redo: [] };
    case 'undo':
      return { undo: stacks.undo.slice(0, -1), redo: [...stacks.redo, entry] };
    case 'redo':
      return { undo: [...stacks.undo, entry], redo: stacks.redo.slice(0, -1) };
    case 'import':
      return stacks;
  }
}

/** The stacks that an author's entries in a log amount to: undo survives a reload. */
export function stacksOf(entries: readonly LogEntry[], author: string): UndoStacks {
  return entries.filter(({ by }) => by.id === author).reduce(withEntry, NO_STEPS);
}

/**
 * The changes that take a step back, as far as what it did still stands. What somebody has changed
 * since is theirs and stays. Prose and moves are taken back from their traces, not from here.
 */
export function changesBack(projection: Projection, { change, before }: Step): Change[] {
  const { workbook } = projection;
  const sheetOf = (id: string) => workbook.sheets.find((sheet) => sheet.id === id);
  switch (change.do) {
    case 'cell': {
      const found = rowWithSheet(workbook, change.row);
      return found && cellText(found.row, change.column) === change.text ? [...before] : [];
    }
    case 'field': {
      const sheet = sheetOf(change.sheet);
      return sheet && fieldText(sheet, change.field) === change.text ? [...before] : [];
    }
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
    case 'sheet':
      return sheetOf(change.sheet)?.[change.property] === change.text ? [...before] : [];
    case 'insert-sheet': {
      const sheet = sheetOf(change.sheet.id);
      return sheet && sameSheet(sheet, change.sheet) ? [...before] : [];
    }
    case 'delete-sheet':
      return projection.isDeleted(change.sheet) ? [...before] : [];
    case 'restore-sheet':
      return projection.isDeleted(change.sheet) ? [] : [...before];
    case 'move':
    case 'move-sheet':
      return [];
    case 'workbook':
      return String(workbook[change.property] ?? '') === change.text ? [...before] : [];
    case 'settings':
      return JSON.stringify(workbook.settings) === JSON.stringify(change.settings)
        ? [...before]
        : [];
  }
}

/** Empty and absent cells are alike. */
function sameCells(a: Row, b: Row): boolean {
  const columns = new Set([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  return [...columns].every((column) => cellText(a, column) === cellText(b, column));
}

function sameSheet(a: Sheet, b: Sheet): boolean {
  const fields = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  return (
    a.title === b.title &&
    [...fields].every((field) => fieldText(a, field) === fieldText(b, field)) &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => row.id === b.rows[index]!.id && sameCells(row, b.rows[index]!))
  );
}
