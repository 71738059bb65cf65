import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatSyncLink,
  linkHash,
  linkOrigin,
  linksIn,
  newOwnerKey,
  newSyncLink,
  ownerHash,
  parseOwnerLink,
  parseSyncLink
} from '#lib/sync/link.ts';

it('reads back the link it wrote, alone, without the address, or inside a message', () => {
  const link = newSyncLink();
  const address = formatSyncLink('https://jx.example.gov.cn', link);
  expect(address).toMatch(/^https:\/\/jx\.example\.gov\.cn\/s#1\.[\w-]{12}\.[\w-]{43}$/);
  const part = address.split('#')[1] ?? '';
  for (const text of [address, part, `#${part}`, `请打开 ${address} 一起填表`, ` ${part}\n`]) {
    expect(parseSyncLink(text)).toEqual(link);
  }
});

it('finds no link in a text that holds none', () => {
  const { linkId, secret } = newSyncLink();
  const wrong = [
    '',
    'https://jx.example.gov.cn/s',
    `2.${linkId}.${secret}`,
    `1.${linkId}.${secret}x`,
    `1.${linkId}.${secret.slice(1)}`,
    `https://jx.example.gov.cn/s?1.${linkId}.${secret}`
  ];
  for (const text of wrong) expect(parseSyncLink(text)).toBeNull();
});

it('reads the owner’s link that the server prints, and takes none for the other', () => {
  const owner = { workbook: 'aB3-'.padEnd(22, 'x'), ownerKey: newOwnerKey() };
  const address = `https://jx.example.gov.cn/s#owner.${owner.workbook}.${owner.ownerKey}`;
  for (const text of [address, address.split('#')[1] ?? '', `新链接 ${address}\n`]) {
    expect(parseOwnerLink(text)).toEqual(owner);
    expect(parseSyncLink(text)).toBeNull();
  }
  expect(parseOwnerLink(formatSyncLink('https://jx.example.gov.cn', newSyncLink()))).toBeNull();
  expect(parseOwnerLink(`${address}x`)).toBeNull();
});

it('finds every link of a text once, with the address it stands behind', () => {
  const [one, other] = [newSyncLink(), newSyncLink()];
  const address = formatSyncLink('https://jx.example.gov.cn:4300', one);
  const alone = formatSyncLink('', other).slice(3);
  const owner = `https://jx.example.gov.cn/s#owner.${'w'.repeat(22)}.${newOwnerKey()}`;
  const page = `<a href="${address}">打开</a> ${address}，\n${alone}\n<b>${owner}</b>`;
  expect(linksIn(page)).toEqual([address, alone, owner]);
  expect(linksIn(`请打开${address}谢谢`)).toEqual([address]);
  expect(linkOrigin(`请打开${address}谢谢`)).toBe('https://jx.example.gov.cn:4300');
  expect(linkOrigin(alone)).toBeNull();
});

it('survives any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseSyncLink(text)).toBeNull();
      expect(linksIn(text)).toEqual([]);
    })
  );
});

it('never makes the same secret twice', () => {
  const made = Array.from({ length: 100 }, () => [newSyncLink().secret, newOwnerKey()]).flat();
  expect(new Set(made).size).toBe(200);
});

it('hashes link secrets and owner keys apart, as sha256', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');
  expect(linkHash('secret')).toBe(sha256('link-v1secret'));
  expect(ownerHash('secret')).toBe(sha256('owner-v1secret'));
});
