import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { linkHash, newOwnerKey, newSyncLink } from '#lib/sync/link.ts';
import { claim, createLink, listLinks, openLink, stopLink } from '#lib/sync/sharing.ts';
import { claimWorkbook } from '#tests/server/replica.ts';
import { runServer } from '#tests/server/running.ts';

const WISH = { role: 'edit', label: '财务科', expires: null } as const;

it('makes a link that opens its workbook with its role, and lists it', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const made = await createLink(origin, owner, WISH);
  if (!made.ok) throw new Error(made.reason);
  expect(await openLink(origin, made.link)).toEqual({
    ok: true,
    workbook: owner.workbook,
    role: 'edit'
  });
  const listed = await listLinks(origin, owner);
  expect(listed).toMatchObject({
    ok: true,
    links: [{ id: made.link.linkId, ...WISH, stopped: null }]
  });
  expect(JSON.stringify(listed)).not.toContain(made.link.secret);
  expect(JSON.stringify(listed)).not.toContain('hash');
});

it('lets the first to claim a workbook own it, and only them', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const thief = { workbook: owner.workbook, ownerKey: newOwnerKey() };
  expect(await claim(origin, owner)).toEqual({ ok: true });
  expect(await claim(origin, thief)).toEqual({ ok: false, reason: 'taken' });
  for (const asked of [
    createLink(origin, thief, WISH),
    listLinks(origin, thief),
    stopLink(origin, thief, newSyncLink().linkId)
  ]) {
    expect(await asked).toEqual({ ok: false, reason: 'refused' });
  }
});

it('tells the reason only to who has the right secret', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const [stopped, expired] = [
    await createLink(origin, owner, WISH),
    await createLink(origin, owner, { ...WISH, expires: Date.now() - 1 })
  ];
  if (!stopped.ok || !expired.ok) throw new Error('no link');
  expect(await stopLink(origin, owner, stopped.link.linkId)).toEqual({ ok: true });
  const refusals = [stopped.link, expired.link, newSyncLink()].map(({ linkId }) =>
    openLink(origin, { linkId, secret: newSyncLink().secret })
  );
  for (const refusal of await Promise.all(refusals)) {
    expect(refusal).toEqual({ ok: false, reason: 'refused' });
  }
  expect(await openLink(origin, stopped.link)).toEqual({ ok: false, reason: 'stopped' });
  expect(await openLink(origin, expired.link)).toEqual({ ok: false, reason: 'expired' });
});

it('lets a link last as long as was said, also by a clock that is a year fast', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const [day, year] = [24 * 3600 * 1000, 365 * 24 * 3600 * 1000];
  const now = Date.now() + year;
  const { linkId: id, secret } = newSyncLink();
  const link = { ...WISH, id, hash: linkHash(secret), expires: now + day, now };
  await fetch(`${origin}/api/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...owner, link })
  });
  const listed = await listLinks(origin, owner);
  if (!listed.ok) throw new Error(listed.reason);
  const { expires } = listed.links[0]!;
  expect(Math.abs(expires! - Date.now() - day)).toBeLessThan(60_000);
});

it('says offline where no server answers', async () => {
  const server = await runServer();
  await server.close();
  expect(await openLink(server.origin, newSyncLink())).toEqual({ ok: false, reason: 'offline' });
});

it('says failed where something else answers', async () => {
  const other = createServer((_request, response) => response.end('<html>')).listen(0);
  onTestFinished(() => void other.close());
  const origin = `http://localhost:${(other.address() as AddressInfo).port}`;
  expect(await openLink(origin, newSyncLink())).toEqual({ ok: false, reason: 'failed' });
});
