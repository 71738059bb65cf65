import { expect, it } from 'vitest';
import { openLink } from '#lib/sync/sharing.ts';
import { timeGuesses } from './guessing.ts';
import { printedSeed, seeded } from './random.ts';
import { claimWorkbook, shareWorkbook } from './replica.ts';
import { refusals, runServer } from './running.ts';

it('takes as long for a link that exists as for one that does not', () => {
  const { likelihood } = timeGuesses(6000, seeded(printedSeed('guesses')));
  expect(Math.abs(likelihood - 0.5)).toBeLessThan(0.1);
});

it('answers wrong links alike, late after many, and right ones at once', async () => {
  const server = await runServer();
  const { origin } = server;
  const owner = await claimWorkbook(origin);
  const link = await shareWorkbook(origin, owner);
  const guess = (linkId: string) => openLink(origin, { linkId, secret: 'x'.repeat(43) });
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, count) => guess(count % 2 === 0 ? link.id : 'y'.repeat(12)))
  );
  const reasons = answers.map((answer) => (answer.ok ? 'opened' : answer.reason));
  expect(reasons.filter((reason) => reason === 'refused')).toHaveLength(28);
  expect(reasons.filter((reason) => reason === 'busy')).toHaveLength(4);
  expect(await refusals(server, 'guesses')).toBe(4);
  const begun = performance.now();
  const right = await openLink(origin, { linkId: link.id, secret: link.secret });
  expect(right).toMatchObject({ ok: true, workbook: owner.workbook });
  expect(performance.now() - begun).toBeLessThan(2000);
}, 15_000);
