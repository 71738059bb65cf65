import { expect } from 'vitest';
import { readEntries, type LogEntry } from '#lib/document/log.ts';
import { textTarget } from '#lib/document/undo.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Row } from '#lib/model/workbook.ts';
import type { Colleague } from './colleague.ts';

/**
 * Undoes or does again as a person does it, and sees that nothing of anybody else's is gone by it: whatever
 * text it takes away was put there by this person, and last by nobody else.
 */
export function takeBack(who: Colleague, kind: 'undo' | 'redo'): void {
  const { document, author } = who;
  const before = readEntries(who.docs.h);
  const texts = textsNow(who);
  const rows = rowsNow(who);
  if (!document[kind]().done) return;
  const after = textsNow(who);
  for (const [key, text] of texts) {
    const now = after.get(key);
    if (now === undefined || now === text) continue;
    const writer = lastWriter(before, key, text);
    if (writer !== null) expect({ key, text, writer }).toMatchObject({ writer: author.id });
  }
  const remaining = rowsNow(who);
  for (const [row, cells] of rows) {
    if (remaining.has(row)) continue;
    const since = before.findLastIndex(({ by, steps }) => by.id === author.id && bring(steps, row));
    for (const column of cells) {
      const key = `${row}/${column}`;
      const text = texts.get(key)!;
      const writer = lastWriter(before, key, text);
      if (text === '' || writer === null || writer === author.id) continue;
      // What I had put in myself, and what somebody wrote before I brought the row back, may go again.
      const mine = before[since]?.steps.some(({ change }) =>
        insertsText(change, row, column, text)
      );
      const written = before.findLastIndex((entry) => writes(entry, key, text));
      // Nor is it lost where somebody has since changed it and taken that back.
      const stood = textAt(before.slice(0, since), row, column) === text;
      expect({ key, writer, written, since }).toSatisfy(() => mine || stood || written < since);
    }
  }
}

/** All texts of cells and of fields that are no prose, by their keys. */
function textsNow({ document, docs }: Colleague): Map<string, string> {
  const shown = new Set(
    document.workbook.sheets.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)])
  );
  const texts = new Map<string, string>();
  docs.d.getMap<string>('cells').forEach((text, key) => {
    const [entity = '', property = ''] = key.split('/');
    if (shown.has(entity) && !property.startsWith('_')) texts.set(key, text);
  });
  return texts;
}

function rowsNow({ document }: Colleague): Map<string, readonly string[]> {
  return new Map(
    document.workbook.sheets.flatMap(({ rows }) =>
      rows.map(({ id, cells }) => [id, Object.keys(cells)] as const)
    )
  );
}

/** Who last wrote a text at a key, by the log; null where it came with its row or sheet. */
function lastWriter(entries: readonly LogEntry[], key: string, text: string): string | null {
  return entries.findLast((entry) => writes(entry, key, text))?.by.id ?? null;
}

/** What stood in a cell after some entries; undefined where none of them speaks of it. */
function textAt(entries: readonly LogEntry[], row: string, column: string): string | undefined {
  const texts = entries.flatMap(({ steps }) =>
    steps.flatMap(({ change }) => {
      if (change.do === 'cell' && change.row === row && change.column === column) {
        return [change.text];
      }
      return insertedRows(change).flatMap(({ id, cells }) => (id === row ? [cells[column]] : []));
    })
  );
  return texts.at(-1);
}

function writes({ steps }: LogEntry, key: string, text: string): boolean {
  return steps.some(
    ({ change }) => textTarget(change) === key && 'text' in change && change.text === text
  );
}

/** Whether steps put a row in, moved it or brought it back. */
function bring(steps: LogEntry['steps'], row: string): boolean {
  return steps.some(
    ({ change }) =>
      (change.do === 'insert' && change.rows.some(({ id }) => id === row)) ||
      ((change.do === 'restore' || change.do === 'move') && change.rows.includes(row)) ||
      change.do === 'insert-sheet' ||
      change.do === 'restore-sheet'
  );
}

function insertsText(change: Change, row: string, column: string, text: string): boolean {
  return insertedRows(change).some(({ id, cells }) => id === row && cells[column] === text);
}

function insertedRows(change: Change): readonly Pick<Row, 'id' | 'cells'>[] {
  if (change.do === 'insert') return change.rows;
  return change.do === 'insert-sheet' ? change.sheet.rows : [];
}
