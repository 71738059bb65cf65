import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStatus, statusLine, STATUSES, type Device, type Told } from '#lib/ui/status-line.ts';

const TESTS = resolve(import.meta.dirname, '../..');
const REACHED = /expectStatus\(\s*(?:\w+,\s*)?'([\w-]+)'/g;

/** The states that tests wait for in a browser. */
function reachedInBrowsers(): ReadonlySet<string> {
  const files = globSync(`${TESTS}/**/*.{spec,browser.test}.ts`);
  const sources = files.map((file) => readFileSync(file, 'utf8'));
  return new Set(sources.flatMap((text) => [...text.matchAll(REACHED)].map(([, name]) => name!)));
}

const sometime = fc.date({ noInvalidDate: true });
const told: fc.Arbitrary<Told> = fc.record({
  saving: fc.oneof(
    fc.record({ state: fc.constant('saved' as const), at: fc.option(sometime) }),
    fc.record({ state: fc.constant('saving' as const), pending: fc.nat(9) }),
    fc.record({
      state: fc.constant('failed' as const),
      fault: fc.constantFrom('unavailable', 'full', 'blocked', 'damaged'),
      pending: fc.nat(9)
    })
  ),
  role: fc.constantFrom('view', 'comment', 'edit', 'owner'),
  editable: fc.boolean(),
  unlisted: fc.boolean(),
  connection: fc.record({
    status: fc.option(
      fc.record({
        state: fc.constantFrom('offline', 'connecting', 'connected', 'refused'),
        pending: fc.nat(3),
        unsure: fc.boolean(),
        trouble: fc.constantFrom(
          null,
          'slow',
          'unstored',
          'unreadable',
          'busy',
          'large',
          'older',
          'newer',
          'withheld'
        ),
        syncedAt: fc.option(sometime),
        reason: fc.constantFrom('refused', 'expired', 'stopped')
      })
    ),
    clockAhead: fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }))
  }),
  checking: fc.record({ done: fc.boolean(), unavailable: fc.boolean() })
});
const device: fc.Arbitrary<Device> = fc.record({
  online: fc.boolean(),
  persistence: fc.constantFrom('kept', 'evictable', 'unknown'),
  declined: fc.boolean()
});

describe('the status line', () => {
  it('has a test in a browser for everything that it can say', () => {
    const reached = reachedInBrowsers();
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('says everything that it can say', () => {
    const names = new Set(
      fc
        .sample(fc.tuple(told, device), { numRuns: 20_000, seed: 7 })
        .flatMap(([facts, here]) => [...statusLine(facts, here), checkStatus(facts)])
        .map((said) => said?.name)
    );
    expect(STATUSES.filter((status) => !names.has(status))).toEqual([]);
  });

  it('says 已存本机 only of what is stored, and 已同步 only of what the server has', () => {
    fc.assert(
      fc.property(told, device, (facts, here) => {
        const said = statusLine(facts, here);
        const text = said.map((one) => one.text).join(' ');
        expect(text.includes('已存本机')).toBe(facts.saving.state === 'saved');
        const { state, pending, trouble } = facts.connection.status ?? {
          state: '',
          pending: 0,
          trouble: null
        };
        if (text.includes('已同步'))
          expect([state, pending, trouble]).toEqual(['connected', 0, null]);
        expect(said.length).toBeLessThanOrEqual(3);
        expect(new Set(said.map(({ name }) => name)).size).toBe(said.length);
      })
    );
  });
});
