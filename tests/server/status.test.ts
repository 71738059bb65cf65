import { expect, it } from 'vitest';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { measured, runServer } from './running.ts';

it('counts connections, documents, the journal, acknowledgements and refusals', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const writer = newReplica();
  const connection = writer.join(origin, owner.workbook, owner.token);
  await settled(connection);
  writer.cells.set('r1/target', '≥95%');
  await settled(connection);
  await fetch(`${origin}/api/claim`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' }
  });
  const counted = async (name: string) => measured(origin, `jibiao_${name}`);
  expect(await counted('connections')).toBe(1);
  expect(await counted('open_documents')).toBe(2);
  expect(await counted('documents')).toBe(1);
  expect(await counted('journal_updates')).toBe(1);
  expect(await counted('acknowledged_updates_total')).toBe(1);
  expect(await counted('refusals_total{kind="origin"}')).toBe(1);
  const { headers } = await fetch(`${origin}/metrics`);
  expect(headers.get('content-type')).toBe('text/plain; version=0.0.4');
});

it('tells of its health and counts in words of its own, and nothing of what it keeps', async () => {
  const { origin } = await runServer();
  const owner = await claimWorkbook(origin);
  const health = await fetch(`${origin}/health`);
  expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
  const text = await (await fetch(`${origin}/metrics`)).text();
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(
      /^(# TYPE jibiao_\w+ (gauge|counter)|jibiao_\w+(\{kind="[a-z]+"\})? \d+)$/
    );
  }
  expect(text).not.toContain(owner.workbook);
});
