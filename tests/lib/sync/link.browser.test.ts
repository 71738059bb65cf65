import { expect, it } from 'vitest';
import { linkHash, newSyncLink, ownerHash } from '#lib/sync/link.ts';

it('hashes in a browser as the server does', async () => {
  const { secret } = newSyncLink();
  for (const [hash, text] of [
    [linkHash(secret), `link-v1${secret}`],
    [ownerHash(secret), `owner-v1${secret}`]
  ] as const) {
    const expected = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const bytes = atob(hash.replaceAll('-', '+').replaceAll('_', '/'));
    expect([...bytes].map((byte) => byte.charCodeAt(0))).toEqual([...new Uint8Array(expected)]);
  }
});
