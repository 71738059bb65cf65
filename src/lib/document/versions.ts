import type * as Y from 'yjs';
import type { Author } from '#lib/model/author.ts';
import { ID_PATTERN, newId } from '#lib/model/ids.ts';
import { readEntries } from './log.ts';

/** The one flat map of the log that holds versions: `<id>/version` → what was kept, `<id>/name` → its name. */
const VERSIONS = 'versions';

/** So many versions are kept: above it the oldest automatic ones go first, then the oldest. */
const MOST_VERSIONS = 50;

/** The largest version that is kept, packed: workbooks of 10,000 rows have half of it. */
export const LARGEST_VERSION = 2 * 1024 * 1024;

/** All versions together stay below this, well within what the sync server takes at once. */
const LARGEST_SUM = 16 * 1024 * 1024;

/** Why a version was made without being asked for: before files, a version or a package came in. */
export type Occasion = 'adoption' | 'restoring' | 'package';

/** What is known of a version without unpacking it. */
export interface Version {
  readonly id: string;
  /** Empty while nobody has named an automatic one. */
  readonly name: string;
  readonly by: Author;
  /** ISO 8601, by the clock of the author's device. */
  readonly at: string;
  /** Null where somebody asked for it. */
  readonly occasion: Occasion | null;
  /** The newest entry of the log that it holds; empty where it holds none. */
  readonly newest: string;
}

/** What is kept of a version. */
interface Kept extends Omit<Version, 'id' | 'name'> {
  /** The packed JSON of the workbook. */
  readonly content: Uint8Array;
}

const OCCASIONS: readonly unknown[] = ['adoption', 'restoring', 'package', null];

/** The versions that a log holds, newest first in the order of the log, whatever the clocks said. */
export function readVersions(log: Y.Doc): readonly Version[] {
  const map = versionsIn(log);
  const positions = new Map(readEntries(log).map(({ id }, at) => [id, at]));
  const versions: Version[] = [];
  for (const [key, value] of map) {
    const [id = '', what] = key.split('/');
    if (what !== 'version' || !ID_PATTERN.test(id) || !isKept(value)) continue;
    const { by, at, occasion, newest } = value;
    const name = map.get(nameKey(id));
    versions.push({ id, name: typeof name === 'string' ? name : '', by, at, occasion, newest });
  }
  const position = ({ newest }: Version) => positions.get(newest) ?? -1;
  return versions.sort(
    (a, b) => position(b) - position(a) || compare(b.at, a.at) || compare(b.id, a.id)
  );
}

/** Calls the listener whenever a version has come, gone or been named; returns how to stop. */
export function watchVersions(log: Y.Doc, listener: () => void): () => void {
  const map = versionsIn(log);
  const onChange = () => listener();
  map.observe(onChange);
  return () => map.unobserve(onChange);
}

/** The packed JSON of a version; null where it is not there any more. */
export function versionContent(log: Y.Doc, id: string): Uint8Array | null {
  const value = versionsIn(log).get(versionKey(id));
  return isKept(value) ? value.content : null;
}

/** The newest entry of the log, which a version that is made now holds; empty where there is none. */
export function newestEntry(log: Y.Doc): string {
  return readEntries(log).at(-1)?.id ?? '';
}

/**
 * Keeps a version, and lets the oldest go where there are too many. Throws a RangeError where it is larger
 * than a version may be.
 */
export function keepVersion(log: Y.Doc, version: Omit<Version, 'id'>, content: Uint8Array): string {
  if (content.length > LARGEST_VERSION) {
    throw new RangeError(`a version of ${content.length} bytes, above ${LARGEST_VERSION}`);
  }
  const id = newId();
  const { name, ...kept } = version;
  log.transact(() => {
    const map = versionsIn(log);
    map.set(versionKey(id), { ...kept, content } satisfies Kept);
    map.set(nameKey(id), name);
    for (const gone of toLetGo(log)) removeVersion(log, gone);
  }, 'user');
  return id;
}

/** Names a version; one that is gone stays so. */
export function renameVersion(log: Y.Doc, id: string, name: string): void {
  const map = versionsIn(log);
  if (map.has(versionKey(id))) log.transact(() => map.set(nameKey(id), name), 'user');
}

/** Deletes a version for everybody. */
export function removeVersion(log: Y.Doc, id: string): void {
  const map = versionsIn(log);
  log.transact(() => {
    map.delete(versionKey(id));
    map.delete(nameKey(id));
  }, 'user');
}

/** The versions that are too many, or too much together: never the newest. */
function toLetGo(log: Y.Doc): readonly string[] {
  const versions = readVersions(log);
  const sizes = versions.map(({ id }) => versionContent(log, id)!.length);
  let count = versions.length;
  let sum = sizes.reduce((sum, size) => sum + size, 0);
  const oldestFirst = versions.map((version, at) => ({ version, size: sizes[at]! })).reverse();
  oldestFirst.pop();
  const automatic = oldestFirst.filter(({ version }) => version.occasion !== null);
  const asked = oldestFirst.filter(({ version }) => version.occasion === null);
  const gone: string[] = [];
  for (const { version, size } of [...automatic, ...asked]) {
    if (count <= MOST_VERSIONS && sum <= LARGEST_SUM) break;
    gone.push(version.id);
    count -= 1;
    sum -= size;
  }
  return gone;
}

function versionsIn(log: Y.Doc): Y.Map<unknown> {
  return log.getMap(VERSIONS);
}

function versionKey(id: string): string {
  return `${id}/version`;
}

function nameKey(id: string): string {
  return `${id}/name`;
}

/** Whether a value is what this code keeps: others may write the log too. */
function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { by, at, occasion, newest, content } = value as Partial<Record<keyof Kept, unknown>>;
  return (
    content instanceof Uint8Array &&
    typeof at === 'string' &&
    typeof newest === 'string' &&
    OCCASIONS.includes(occasion) &&
    typeof by === 'object' &&
    by !== null &&
    'id' in by &&
    typeof by.id === 'string' &&
    'name' in by &&
    typeof by.name === 'string'
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
