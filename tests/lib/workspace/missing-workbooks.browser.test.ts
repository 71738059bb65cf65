import { beforeEach, expect, it } from 'vitest';
import { MissingWorkbooks } from '#lib/workspace/missing-workbooks.svelte.ts';

beforeEach(() => localStorage.clear());

/** What a page that is opened knows, when it reads so many workbooks first and so many later. */
function openedWith(...counts: readonly number[]): MissingWorkbooks {
  const missing = new MissingWorkbooks();
  for (const count of counts) missing.note(count);
  return missing;
}

it('workbooks that were here and are gone at the next start are missing until that has been read', () => {
  openedWith(0, 1, 2);
  expect(openedWith(0).count).toBe(2);
  const again = openedWith(0);
  expect(again.count).toBe(2);
  again.forget();
  expect(again.count).toBe(0);
  expect(openedWith(0).count).toBe(0);
});

it('none is missing on a new device, nor where the last one was deleted here', () => {
  expect(openedWith(0).count).toBe(0);
  openedWith(1, 0);
  expect(openedWith(0).count).toBe(0);
});

it('those that were put in since are counted when they are gone in turn', () => {
  openedWith(3);
  expect(openedWith(0, 1).count).toBe(3);
  expect(openedWith(0).count).toBe(1);
});
