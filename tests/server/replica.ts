import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { newWorkbookId } from '#lib/model/ids.ts';
import { connect, syncAddress } from '#lib/sync/connection.ts';
import type { Connection } from '#lib/sync/connection.ts';
import { newOwnerKey } from '#lib/sync/link.ts';
import { linkToken, ownerToken } from '#lib/sync/token.ts';
import { claim, createLink } from '#lib/sync/sharing.ts';
import type { LinkRole, Ownership } from '#lib/sync/sharing.ts';
import { until } from './until.ts';

/** One person's documents of a workbook, with or without a connection. */
export interface Replica {
  readonly d: Y.Doc;
  readonly h: Y.Doc;
  readonly cells: Y.Map<string>;
  /** Connects, and in the end disconnects. */
  join(origin: string, workbook: string, token: string): Connection;
}

/** A person with empty documents. */
export function newReplica(): Replica {
  const [d, h] = [new Y.Doc(), new Y.Doc()];
  return {
    d,
    h,
    cells: d.getMap('cells'),
    join(origin, workbook, token) {
      const connection = connect({
        url: syncAddress(origin),
        workbook,
        documents: { d, h },
        token
      });
      onTestFinished(connection.disconnect);
      return connection;
    }
  };
}

/** A new workbook on the server, owned by the test. */
export async function claimWorkbook(origin: string): Promise<Ownership & { token: string }> {
  const owner = { workbook: newWorkbookId(), ownerKey: newOwnerKey() };
  const claimed = await claim(origin, owner);
  if (!claimed.ok) throw new Error(`claim: ${claimed.reason}`);
  return { ...owner, token: ownerToken(owner.ownerKey) };
}

/** A link of an owned workbook: its id and its token. */
export async function shareWorkbook(
  origin: string,
  owner: Ownership,
  { role = 'edit', expires = null }: { role?: LinkRole; expires?: number | null } = {}
): Promise<{ id: string; secret: string; token: string }> {
  const made = await createLink(origin, owner, { role, expires, label: '' });
  if (!made.ok) throw new Error(`link: ${made.reason}`);
  return { id: made.link.linkId, secret: made.link.secret, token: linkToken(made.link) };
}

/** Waits until the server has confirmed everything. */
export async function settled({ status }: Connection): Promise<void> {
  await until(() => status.current().state === 'connected' && status.current().pending === 0);
}
