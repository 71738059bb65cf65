import { expect, it } from 'vitest';
import { linkHash, newOwnerKey, newSyncLink, ownerHash } from '#lib/sync/link.ts';
import { createLinks } from '#server/links.ts';
import { openStore } from '#server/store.ts';
import { temporaryFolder } from './folders.ts';

const WORKBOOK = 'a'.repeat(22);

function openLinks(clock: { now: number }) {
  const links = createLinks(openStore(temporaryFolder()), () => clock.now);
  const ownerKey = newOwnerKey();
  links.claim(WORKBOOK, ownerHash(ownerKey));
  const make = (expires: number | null = null) => {
    const { linkId, secret } = newSyncLink();
    const hash = linkHash(secret);
    links.create(WORKBOOK, { id: linkId, hash, role: 'view', label: '', expires });
    return { id: linkId, secret, hash };
  };
  return { links, ownerKey, make };
}

it('knows the owner by the key, and nobody by none', () => {
  const { links, ownerKey } = openLinks({ now: 0 });
  expect(links.owns(WORKBOOK, ownerKey)).toBe(ownerHash(ownerKey));
  expect(links.owns(WORKBOOK, newOwnerKey())).toBeNull();
  expect(links.owns('b'.repeat(22), ownerKey)).toBeNull();
});

it('knows another owner once the key has been replaced', () => {
  const { links, ownerKey } = openLinks({ now: 0 });
  const next = newOwnerKey();
  expect(links.replaceOwner('b'.repeat(22), ownerHash(next))).toBe(false);
  expect(links.replaceOwner(WORKBOOK, ownerHash(next))).toBe(true);
  expect(links.owns(WORKBOOK, ownerKey)).toBeNull();
  expect(links.stillOwns(WORKBOOK, ownerHash(ownerKey))).toBe(false);
  expect(links.owns(WORKBOOK, next)).toBe(ownerHash(next));
});

it('opens until the moment it expires', () => {
  const clock = { now: 1000 };
  const { links, make } = openLinks(clock);
  const { id, secret } = make(2000);
  expect(links.open(id, secret)).toEqual({ ok: true, workbook: WORKBOOK, role: 'view' });
  expect(links.ended(id)).toBeNull();
  clock.now = 2000;
  expect(links.open(id, secret)).toEqual({ ok: false, reason: 'expired' });
  expect(links.ended(id)).toBe('expired');
});

it('stays stopped at the time it was first stopped', () => {
  const clock = { now: 1000 };
  const { links, make } = openLinks(clock);
  const { id } = make();
  expect(links.stop(WORKBOOK, id)).toBe(true);
  clock.now = 5000;
  expect(links.stop(WORKBOOK, id)).toBe(true);
  expect(links.list(WORKBOOK)).toMatchObject([{ id, stopped: 1000 }]);
});

it('stops no link of another workbook', () => {
  const { links, make } = openLinks({ now: 0 });
  const { id, secret } = make();
  expect(links.stop('b'.repeat(22), id)).toBe(false);
  expect(links.open(id, secret).ok).toBe(true);
});

it('takes no second link under an id', () => {
  const { links, make } = openLinks({ now: 0 });
  const { id, hash, secret } = make();
  const again = { id, hash: linkHash('other'), role: 'edit', label: '', expires: null } as const;
  expect(links.create('b'.repeat(22), again)).toBe(false);
  expect(links.list(WORKBOOK)).toHaveLength(1);
  expect(hash).toBe(linkHash(secret));
  expect(links.open(id, secret).ok).toBe(true);
});

it('notes when a link was last used', () => {
  const clock = { now: 100_000 };
  const { links, make } = openLinks(clock);
  const { id, secret } = make();
  expect(links.list(WORKBOOK)).toMatchObject([{ lastUsed: null }]);
  links.open(id, secret);
  expect(links.list(WORKBOOK)).toMatchObject([{ lastUsed: 100_000 }]);
});

it('holds a limited number of links for each workbook', () => {
  const { links, make } = openLinks({ now: 0 });
  for (let count = 0; count < 510; count++) make();
  expect(links.list(WORKBOOK)).toHaveLength(500);
});
