import { toBase64UrlEncoded } from 'lib0/buffer';
import { digest } from 'lib0/hash/sha256';
import { linkToken } from './token.ts';

/** What opens a shared workbook. Whoever holds it can open the workbook until the link is stopped. */
export interface SyncLink {
  /** 9 random bytes, base64url. */
  readonly linkId: string;
  /** 32 random bytes, base64url. */
  readonly secret: string;
}

const LINK_BYTES = 9;
const SECRET_BYTES = 32;
/** Alone, after the # of an address, or somewhere in a message that was copied whole. */
const LINK_TEXT = /(?:^|[#\s])1\.([\w-]{12})\.([\w-]{43})(?![\w-])/;
/** A new owner's link, which a command of the server prints: `<origin>/s#owner.<workbook>.<key>`. */
const OWNER_LINK = /(?:^|[#\s])owner\.([A-Za-z0-9-]{22})\.([\w-]{43})(?![\w-])/;

/** Either, with the address it stands behind where it does. */
const ANY_LINK =
  /(https?:\/\/[^\s#"'<>]*#|^|[#\s])((?:1\.[\w-]{12}|owner\.[A-Za-z0-9-]{22})\.[\w-]{43})(?![\w-])/g;

/**
 * The links in a text, an owner's too, each once: a message or a page copied whole. Those with an
 * address keep it.
 */
export function linksIn(text: string): readonly string[] {
  const found = new Map<string, string>();
  for (const [, before = '', link = ''] of text.matchAll(ANY_LINK)) {
    const address = before.startsWith('http') ? before : '';
    if (!found.has(link)) found.set(link, `${address}${link}`);
  }
  return [...found.values()];
}

/** The origin of the address that a link in a text stands behind; null where it stands alone. */
export function linkOrigin(text: string): string | null {
  const [address = ''] = linksIn(text);
  return /^https?:\/\/[^/]+/.exec(address)?.[0] ?? null;
}

/**
 * The link in a text: an address, only its part after the #, or a message around it. Null where
 * there is none.
 */
export function parseSyncLink(text: string): SyncLink | null {
  const [, linkId, secret] = LINK_TEXT.exec(text) ?? [];
  return linkId && secret ? { linkId, secret } : null;
}

/** The workbook and its owner key in the text of an owner's link. Null where there is none. */
export function parseOwnerLink(text: string): { workbook: string; ownerKey: string } | null {
  const [, workbook, ownerKey] = OWNER_LINK.exec(text) ?? [];
  return workbook && ownerKey ? { workbook, ownerKey } : null;
}

/** The address to hand out: `<origin>/s#1.<linkId>.<secret>`. The part after the # reaches no server. */
export function formatSyncLink(origin: string, link: SyncLink): string {
  return `${origin}/s#${linkToken(link)}`;
}

/** A new link that nobody knows yet. */
export function newSyncLink(): SyncLink {
  return { linkId: randomText(LINK_BYTES), secret: randomText(SECRET_BYTES) };
}

/** A new owner key: 32 random bytes, base64url. It stays on the device. */
export function newOwnerKey(): string {
  return randomText(SECRET_BYTES);
}

/** What the server keeps of a link's secret: base64url sha256 of `link-v1` and the secret. */
export function linkHash(secret: string): string {
  return sha256(`link-v1${secret}`);
}

/** What the server keeps of an owner key: base64url sha256 of `owner-v1` and the key. */
export function ownerHash(ownerKey: string): string {
  return sha256(`owner-v1${ownerKey}`);
}

/** In plain code, since crypto.subtle is missing on the http pages of an intranet. */
function sha256(text: string): string {
  return toBase64UrlEncoded(digest(new TextEncoder().encode(text)));
}

function randomText(bytes: number): string {
  return toBase64UrlEncoded(crypto.getRandomValues(new Uint8Array(bytes)));
}
