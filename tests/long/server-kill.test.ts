import { expect, it } from 'vitest';
import { killWhileWriting } from '#tests/server/killing.ts';
import { printedSeed, seeded } from '#tests/server/random.ts';

it('loses nothing it acknowledged when it is killed at 200 random moments', async () => {
  const { acknowledged, lost } = await killWhileWriting(200, seeded(printedSeed('killed server')));
  console.info(`200 moments, ${acknowledged} acknowledged edits, ${lost.length} lost`);
  expect(acknowledged).toBeGreaterThan(200);
  expect(lost).toEqual([]);
}, 900_000);
