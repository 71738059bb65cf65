import { describe, expect, it } from 'vitest';
import {
  countingIds,
  ID_PATTERN,
  newId,
  newWorkbookId,
  WORKBOOK_ID_PATTERN
} from '#lib/model/ids.ts';

describe('ids', () => {
  it('match the pattern of their kind', () => {
    for (let count = 0; count < 1000; count += 1) {
      expect(newId()).toMatch(ID_PATTERN);
      expect(newWorkbookId()).toMatch(WORKBOOK_ID_PATTERN);
    }
  });

  it('are not given twice', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('use each of the 62 letters and digits about equally often', () => {
    const text = Array.from({ length: 20_000 }, newId).join('');
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = text.length / 62;
    expect(counts.size).toBe(62);
    // Ten standard deviations: it fails by chance less than once in 10²⁰ runs.
    for (const count of counts.values()) {
      expect(Math.abs(count - expected)).toBeLessThan(10 * Math.sqrt(expected));
    }
  });

  it('can be counted instead, each source by itself', () => {
    const first = countingIds('r');
    const second = countingIds('r');
    expect([first(), first(), second()]).toEqual(['r1', 'r2', 'r1']);
    expect(countingIds()()).toMatch(ID_PATTERN);
  });

  it.each(['_o', '', '-a', 'a/b', '一', 'a'.repeat(33)])('%j is none', (text) => {
    expect(text).not.toMatch(ID_PATTERN);
  });
});
