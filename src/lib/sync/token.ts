import type { SyncLink } from './link.ts';

const OWNER = 'owner.';

/** The token that shows a link to the sync server. */
export function linkToken({ linkId, secret }: SyncLink): string {
  return `1.${linkId}.${secret}`;
}

/** The token that shows an owner key to the sync server. */
export function ownerToken(ownerKey: string): string {
  return `${OWNER}${ownerKey}`;
}

/** The owner key in a token; null where it is the token of a link. */
export function ownerKeyIn(token: string): string | null {
  return token.startsWith(OWNER) ? token.slice(OWNER.length) : null;
}
