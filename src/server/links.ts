import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** What a link lets its holder do. The owner, who also manages links, needs none. */
export type LinkRole = 'view' | 'comment' | 'edit';

/** A link as its maker sends it. `hash` is base64url sha256 of "link-v1" and the secret. */
export interface NewLink {
  readonly id: string;
  readonly hash: string;
  readonly role: LinkRole;
  readonly label: string;
  readonly expires: number | null;
}

/** A link as the owner sees it. Times are milliseconds since 1970. */
export interface ListedLink extends Omit<NewLink, 'hash'> {
  readonly created: number;
  readonly stopped: number | null;
  readonly lastUsed: number | null;
}

/** Why a link opens nothing. Without the right secret the answer is `refused`, whatever else is true. */
export type Refusal = 'refused' | 'expired' | 'stopped';

export type Opened =
  | { readonly ok: true; readonly workbook: string; readonly role: LinkRole }
  | { readonly ok: false; readonly reason: Refusal };

/** Who owns which workbook, and which links open it. */
export interface Links {
  /** Makes the holder of the key behind `ownerHash` the owner; false where somebody else is. */
  claim(workbook: string, ownerHash: string): boolean;
  /** How many workbooks have owners. */
  count(): number;
  /** The hash of the owner's key where `ownerKey` is that key, or null. */
  owns(workbook: string, ownerKey: string): string | null;
  /** Whether the key behind a hash is still the owner's. */
  stillOwns(workbook: string, ownerHash: string): boolean;
  /** Puts another owner key in the place of the one so far. False where nobody owns the workbook. */
  replaceOwner(workbook: string, ownerHash: string): boolean;
  /** False where the id is in use or the workbook has its fill of links. */
  create(workbook: string, link: NewLink): boolean;
  list(workbook: string): readonly ListedLink[];
  /** Ends a link. False where the workbook has no such link. */
  stop(workbook: string, id: string): boolean;
  open(id: string, secret: string): Opened;
  /** Why a link that was open must be closed now, or null. */
  ended(id: string): Refusal | null;
}

const LINKS_PER_WORKBOOK = 500;
const LAST_USED_STEP = 60_000;
/** Compared with where there is nothing to compare with; no secret has it. */
const DUMMY = randomBytes(32).toString('base64url');

interface Row extends ListedLink {
  readonly workbook: string;
}

/** The owners and links kept in an open store. `now` is the clock, in milliseconds since 1970. */
export function createLinks(database: DatabaseSync, now: () => number = Date.now): Links {
  const listed = 'id, role, label, created, expires, revoked AS stopped, lastUsed';
  const find = database.prepare(`SELECT ${listed}, workbook FROM link WHERE id = ?`);
  const ofWorkbook = database.prepare(
    `SELECT ${listed} FROM link WHERE workbook = ? ORDER BY created, id`
  );
  const insert = database.prepare(
    `INSERT INTO link (id, workbook, role, hash, label, created, expires)
     SELECT ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM link WHERE workbook = ?) < ?
     ON CONFLICT DO NOTHING`
  );
  const revoke = database.prepare(
    'UPDATE link SET revoked = coalesce(revoked, ?) WHERE id = ? AND workbook = ?'
  );
  const touch = database.prepare(
    'UPDATE link SET lastUsed = ? WHERE id = ? AND coalesce(lastUsed, 0) < ?'
  );
  const claimOwner = database.prepare(
    'INSERT INTO owner (workbook, hash, claimed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
  );
  const count = database.prepare('SELECT count(*) AS count FROM owner');
  const replaceOwner = database.prepare(
    'UPDATE owner SET hash = ?, claimed = ? WHERE workbook = ?'
  );
  // Found by what is guessed, not by what it is guessed for: a wrong guess finds nothing in any
  // case, while a link that exists would take longer to find than one that does not.
  const ownedBy = database.prepare('SELECT hash FROM owner WHERE hash = ? AND +workbook = ?');
  const openedBy = database.prepare('SELECT hash FROM link WHERE hash = ? AND +id = ?');

  const row = (id: string) => find.get(id) as unknown as Row | undefined;
  const isOwners = (workbook: string, hash: string) =>
    sameHash(ownedBy.get(hash, workbook)?.hash, hash);
  const end = (link: Row): Refusal | null => {
    if (link.stopped !== null) return 'stopped';
    return link.expires !== null && link.expires <= now() ? 'expired' : null;
  };

  return {
    claim(workbook, ownerHash) {
      claimOwner.run(workbook, ownerHash, now());
      return isOwners(workbook, ownerHash);
    },
    count: () => Number(count.get()?.count),
    owns(workbook, ownerKey) {
      const hash = ownerHashOfKey(ownerKey);
      return isOwners(workbook, hash) ? hash : null;
    },
    stillOwns: isOwners,
    replaceOwner: (workbook, hash) => replaceOwner.run(hash, now(), workbook).changes === 1,
    create(workbook, { id, role, hash, label, expires }) {
      const values = [id, workbook, role, hash, label, now(), expires];
      return insert.run(...values, workbook, LINKS_PER_WORKBOOK).changes === 1;
    },
    list: (workbook) => ofWorkbook.all(workbook) as unknown as ListedLink[],
    stop: (workbook, id) => revoke.run(now(), id, workbook).changes === 1,
    open(id, secret) {
      const hash = sha256(`link-v1${secret}`);
      const link = sameHash(openedBy.get(hash, id)?.hash, hash) ? row(id) : undefined;
      if (!link) return { ok: false, reason: 'refused' };
      const reason = end(link);
      if (reason) return { ok: false, reason };
      touch.run(now(), id, now() - LAST_USED_STEP);
      return { ok: true, workbook: link.workbook, role: link.role };
    },
    ended(id) {
      const link = row(id);
      return link ? end(link) : 'refused';
    }
  };
}

/** What is kept of an owner key: base64url sha256 of `owner-v1` and the key. */
export function ownerHashOfKey(ownerKey: string): string {
  return sha256(`owner-v1${ownerKey}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function sameHash(stored: unknown, given: string): boolean {
  const known = typeof stored === 'string' ? stored : DUMMY;
  return timingSafeEqual(Buffer.from(known, 'base64url'), Buffer.from(given, 'base64url'));
}
