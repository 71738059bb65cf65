import { describe, expect, it } from 'vitest';
import { resultParts, withPart } from '#lib/formulas/result-parts.ts';
import type { Results } from '#lib/model/formula/results.ts';

const results = (count: number, text: string): Results =>
  new Map(Array.from({ length: count }, (_, at) => [`r${at}/A`, text] as const));

describe('what has changed of results', () => {
  it('comes in parts, of which the last one says so', () => {
    const parts = resultParts(new Map(), results(7_000, '1'));
    expect(parts.map(({ changed, last }) => [changed.length, last])).toEqual([
      [3_000, false],
      [3_000, false],
      [1_000, true]
    ]);
  });

  it('leads from the results of before to those of now', () => {
    const before = results(7_000, '1');
    const now = new Map([...results(4_000, '2'), ['new/A', '3']]);
    expect(resultParts(before, now).reduce(withPart, before)).toEqual(now);
  });

  it('is one part where nothing has', () => {
    const before = results(3, '1');
    expect(resultParts(before, new Map(before))).toEqual([{ changed: [], gone: [], last: true }]);
  });
});
