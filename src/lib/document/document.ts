import type * as Y from 'yjs';
import type { Author } from '#lib/model/author.ts';
import type { Conflict } from '#lib/model/conflict.ts';
import type { Change, Edit, WaiverChange } from '#lib/model/edit.ts';
import { isProse } from '#lib/model/fields.ts';
import { bindWorkbook } from '#lib/model/formula/in-workbook.ts';
import { newId } from '#lib/model/ids.ts';
import type { Origin } from '#lib/model/origin.ts';
import { fieldText, type Workbook } from '#lib/model/workbook.ts';
import { proseName } from './keys.ts';
import { Conflicts, readableConflicts } from './conflicts.ts';
import { inversesOf } from './inverse.ts';
import { appendEntry, readEntries, type LogEntry, type Step } from './log.ts';
import type { Memory } from './memory.ts';
import { Projection } from './projection.ts';
import { revert } from './prose.ts';
import { ShownWorkbook } from './shown-workbook.ts';
import { apart, boundChanges, columnRepairs } from './typed-formulas.ts';
import {
  isIn,
  settles,
  stacksOf,
  stepsToTakeBack,
  structureBack,
  textBack,
  textTarget,
  withEntry,
  writtenByOthersSince,
  type UndoStacks
} from './undo.ts';
import { wellFormed } from './well-formed.ts';
import { moveBack, textAt, writeChanges, writeWorkbook, type WrittenDocuments } from './write.ts';

export interface DocumentOptions {
  readonly id: string;
  /** The sheets, `d.<id>`. */
  readonly doc: Y.Doc;
  /** Comments and waivers, `c.<id>`. */
  readonly comments: Y.Doc;
  /** The log, `h.<id>`. */
  readonly log: Y.Doc;
  readonly author: Author;
  readonly now?: () => Date;
}

/** What everything downstream hears: one event for edits of one's own and of others. */
export interface DocumentEvent {
  readonly origin: Origin;
}

/** What came of an undo or redo. */
export type UndoResult =
  | { readonly done: true; readonly label: string; readonly changes: readonly Change[] }
  /** Nothing to take back, or somebody has changed all of it since. */
  | { readonly done: false; readonly reason: 'nothing' | 'overtaken' };

/** A workbook as shared documents: edits go in as data, an immutable Workbook comes out. */
export class WorkbookDocument {
  author: Author;
  readonly #doc: Y.Doc;
  readonly #comments: Y.Doc;
  readonly #log: Y.Doc;
  readonly #now: () => Date;
  readonly #projection: Projection;
  readonly #shown: ShownWorkbook;
  readonly #lost: Conflicts;
  #conflicts: readonly Conflict[];
  readonly #listeners = new Set<(event: DocumentEvent) => void>();
  #stacks: UndoStacks;

