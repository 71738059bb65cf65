import { expect, it } from 'vitest';
import { sendMutations } from '#tests/server/mutating.ts';
import { printedSeed, seeded } from '#tests/server/random.ts';
import { silenceLibraries } from '#tests/server/silence.ts';

it('keeps a document readable through 20,000 mutated updates', async () => {
  silenceLibraries();
  const result = await sendMutations(20_000, seeded(printedSeed('mutated updates')));
  console.info(`20,000 mutated updates: ${result.refused} refused`);
  expect(result).toMatchObject({ readable: true, kept: true });
}, 900_000);
