import { expect, it } from 'vitest';
import { createRateLimit } from '#server/rate.ts';
import { runServer } from './running.ts';

it('lets an address ask 120 times at once and then twice a second, whatever others do', () => {
  let now = 0;
  const mayAsk = createRateLimit(() => now);
  const answers = Array.from({ length: 121 }, () => mayAsk('10.0.0.1'));
  expect(answers.indexOf(false)).toBe(120);
  expect(mayAsk('10.0.0.2')).toBe(true);
  now = 1000;
  expect([1, 2, 3].map(() => mayAsk('10.0.0.1'))).toEqual([true, true, false]);
  now = 3_600_000;
  expect(Array.from({ length: 121 }, () => mayAsk('10.0.0.1')).indexOf(false)).toBe(120);
});

it('stands before everything the interface does', async () => {
  const { origin } = await runServer();
  const ask = async () => (await fetch(`${origin}/api/open`, { method: 'POST' })).status;
  const statuses: number[] = [];
  for (let count = 0; count < 130; count++) statuses.push(await ask());
  expect(statuses[0]).toBe(415);
  expect(statuses.at(-1)).toBe(429);
});