  /** All documents must have been loaded: their present content is where the projection starts. */
  constructor({ id, doc, comments, log, author, now = () => new Date() }: DocumentOptions) {
    this.author = author;
    this.#doc = doc;
    this.#comments = comments;
    this.#log = log;
    this.#now = now;
    this.#projection = new Projection({ doc, comments }, id);
    this.#shown = new ShownWorkbook(this.#projection);
    this.#lost = new Conflicts({ doc, comments, log });
    this.#conflicts = this.#lost.list(this.#projection.workbook);
    this.#stacks = stacksOf(readEntries(log), author.id);
    for (const one of [doc, comments, log]) one.on('afterTransaction', this.#afterTransaction);
  }

  /** Formulas in it read as the places of what they refer to are now. */
  get workbook(): Workbook {
    return this.#shown.workbook;
  }

  /** The label of the edit that an undo would take back; null where there is none. */
  get undoLabel(): string | null {
    return this.#stacks.undo.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#stacks.redo.at(-1)?.label ?? null;
  }

  /** The texts that lost against others written at the same time, until somebody settles it; oldest first. */
  get conflicts(): readonly Conflict[] {
    return readableConflicts(this.#conflicts, this.#shown);
  }

  /** Formulas as people read them now, of what memory, log and 回收站 keep with bound references. */
  get shown(): Pick<ShownWorkbook, 'text' | 'row' | 'sheet'> {
    return this.#shown;
  }

  /** The log of all edits, oldest first. Formulas in it are bound. */
  get entries(): readonly LogEntry[] {
    return readEntries(this.#log);
  }

  /** What the documents know beside the workbook: what is deleted, and where it stood. Formulas are bound. */
  get memory(): Memory {
    return this.#projection;
  }

  /** Calls the listener after every transaction that changed the workbook or its conflicts; returns how to stop. */
  subscribe(listener: (event: DocumentEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fills documents that nobody has seen yet: a template is filled in once, before the first share. */
  fill(workbook: Workbook, label: string): void {
    writeWorkbook(this.#written, bindWorkbook(wellFormed(workbook)));
    this.#record({ label, kind: 'import', steps: [] });
  }

  /** Applies an edit in one transaction, and notes it in the log with what stood there before. */
  edit(edit: Edit): void {
    if (edit.changes.length === 0) return;
    const { label, changes } = wellFormed(edit);
    const entry = this.#record({ label, kind: 'edit', steps: this.#applyTyped(changes) });
    this.#stacks = withEntry(this.#stacks, entry);
  }

  /**
   * Writes over what came after an approval, in nobody's undo: the log keeps what is written over, of prose
   * the whole text. `approval` is the step of the review that the workbook is held to.
   */
  setAside({ label, changes }: Edit, approval: string): void {
    const late = new Map(changes.flatMap((change) => this.#wholeText(change) ?? []));
    const steps = this.#applyTyped(changes).map((step) => {
      const whole = late.get(textTarget(step.change) ?? '');
      return whole ? { ...step, before: [whole] } : step;
    });
    this.#record({ label, kind: 'late', of: approval, steps });
  }

  /**
   * Applies changes to the comments alone, without a note in the log, which somebody who may only
   * comment must not write: what they did is taken back by a change of its own.
   */
  annotate(changes: readonly WaiverChange[]): void {
    this.#apply(wellFormed(changes), 'user');
  }

  /** Takes back my last edit, as far as nobody has changed since what it did. */
  undo(): UndoResult {
    return this.#takeBack(this.#stacks.undo.at(-1), 'undo');
  }

  /** Does again what I took back last. */
  redo(): UndoResult {
    return this.#takeBack(this.#stacks.redo.at(-1), 'redo');
  }

  /** Stops listening to the documents; they themselves belong to whoever made them. */
  close(): void {
    for (const one of [this.#doc, this.#comments, this.#log]) {
      one.off('afterTransaction', this.#afterTransaction);
    }
    this.#listeners.clear();
  }

  get #written(): WrittenDocuments {
    return { doc: this.#doc, comments: this.#comments };
  }

  #takeBack(taken: LogEntry | undefined, kind: 'undo' | 'redo'): UndoResult {
    if (!taken) return { done: false, reason: 'nothing' };
    const steps = this.#doc.transact((open) => this.#stepsBack(taken, open), 'undo');
    const entry = this.#record({ label: taken.label, kind, of: taken.id, steps });
    this.#stacks = withEntry(this.#stacks, entry);
    const changes = steps.map(({ change }) => change);
    return changes.length > 0
      ? { done: true, label: taken.label, changes }
      : { done: false, reason: 'overtaken' };
  }

  /** Takes the steps of an entry back within the open transaction. */
  #stepsBack(entry: LogEntry, open: Y.Transaction): Step[] {
    const theirs = writtenByOthersSince(this.entries, entry);
    const done: Step[] = [];
    for (const step of stepsToTakeBack(entry)) {
      const key = textTarget(step.change);
      // A text that somebody has written over since has been seen: its conflict stays settled.
      if (settles(step) && done.length === 0 && !entry.steps.every(settles)) continue;
      if (step.splices) {
        const prose = this.#proseBack(step);
        if (prose) done.push(prose);
      } else if (step.moved) {
        const moved = moveBack(this.#doc, step.moved, (row) => isIn(theirs, row));
        const change = step.before[0] ?? step.change;
        if (moved.length > 0) done.push({ change, before: [step.change], moved });
      } else if (key !== null) {
        const changes = textBack(step, textAt(this.#doc, key), theirs.has(key));
        done.push(...this.#apply(changes, 'undo'));
      } else {
        // What later steps did has been taken back by now, and this one may rest on it.
        this.#projection.update(open);
        done.push(...this.#apply(structureBack(this.#projection, step, theirs), 'undo'));
      }
    }
    return done;
  }

  #proseBack({ change, splices = [] }: Step): Step | null {
    if (change.do !== 'field') return null;
    const shared = this.#doc.getText(proseName(change.sheet, change.field));
    const reverted = [...splices].reverse().flatMap((splice) => revert(shared, splice) ?? []);
    if (reverted.length === 0) return null;
    return { change: { ...change, text: shared.toString() }, before: [], splices: reverted };
  }

  /** Applies changes as people make them: formulas in them are bound to what stands there after the rest. */
  #applyTyped(typed: readonly Change[]): Step[] {
    const { rest, formulas } = apart(typed);
    const plain = [...columnRepairs(this.#projection, rest), ...rest];
    if (formulas.length === 0) return this.#apply(plain, 'user');
    return this.#doc.transact((open) => {
      const steps = this.#apply(plain, 'user');
      this.#projection.update(open);
      return [...steps, ...this.#apply(boundChanges(this.#projection, formulas), 'user')];
    }, 'user');
  }

  #apply(changes: readonly Change[], origin: Origin): Step[] {
    const inverses = inversesOf(this.#projection, changes);
    const write = () => writeChanges(this.#written, this.#projection, changes);
    const traces = this.#doc.transact(() => this.#comments.transact(write, origin), origin);
    return changes.map((change, index) => ({
      change: traces[index]!.splices ? { ...(change as FieldChange), text: '' } : change,
      before: inverses[index]!,
      ...traces[index]
    }));
  }

  /** The key of a prose field and the change that writes its present text; null for other changes. */
  #wholeText(change: Change): [readonly [string, Change]] | null {
    const sheet = change.do === 'field' ? this.memory.sheetAt(change.sheet) : null;
    if (change.do !== 'field' || !sheet || !isProse(sheet.kind, change.field)) return null;
    return [[textTarget(change)!, { ...change, text: fieldText(sheet, change.field) }]];
  }

  #record(what: Pick<LogEntry, 'label' | 'kind' | 'of' | 'steps'>): LogEntry {
    const entry = { id: newId(), by: this.author, at: this.#now().toISOString(), ...what };
    appendEntry(this.#log, entry);
    return entry;
  }

  #afterTransaction = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return;
    const changesWorkbook = transaction.doc !== this.#log && this.#projection.update(transaction);
    const mayConflict = this.#lost.update(transaction);
    if (mayConflict) this.#conflicts = this.#lost.list(this.#projection.workbook);
    if (!changesWorkbook && !mayConflict) return;
    const origin = originOf(transaction);
    for (const listener of this.#listeners) listener({ origin });
  };
}

type FieldChange = Extract<Change, { do: 'field' }>;

const OWN_ORIGINS: readonly unknown[] = ['user', 'undo', 'import', 'storage', 'tab'];

/** Whatever does not name itself came over the network: providers use themselves as the origin. */
function originOf({ origin }: Y.Transaction): Origin {
  return OWN_ORIGINS.includes(origin) ? (origin as Origin) : 'network';
}
