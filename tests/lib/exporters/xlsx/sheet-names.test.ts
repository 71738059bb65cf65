import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sheetNames } from '#lib/exporters/xlsx/sheet-names.ts';

it('keeps a good name, and takes out what Excel forbids', () => {
  expect(sheetNames(['正文', "'甲/乙:[1]*?'", '', 'History'])).toEqual([
    '正文',
    '甲 乙  1',
    '表',
    'History(2)'
  ]);
});

it('tells equal names apart within 31 characters', () => {
  const long = '河'.repeat(40);
  expect(sheetNames(['a', 'A', long, long])).toEqual([
    'a',
    'A(2)',
    '河'.repeat(31),
    `${'河'.repeat(28)}(2)`
  ]);
});

it('gives Excel a list that it accepts, whatever the titles', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('a', 'A', '😀'.repeat(20))
  );
  fc.assert(
    fc.property(fc.array(title), (titles) => {
      const names = sheetNames(titles);
      expect(names).toHaveLength(titles.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^(?!')[^[\]:*?/\\\p{Cc}\p{Surrogate}]{1,31}(?<!')$/u);
        expect(name.length).toBeLessThanOrEqual(31);
      }
    })
  );
});
