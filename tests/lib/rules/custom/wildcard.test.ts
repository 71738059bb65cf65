import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesWildcard } from '#lib/rules/custom/wildcard.ts';
import { PATIENCE } from '#tests/support/patience.ts';

describe('a pattern with wildcards', () => {
  it.each([
    ['河道清淤', '河道*'],
    ['河道清淤', '*清淤'],
    ['河道清淤', '*道*'],
    ['河道清淤', '河?清?'],
    ['', '*'],
    ['', ''],
    ['a.c', 'a.c'],
    ['aXbXc', 'a*b*c'],
    ['aab', '*ab']
  ])('%j matches %j', (text, pattern) => {
    expect(matchesWildcard(text, pattern)).toBe(true);
  });

  it.each([
    ['河道清淤', '河道'],
    ['河道清淤', '清淤*'],
    ['河道', '河道?'],
    ['abc', 'a.c'],
    ['', '?']
  ])('%j does not match %j', (text, pattern) => {
    expect(matchesWildcard(text, pattern)).toBe(false);
  });

  it('says what the same pattern as a regular expression says', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (text, pattern) => {
        const expression = pattern.replaceAll('?', '.').replaceAll('*', '.*');
        expect(matchesWildcard(text, pattern)).toBe(new RegExp(`^${expression}$`).test(text));
      }),
      { numRuns: 2000 }
    );
  });

  it('is done with the longest cell and the worst pattern at once', () => {
    const began = performance.now();
    expect(matchesWildcard('a'.repeat(32 * 1024), `${'*a'.repeat(99)}b`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(PATIENCE);
  });
});
