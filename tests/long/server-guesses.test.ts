import { expect, it } from 'vitest';
import { timeGuesses } from '#tests/server/guessing.ts';
import { printedSeed, seeded } from '#tests/server/random.ts';

it('tells by no difference in time, through 100,000 guesses, whether a link exists', () => {
  const timing = timeGuesses(100_000, seeded(printedSeed('guesses')));
  const [known, unknown] = [timing.known.toFixed(1), timing.unknown.toFixed(1)];
  console.info(`median ${known} µs known, ${unknown} µs unknown, likelihood ${timing.likelihood}`);
  expect(Math.abs(timing.likelihood - 0.5)).toBeLessThan(0.03);
});
