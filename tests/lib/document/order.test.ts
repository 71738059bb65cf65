import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOrderKeys, orderKeysBetween } from '#lib/document/order.ts';

const ascending = (keys: readonly string[]) =>
  keys.every((key, at) => at === 0 || keys[at - 1]! < key);

describe('order keys', () => {
  it('stand between their neighbours and in order, however often a place is used', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 5 })), { maxLength: 60 }),
        (places) => {
          let keys = firstOrderKeys(3);
          for (const [place, count] of places) {
            const at = place % (keys.length + 1);
            const made = orderKeysBetween(keys[at - 1] ?? null, keys[at] ?? null, count);
            keys = [...keys.slice(0, at), ...made, ...keys.slice(at)];
          }
          expect(ascending(keys)).toBe(true);
          expect(new Set(keys).size).toBe(keys.length);
        }
      )
    );
  });

  it('keep the blocks of two people together who insert at one place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 2, max: 30 }),
        (mine, theirs) => {
          const [before, after] = firstOrderKeys(2);
          const owned = [
            ...orderKeysBetween(before!, after!, mine).map((key) => ({ key, who: 'me' })),
            ...orderKeysBetween(before!, after!, theirs).map((key) => ({ key, who: 'them' }))
          ].sort((a, b) => (a.key < b.key ? -1 : 1));
          const changes = owned.filter(({ who }, at) => at > 0 && owned[at - 1]!.who !== who);
          expect(changes).toHaveLength(1);
        }
      )
    );
  });

  it('put what is inserted between equal keys after both', () => {
    const [key] = firstOrderKeys(1);
    const [made] = orderKeysBetween(key!, key!, 1);
    expect(made! > key!).toBe(true);
  });
});
