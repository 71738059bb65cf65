import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptSelection, type Selected } from '#lib/grid/kept-selection.ts';

const cell = (line: number) => ({ line, column: 0 });

/** What is selected of rows written as `ab[c*d]e`: c and d, and c is typed into. */
function selectionOf(rows: string): { ids: string[]; selected: Selected } {
  const bare = rows.replace('*', '');
  const from = bare.indexOf('[');
  const to = bare.indexOf(']') - 2;
  const typed = rows.replace(/[[\]]/g, '').indexOf('*') - 1;
  const ids = [...bare.replace(/[[\]]/g, '')];
  return { ids, selected: { from: cell(from), to: cell(to), cell: cell(typed) } };
}

/** The rows after a change with what is selected of them then, written the same way. */
function kept(before: string, after: string): string {
  const { ids, selected } = selectionOf(before);
  const now = keptSelection(ids, [...after], selected);
  if (!now) return after;
  return [...after]
    .map((id, at) => {
      const begins = at === Math.min(now.from.line, now.to.line) ? '[' : '';
      const ends = at === Math.max(now.from.line, now.to.line) ? ']' : '';
      return `${begins}${id}${at === now.cell.line ? '*' : ''}${ends}`;
    })
    .join('');
}

describe('what is selected', () => {
  it.each([
    ['goes with its row', 'ab[c*]d', 'xyabcd', 'xyab[c*]d'],
    ['goes with its row that is moved', 'ab[c*]d', 'cabd', '[c*]abd'],
    ['keeps its rows when rows above are deleted', 'ab[c*de]f', 'cdef', '[c*de]f'],
    ['loses the rows within it that are deleted', 'a[bc*de]f', 'acef', 'a[c*e]f'],
    ['takes in what is put between its rows', 'a[b*c]d', 'abxcd', 'a[b*xc]d'],
    ['leaves out what is put beside it', 'a[b*c]d', 'axbcyd', 'ax[b*c]yd'],
    ['loses the row that is moved away', 'a[b*c]def', 'abdefc', 'a[b*]defc'],
    ['never takes in rows that were outside', 'a[b*c]def', 'abefcd', 'a[b*]efcd'],
    ['comes to the nearest selected row', 'a[bc*d]e', 'abde', 'a[bd*]e'],
    ['comes to the row that follows', 'ab[c*]de', 'abde', 'ab[d*]e'],
    ['comes to the last row', 'ab[c*]', 'ab', 'a[b*]'],
    ['stays a whole column', '[a*bc]', 'xabcy', '[xa*bcy]']
  ])('%s', (_name, before, after, expected) => {
    expect(kept(before, after)).toBe(expected);
  });

  it('is nothing where no row is left', () => {
    const { ids, selected } = selectionOf('a[b*]c');
    expect(keptSelection(ids, [], selected)).toBeNull();
  });

  it('keeps the row that is typed into, and takes in no row that was outside, whatever happens', () => {
    const rows = fc.uniqueArray(fc.nat(30).map(String), { minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(rows, rows, fc.nat(), fc.nat(), fc.nat(), (before, after, a, b, c) => {
        const [from, to] = [a % before.length, b % before.length];
        const [first, last] = [Math.min(from, to), Math.max(from, to)];
        const typed = first + (c % (last - first + 1));
        fc.pre(last - first + 1 < before.length);
        const selected = { from: cell(from), to: cell(to), cell: cell(typed) };
        const now = keptSelection(before, after, selected)!;
        const chosen = before.slice(first, last + 1);
        const top = Math.min(now.from.line, now.to.line);
        const bottom = Math.max(now.from.line, now.to.line);
        expect(now.cell.line).toBeGreaterThanOrEqual(top);
        expect(now.cell.line).toBeLessThanOrEqual(bottom);
        if (after.includes(before[typed]!)) expect(after[now.cell.line]).toBe(before[typed]);
        const foreign = before.filter((id) => !chosen.includes(id));
        const taken = after.slice(top, bottom + 1);
        if (chosen.some((id) => after.includes(id))) {
          expect(taken.filter((id) => foreign.includes(id))).toEqual([]);
        } else {
          expect(taken).toHaveLength(1);
        }
      })
    );
  });
});
