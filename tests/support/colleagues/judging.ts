import { expect } from 'vitest';
import * as Y from 'yjs';
import { CommentList } from '#lib/document/comment-list.ts';
import { deletedThings } from '#lib/document/deleted.ts';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { LogEntry } from '#lib/document/log.ts';
import { lateEdits } from '#lib/document/late-edits.ts';
import { readReview } from '#lib/document/review-list.ts';
import { isSettled } from '#lib/document/settled.ts';
import { textTarget } from '#lib/document/undo.ts';
import { readVersions } from '#lib/document/versions.ts';
import { standingAt, type TextChange } from '#lib/model/conflict.ts';
import { KINDS, type Colleague, type Opened } from './colleague.ts';
import type { Marks } from './marks.ts';

/** Where the texts are that somebody wrote: a person sees the first four, and finds the others in 谁改的. */
export interface Found {
  shown: number;
  listed: number;
  late: number;
  deleted: number;
  past: number;
}

/** Everything that a person sees of a workbook, as plain data; empty and absent texts are alike. */
export function everythingSeen({ document, comments, docs }: Opened): unknown {
  const { workbook, conflicts, memory, entries } = document;
  const seen = {
    workbook,
    conflicts,
    deleted: deletedThings(memory, entries).map((thing) =>
      thing.row ? { ...thing, sheet: thing.sheet.id } : thing
    ),
    threads: comments.threads,
    entries,
    versions: readVersions(docs.h),
    review: readReview(docs.c),
    late: lateEdits(entries, conflicts)
  };
  return JSON.parse(
    JSON.stringify(seen, (name, value: unknown) =>
      name === 'cells' || name === 'fields' ? withoutEmpty(value as object) : value
    )
  );
}

function withoutEmpty(texts: object): object {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}

/** A device shows, after all that came bit by bit, what one shows that is started on the same documents. */
export function expectAsStartedAnew(colleague: Colleague): void {
  const docs = { d: new Y.Doc(), c: new Y.Doc(), h: new Y.Doc() };
  for (const kind of KINDS) Y.applyUpdate(docs[kind], Y.encodeStateAsUpdate(colleague.docs[kind]));
  const { d: doc, c: comments, h: log } = docs;
  const { id } = colleague.document.workbook;
  const document = new WorkbookDocument({ id, doc, comments, log, author: colleague.author });
  const anew = { document, docs, comments: new CommentList(comments) };
  expect(everythingSeen(colleague)).toEqual(everythingSeen(anew));
  const { undoLabel, redoLabel } = colleague.document;
  expect([undoLabel, redoLabel]).toEqual([document.undoLabel, document.redoLabel]);
}

/** Whether something has come that rests on what has not: started anew, a device may take more of it in. */
export function isWaiting({ docs }: Colleague): boolean {
  return KINDS.some((kind) => docs[kind].store.pendingStructs !== null);
}

/** Everybody has the same, and nobody waits for anything. */
export function expectAgreement(colleagues: readonly Colleague[]): void {
  const [seen, ...others] = colleagues.map(everythingSeen);
  for (const other of others) expect(other).toEqual(seen);
  expect(colleagues.filter(isWaiting)).toEqual([]);
}

/** Finds every text that anybody wrote; throws where one is nowhere. */
export function findTexts({ document, comments, docs }: Colleague, marks: Marks): Found {
  const { workbook, conflicts, memory, entries } = document;
  const marksOf = (value: unknown) => new Set(marks.in(JSON.stringify(value)));
  const places: readonly [keyof Found, ReadonlySet<string>][] = [
    ['shown', marksOf([workbook, comments.threads, readReview(docs.c)])],
    ['listed', marksOf(conflicts)],
    ['late', marksOf(lateEdits(entries, conflicts))],
    ['deleted', marksOf(memory.deleted)],
    ['past', marksOf(entries)]
  ];
  const found: Found = { shown: 0, listed: 0, late: 0, deleted: 0, past: 0 };
  const lost: string[] = [];
  for (const mark of marks.written) {
    const place = places.find(([, there]) => there.has(mark));
    if (place) found[place[0]] += 1;
    else lost.push(`${mark} of ${marks.authorOf(mark)}`);
  }
  expect(lost).toEqual([]);
  return found;
}

interface Written {
  readonly entry: LogEntry;
  readonly change: TextChange;
  readonly was: string | undefined;
  readonly wrote: string;
}

/**
 * A text that stands nowhere, over which nobody wrote who had it before their eyes, is among the conflicts
 * unless somebody has settled it. `unsure` are the entries of people who waited for something when they
 * wrote: where a text is taken away and the one in its place has not come, Yjs shows a blank, and takes
 * what is written over it for written by somebody who knew.
 */
export function expectNothingOverwrittenUnseen(
  { document, docs }: Colleague,
  marks: Marks,
  unsure: ReadonlySet<string>
): void {
  const listed = new Set(document.conflicts.map(({ id }) => id));
  const taken = new Set(document.entries.flatMap(({ of }) => of ?? []));
  for (const writes of writesByPlace(document.entries).values()) {
    if (writes.some(({ entry, was }) => !was && unsure.has(entry.id))) continue;
    for (const one of writes) {
      const { entry, change, wrote } = one;
      if (marks.in(change.text).length === 0) continue;
      const standing = standingAt(document.workbook, change);
      if (!standing || standing.text === change.text || taken.has(entry.id)) continue;
      const seen = writes.some((other) => other !== one && other.was === change.text);
      const again = writes.some((other) => other !== one && other.change.text === change.text);
      const twice = writes.some((other) => other !== one && other.entry === entry);
      if (seen || again || twice || isSettled(docs.c, wrote)) continue;
      expect({ unseen: change, listed: listed.has(wrote) }).toMatchObject({ listed: true });
    }
  }
}

function writesByPlace(entries: readonly LogEntry[]): ReadonlyMap<string, Written[]> {
  const places = new Map<string, Written[]>();
  for (const entry of entries) {
    for (const { change, before, wrote } of entry.steps) {
      const key = textTarget(change);
      if (key === null || wrote === undefined || !('text' in change)) continue;
      const [former] = before;
      const was = former && 'text' in former ? former.text : undefined;
      places.set(key, [...(places.get(key) ?? []), { entry, change, was, wrote }]);
    }
  }
  return places;
}

/** Who wrote in a row that somebody deleted without knowing of it is named in the 回收站. */
export function expectUnknowingEditsNamed(
  { document }: Colleague,
  seenByDeleter: ReadonlyMap<string, string>,
  marks: Marks
): void {
  for (const { id, row, deleted, edited } of deletedThings(document.memory, document.entries)) {
    const seen = deleted && seenByDeleter.get(`${deleted.by.id} ${deleted.at} ${id}`);
    if (!row || !deleted || !seen) continue;
    const known = new Set(marks.in(seen));
    const unknown = marks
      .in(JSON.stringify(row.cells))
      .filter((mark) => !known.has(mark) && marks.authorOf(mark) !== deleted.by.id);
    if (unknown.length > 0) expect({ id, unknown, edited }).not.toMatchObject({ edited: null });
  }
}
