import { expect, it } from 'vitest';
import { endWhileWriting } from '#tests/server/ending.ts';
import { printedSeed, seeded } from '#tests/server/random.ts';

it('loses nothing it acknowledged when it is killed at 200 random moments', async () => {
  const random = seeded(printedSeed('killed server'));
  const { acknowledged, lost } = await endWhileWriting('SIGKILL', 200, random);
  console.info(`200 moments, ${acknowledged} acknowledged edits, ${lost.length} lost`);
  expect(acknowledged).toBeGreaterThan(200);
  expect(lost).toEqual([]);
}, 900_000);
