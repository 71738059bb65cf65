import type { CatalogueEntry, Sharing } from '#lib/storage/catalogue.ts';
import {
  formatSyncLink,
  linkOrigin,
  newOwnerKey,
  parseOwnerLink,
  parseSyncLink
} from '#lib/sync/link.ts';
import {
  claim,
  createLink,
  listLinks,
  openLink,
  stopLink,
  type LinkRole,
  type ListedLink,
  type Ownership,
  type SharingFailure
} from '#lib/sync/sharing.ts';
import { linkToken, ownerKeyIn, ownerToken } from '#lib/sync/token.ts';
import type { Cabinet } from './cabinet.svelte.ts';
import type { OpenWorkbook } from './open-workbook.svelte.ts';

/** A link as the share dialog lists it; `address` only where it was made on this device. */
export interface OwnedLink extends ListedLink {
  readonly address: string | null;
}

export type { LinkRole };

/**
 * Why sharing did not work: `unkept` this device could not note it, `elsewhere` the link names another
 * server, and this one does not know it.
 */
export type SharingFault = SharingFailure | 'no-link' | 'unkept' | 'elsewhere';

/** The setting of this device under which it remembers what the server asks for before sharing. */
const PASSWORD = 'claim-password';

/** What the server says of a link that opens nothing any more. */
const ENDED: readonly SharingFailure[] = ['refused', 'expired', 'stopped'];

type Outcome<Value> = ({ ok: true } & Value) | { ok: false; reason: SharingFault };

/**
 * Makes a sync link of an open workbook; the first one shares it: the device claims the workbook
 * on the server of this page and connects. The key is kept before it is sent, so that a claim that
 * is not answered can be repeated, here or in another window. A password that the server has taken is
 * remembered for the next workbook.
 *
 * @param password what the server asks for, where it was refused without
 */
export async function shareByLink(
  cabinet: Cabinet,
  opened: OpenWorkbook,
  wish: { readonly role: LinkRole; readonly label: string; readonly expires: number | null },
  password = ''
): Promise<Outcome<{ address: string }>> {
  const keyed = await noted(cabinet, opened.id, (entry) => ({
    ownerKey: entry.ownerKey || ownerKeyOf(entry.sharing) || newOwnerKey()
  }));
  if (!keyed) return { ok: false, reason: 'unkept' };
  const { ownerKey } = keyed;
  const owner = { workbook: opened.id, ownerKey };
  const claimed = await claim(location.origin, owner, password || (await knownPassword(cabinet)));
  if (!claimed.ok) return claimed;
  // Where the device cannot keep it, it is asked for again.
  if (password !== '') {
    await cabinet.catalogue.setSetting(PASSWORD, password).catch(() => undefined);
  }
  const made = await createLink(location.origin, owner, wish);
  if (!made.ok) return made;
  const { linkId: id, secret } = made.link;
  const linked = await noted(cabinet, opened.id, ({ sharing }) => ({
    sharing: {
      role: 'owner',
      token: ownerToken(ownerKey),
      links: [...(sharing?.links ?? []), { id, secret }]
    }
  }));
  if (!linked?.sharing) return { ok: false, reason: 'unkept' };
  opened.connection.share(linked.sharing);
  return { ok: true, address: formatSyncLink(location.origin, made.link) };
}

function knownPassword({ catalogue }: Cabinet): Promise<string> {
  return catalogue.setting(PASSWORD).catch(() => '');
}

/** The links of a workbook that this device owns and that are still good. */
export async function liveLinks(
  opened: OpenWorkbook
): Promise<Outcome<{ links: readonly OwnedLink[] }>> {
  const ownerKey = ownerKeyOf(opened.connection.sharing);
  if (ownerKey === null) return { ok: true, links: [] };
  const listed = await listLinks(location.origin, { workbook: opened.id, ownerKey });
  if (!listed.ok) return listed;
  const now = Date.now();
  const live = listed.links.filter(
    ({ stopped, expires }) => stopped === null && (expires === null || expires > now)
  );
  return {
    ok: true,
    links: live.map((link) => ({ ...link, address: addressOf(opened, link.id) }))
  };
}

