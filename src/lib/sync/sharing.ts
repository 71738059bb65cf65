import { linkHash, newSyncLink, ownerHash } from './link.ts';
import type { SyncLink } from './link.ts';

/** 仅查看, 可批注, 可编辑. */
export type LinkRole = 'view' | 'comment' | 'edit';

/** A link as its owner sees it. Times are milliseconds since 1970, by the clock of this device. */
export interface ListedLink {
  readonly id: string;
  readonly role: LinkRole;
  readonly label: string;
  readonly created: number;
  readonly expires: number | null;
  readonly stopped: number | null;
  readonly lastUsed: number | null;
}

/**
 * Why the server did not do it: `offline` it was not reached, `refused` the secret is wrong,
 * `expired` or `stopped` the link was once good, `taken` somebody else owns the workbook, `password` the
 * server asks for one before a workbook is shared for the first time, `wrong-password` it is
 * another, `full` the server has its fill of workbooks, `busy` too many requests, `failed` the
 * server has a fault.
 */
export type SharingFailure = 'offline' | 'failed' | (typeof TOLD)[number];

export type SharingResult<Value> =
  ({ readonly ok: true } & Value) | { readonly ok: false; readonly reason: SharingFailure };

/** A workbook and the key that proves to own it. */
export interface Ownership {
  readonly workbook: string;
  readonly ownerKey: string;
}

const PATIENCE = 10_000;
const TOLD = [
  'refused',
  'expired',
  'stopped',
  'taken',
  'password',
  'wrong-password',
  'full',
  'busy'
] as const;

/**
 * Makes the key's holder the owner of a workbook on a server. Repeating it does no harm, and takes
 * no password.
 */
export function claim(
  origin: string,
  { workbook, ownerKey }: Ownership,
  password = ''
): Promise<SharingResult<unknown>> {
  return ask(origin, 'claim', {
    workbook,
    ownerHash: ownerHash(ownerKey),
    ...(password !== '' && { password })
  });
}

/**
 * Makes a link of an owned workbook. `expires` is in milliseconds since 1970, by the clock of this
 * device; `label` has up to 80 characters. The secret is made here, and only its hash is sent.
 */
export async function createLink(
  origin: string,
  owner: Ownership,
  wish: Pick<ListedLink, 'role' | 'label' | 'expires'>
): Promise<SharingResult<{ readonly link: SyncLink }>> {
  const link = newSyncLink();
  const { role, label, expires } = wish;
  const answer = await ask(origin, 'links', {
    ...owner,
    link: { id: link.linkId, hash: linkHash(link.secret), role, label, expires, now: Date.now() }
  });
  return answer.ok ? { ok: true, link } : answer;
}

/** All links of an owned workbook, the stopped ones too, oldest first. */
export async function listLinks(
  origin: string,
  owner: Ownership
): Promise<SharingResult<{ readonly links: readonly ListedLink[] }>> {
  const answer = await ask<{ readonly links: readonly ListedLink[]; readonly now: number }>(
    origin,
    'links/list',
    { ...owner }
  );
  if (!answer.ok) return answer;
  const ahead = Date.now() - answer.now;
  return { ok: true, links: answer.links.map((link) => shifted(link, ahead)) };
}

/** A link whose times are said by a clock that is ahead by so many milliseconds. */
function shifted(link: ListedLink, ahead: number): ListedLink {
  const { created, expires, stopped, lastUsed } = link;
  const by = (time: number | null) => (time === null ? null : time + ahead);
  return {
    ...link,
    created: created + ahead,
    expires: by(expires),
    stopped: by(stopped),
    lastUsed: by(lastUsed)
  };
}

/** Ends a link of an owned workbook; those connected by it are cut off within seconds. */
export function stopLink(
  origin: string,
  owner: Ownership,
  id: string
): Promise<SharingResult<unknown>> {
  return ask(origin, 'links/stop', { ...owner, id });
}

/** Which workbook a link opens, and what its holder may do there. */
export function openLink(
  origin: string,
  { linkId, secret }: SyncLink
): Promise<SharingResult<{ readonly workbook: string; readonly role: LinkRole }>> {
  return ask(origin, 'open', { linkId, secret });
}

/** The server is the one this page came from or was told to trust: what it answers is taken as agreed. */
async function ask<Value>(
  origin: string,
  question: string,
  body: Readonly<Record<string, unknown>>
): Promise<SharingResult<Value>> {
  const response = await post(`${origin}/api/${question}`, body);
  if (response === null) return { ok: false, reason: 'offline' };
  if (!isAnswer(response)) return { ok: false, reason: 'failed' };
  if (response.ok) return response as SharingResult<Value>;
  return { ok: false, reason: TOLD.find((reason) => reason === response.reason) ?? 'failed' };
}

/** The JSON that was answered, undefined where it was none, null where the server was not reached. */
async function post(address: string, body: unknown): Promise<unknown> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE)
    });
    return await response.json().catch(() => undefined);
  } catch {
    return null;
  }
}

function isAnswer(value: unknown): value is { ok: boolean; reason?: unknown } {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
