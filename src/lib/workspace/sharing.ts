import type { Sharing } from '#lib/storage/catalogue.ts';
import {
  formatSyncLink,
  linkToken,
  newOwnerKey,
  ownerToken,
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
  type SharingFailure
} from '#lib/sync/sharing.ts';
import type { Cabinet } from './cabinet.svelte.ts';
import type { OpenWorkbook } from './open-workbook.svelte.ts';

/** A link as the share dialog lists it; `address` only where it was made on this device. */
export interface OwnedLink extends ListedLink {
  readonly address: string | null;
}

export type { LinkRole, SharingFailure };

const OWNER = ownerToken('');

/**
 * Makes a sync link of an open workbook; the first one shares it: the device claims the workbook
 * on the server of this page and connects.
 */
export async function shareByLink(
  cabinet: Cabinet,
  opened: OpenWorkbook,
  wish: { readonly role: LinkRole; readonly label: string; readonly expires: number | null }
): Promise<{ ok: true; address: string } | { ok: false; reason: SharingFailure }> {
  const ownerKey = ownerKeyOf(opened.sharing) ?? newOwnerKey();
  const owner = { workbook: opened.id, ownerKey };
  const claimed = await claim(location.origin, owner);
  if (!claimed.ok) return claimed;
  const made = await createLink(location.origin, owner, wish);
  if (!made.ok) return made;
  const { linkId: id, secret } = made.link;
  const sharing: Sharing = {
    role: 'owner',
    token: ownerToken(ownerKey),
    links: [...(opened.sharing?.links ?? []), { id, secret }]
  };
  await cabinet.catalogue.update(opened.id, { sharing });
  opened.share(sharing);
  return { ok: true, address: formatSyncLink(location.origin, made.link) };
}

/** The links of a workbook that this device owns and that are still good. */
export async function liveLinks(
  opened: OpenWorkbook
): Promise<{ ok: true; links: readonly OwnedLink[] } | { ok: false; reason: SharingFailure }> {
  const ownerKey = ownerKeyOf(opened.sharing);
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
export async function endLink(
  opened: OpenWorkbook,
  id: string
): Promise<{ ok: true } | { ok: false; reason: SharingFailure }> {
  const ownerKey = ownerKeyOf(opened.sharing);
  if (ownerKey === null) return { ok: false, reason: 'refused' };
  const stopped = await stopLink(location.origin, { workbook: opened.id, ownerKey }, id);
  return stopped.ok ? { ok: true } : stopped;
}

/** Opens a sync link, in whatever text it stands, and puts its workbook into the cabinet. */
export async function openSyncLink(
  cabinet: Cabinet,
  text: string
): Promise<{ ok: true; id: string } | { ok: false; reason: SharingFailure | 'no-link' }> {
  const link = parseSyncLink(text);
  if (!link) return { ok: false, reason: 'no-link' };
  const opened = await openLink(location.origin, link);
  if (!opened.ok) return opened;
  const sharing: Sharing = { role: opened.role, token: linkToken(link), links: [] };
  await cabinet.addShared(opened.workbook, sharing);
  return { ok: true, id: opened.workbook };
}

function ownerKeyOf(sharing: Sharing | null): string | null {
  return sharing?.token.startsWith(OWNER) ? sharing.token.slice(OWNER.length) : null;
}

function addressOf({ sharing }: OpenWorkbook, id: string): string | null {
  const known = sharing?.links.find((link) => link.id === id);
  return known ? formatSyncLink(location.origin, { linkId: id, secret: known.secret }) : null;
}