/** Stops a link of a workbook that this device owns. */
export async function endLink(opened: OpenWorkbook, id: string): Promise<Outcome<unknown>> {
  const ownerKey = ownerKeyOf(opened.connection.sharing);
  if (ownerKey === null) return { ok: false, reason: 'refused' };
  const stopped = await stopLink(location.origin, { workbook: opened.id, ownerKey }, id);
  return stopped.ok ? { ok: true } : stopped;
}

/**
 * Opens a sync link, in whatever text it stands, and puts its workbook into the cabinet, in the role
 * that the server answers. Where another link allows more, that one stays while it is good.
 */
export async function openSyncLink(
  cabinet: Cabinet,
  text: string
): Promise<Outcome<{ id: string }>> {
  const owner = parseOwnerLink(text);
  if (owner) return takeOver(cabinet, owner);
  const link = parseSyncLink(text);
  if (!link) return { ok: false, reason: 'no-link' };
  const opened = await openLink(location.origin, link);
  if (!opened.ok) {
    // One server may have several names: only one that refuses is the wrong one.
    const elsewhere = opened.reason === 'refused' && isElsewhere(text);
    return { ok: false, reason: elsewhere ? 'elsewhere' : opened.reason };
  }
  const sharing: Sharing = { role: opened.role, token: linkToken(link), links: [] };
  const ended = await endedToken(cabinet, opened.workbook);
  const added = await cabinet.addShared(opened.workbook, sharing, ended);
  return added.ok ? added : { ok: false, reason: 'unkept' };
}

function isElsewhere(text: string): boolean {
  const origin = linkOrigin(text);
  return origin !== null && origin !== location.origin;
}

/** Owns a workbook by a key that the server has been given anew; what is known of its links stays. */
async function takeOver(cabinet: Cabinet, owner: Ownership): Promise<Outcome<{ id: string }>> {
  const { workbook, ownerKey } = owner;
  const good = await listLinks(location.origin, owner);
  if (!good.ok) return good;
  const known = (await cabinet.catalogue.get(workbook).catch(() => undefined))?.sharing;
  const sharing: Sharing = {
    role: 'owner',
    token: ownerToken(ownerKey),
    links: known?.links ?? []
  };
  const added = await cabinet.addShared(workbook, sharing, known?.token);
  const keyed = added.ok && (await noted(cabinet, workbook, () => ({ ownerKey })));
  return keyed ? { ok: true, id: workbook } : { ok: false, reason: 'unkept' };
}

/** The token of the link that a workbook was opened by, where it is good no longer; null otherwise. */
async function endedToken({ catalogue }: Cabinet, id: string): Promise<string | null> {
  const { token = '' } = (await catalogue.get(id).catch(() => undefined))?.sharing ?? {};
  const link = parseSyncLink(token);
  if (!link) return null;
  const known = await openLink(location.origin, link);
  return !known.ok && ENDED.includes(known.reason) ? token : null;
}

/** The changed entry; null where the device could not keep it. */
async function noted(
  { catalogue }: Cabinet,
  id: string,
  changesOf: (entry: CatalogueEntry) => Partial<CatalogueEntry>
): Promise<CatalogueEntry | null> {
  try {
    return (await catalogue.change(id, changesOf)) ?? null;
  } catch {
    return null;
  }
}

function ownerKeyOf(sharing: Sharing | null): string | null {
  return sharing && ownerKeyIn(sharing.token);
}

function addressOf({ connection }: OpenWorkbook, id: string): string | null {
  const known = connection.sharing?.links.find((link) => link.id === id);
  return known ? formatSyncLink(location.origin, { linkId: id, secret: known.secret }) : null;
}
