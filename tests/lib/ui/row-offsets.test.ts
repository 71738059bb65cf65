import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetsOf, rowAt } from '#lib/ui/row-offsets.ts';

test('the row at a height is the one that begins at or above it and ends below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
      fc.integer({ min: 0, max: 3000 }),
      (heights, y) => {
        const offsets = offsetsOf(heights);
        const row = rowAt(offsets, y);
        expect(offsets[row]).toBeLessThanOrEqual(y);
        if (y < offsets.at(-1)!) expect(offsets[row + 1]).toBeGreaterThan(y);
        else expect(row).toBe(heights.length - 1);
      }
    )
  );
});

test('above all rows is the first one, and where there is none too', () => {
  expect(rowAt(offsetsOf([10, 10]), -5)).toBe(0);
  expect(rowAt(offsetsOf([]), 100)).toBe(0);
});
