import { expect, it } from 'vitest';
import { killWhileWriting } from './killing.ts';
import { printedSeed, seeded } from './random.ts';

it('loses nothing it acknowledged when it is killed at any moment', async () => {
  const { acknowledged, lost } = await killWhileWriting(8, seeded(printedSeed('killed server')));
  expect(acknowledged).toBeGreaterThan(0);
  expect(lost).toEqual([]);
}, 60_000);
