import {
  keepVersion,
  LARGEST_VERSION,
  newestEntry,
  readVersions,
  removeVersion,
  renameVersion,
  versionContent,
  watchVersions,
  type Occasion,
  type Version
} from '#lib/document/versions.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { StoredWorkbook } from '../documents.ts';
import type { Editing } from '../editing.svelte.ts';

export type { Occasion, Version };

/** Loaded when a version is first made or read. */
const packing = () => import('./packed-workbook.ts');

/** What came of keeping a version: `too-large`, or `read-only` where the role takes no edits. */
export type KeepingResult = 'kept' | 'too-large' | 'read-only';

/** The versions of an open workbook, which travel with its log. */
export class Versions {
  readonly #stored: StoredWorkbook;
  readonly #editing: Editing;
  readonly #end: () => void;
  #list = $state.raw<readonly Version[]>([]);
  /** The versions that are being packed. */
  #keeping: Promise<unknown> = Promise.resolve();
  #newestAutomatic: Promise<KeepingResult> = Promise.resolve('kept');

  constructor(stored: StoredWorkbook, editing: Editing) {
    this.#stored = stored;
    this.#editing = editing;
    const list = () => (this.#list = readVersions(stored.log.doc));
    list();
    this.#end = watchVersions(stored.log.doc, list);
  }

  /** Newest first. */
  get list(): readonly Version[] {
    return this.#list;
  }

  /** Keeps the workbook as it is now under a name. */
  keep(name: string): Promise<KeepingResult> {
    return this.#keep(name, null);
  }

  /** Keeps the workbook as it is now, before something that changes much of it. */
  keepAutomatic(occasion: Occasion): Promise<KeepingResult> {
    this.#newestAutomatic = this.#keep('', occasion);
    return this.#newestAutomatic;
  }

  /** What came of the newest version that nobody asked for; `kept` before the first. */
  get newestAutomatic(): Promise<KeepingResult> {
    return this.#newestAutomatic;
  }

  rename(id: string, name: string): void {
    if (this.#editing.allowed) renameVersion(this.#stored.log.doc, id, name);
  }

  remove(id: string): void {
    if (this.#editing.allowed) removeVersion(this.#stored.log.doc, id);
  }

  /** The workbook as it was; null where the version is gone or cannot be read. */
  async read(id: string): Promise<Workbook | null> {
    const content = versionContent(this.#stored.log.doc, id);
    const { unpackWorkbook } = await packing();
    const workbook = content && (await unpackWorkbook(content));
    return workbook && { ...workbook, id: this.#stored.document.workbook.id };
  }

  /** Lets go of the log when no version is being packed any more. */
  async close(): Promise<void> {
    await this.#keeping;
    this.#end();
  }

  #keep(name: string, occasion: Occasion | null): Promise<KeepingResult> {
    if (!this.#editing.allowed) return Promise.resolve('read-only');
    const kept = keepMoment(this.#stored, momentOf(this.#stored), { name, occasion });
    this.#keeping = Promise.allSettled([this.#keeping, kept]);
    return kept;
  }
}

/** What a version keeps of a workbook, as it was at one moment. */
export interface Moment {
  readonly workbook: Workbook;
  readonly newest: string;
  readonly at: string;
}

/** The workbook as it is now. */
export function momentOf({ document, log }: StoredWorkbook): Moment {
  const { workbook } = document;
  return { workbook, newest: newestEntry(log.doc), at: new Date().toISOString() };
}

/** Keeps a moment of a workbook as a version in its log, signed with the author of the document. */
export async function keepMoment(
  { document, log }: StoredWorkbook,
  { workbook, ...when }: Moment,
  what: Pick<Version, 'name' | 'occasion'>
): Promise<KeepingResult> {
  const { packWorkbook } = await packing();
  const content = await packWorkbook(workbook);
  if (content.length > LARGEST_VERSION) return 'too-large';
  keepVersion(log.doc, { by: document.author, ...when, ...what }, content);
  return 'kept';
}
