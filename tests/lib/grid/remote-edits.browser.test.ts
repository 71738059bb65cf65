import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '#lib/model/edit.ts';
import { freeWorkbook } from '#tests/support/free-workbook.ts';
import { TableDesk } from '#tests/support/table-desk.ts';

const TEN = Array.from({ length: 10 }, (_, at) => `a${at + 1} b${at + 1}`);

let desk: TableDesk;
beforeAll(() => page.viewport(1000, 700));
afterEach(() => desk.close());

/** A desk of so many rows, r1, r2 …, with the keyboard in a cell of column A. */
async function deskAt(row: string, rows = 10): Promise<void> {
  const texts = Array.from({ length: rows }, (_, at) => TEN[at % 10]!);
  desk = new TableDesk(freeWorkbook(...texts), 'f', rows > 100 ? { height: 'fill' } : {});
  await desk.select(row, 'A');
}

/** Rows that a colleague puts in after one, or at the beginning. */
function inserted(after: string | null, ...ids: string[]): Change {
  return { do: 'insert', sheet: 'f', after, rows: ids.map((id) => ({ id, cells: { A: id } })) };
}

function moved(after: string | null, ...rows: string[]): Change {
  return { do: 'move', rows, sheet: 'f', after };
}

describe('while a colleague edits', () => {
  it('several selected rows stay selected without those that are deleted or moved away', async () => {
    await deskAt('r3');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    desk.remote(inserted(null, 'new'), { do: 'delete', rows: ['r4'] }, moved('r10', 'r6'));
    expect(desk.area).toBe('r3/A…r5/A');
    await userEvent.keyboard('{Delete}');
    expect(desk.texts('A')).toEqual(['new', 'a1', 'a2', '', '', 'a7', 'a8', 'a9', 'a10', 'a6']);
  });

  it('the cell that is typed into within a selection stays it', async () => {
    await deskAt('r3');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Enter}');
    desk.remote(inserted(null, 'new'));
    expect([desk.area, desk.at]).toEqual(['r3/A…r5/A', 'r4/A']);
    await userEvent.keyboard('x{Enter}y{Enter}');
    expect(['r3', 'r4', 'r5'].map((row) => desk.text(row, 'A'))).toEqual(['a3', 'x', 'y']);
  });

  it('a whole column stays whole', async () => {
    await deskAt('r3');
    await userEvent.keyboard('{Control>} {/Control}');
    desk.remote(inserted(null, 'first'), inserted('r10', 'last'));
    expect(desk.area).toBe('first/A…last/A');
  });

  it('the selection stays on its row when more rows change at once than are changed one by one', async () => {
    await deskAt('r500', 700);
    const others = Array.from({ length: 600 }, (_, at) => `r${at + 1}`).filter(
      (_, at) => at % 2 === 0
    );
    desk.remote({ do: 'delete', rows: others });
    expect(desk.at).toBe('r500/A');
    await userEvent.keyboard('x{Enter}');
    expect(desk.text('r500', 'A')).toBe('x');
  });

  it('the selected row keeps its place on the screen', async () => {
    await deskAt('r500', 700);
    const top = () => document.querySelector('td.current')!.getBoundingClientRect().top;
    const before = top();
    desk.remote(inserted(null, 'n1', 'n2', 'n3'), { do: 'delete', rows: ['r2', 'r499'] });
    await vi.waitFor(() => expect(Math.abs(top() - before)).toBeLessThan(2));
    desk.remote({ do: 'cell', row: 'r495', column: 'B', text: '长'.repeat(200) });
    await vi.waitFor(() => expect(desk.shown('B')).toContain('长'.repeat(200)));
    await vi.waitFor(() => expect(Math.abs(top() - before)).toBeLessThan(2));
    expect(desk.at).toBe('r500/A');
  });

  it('what is looked at stays on the screen where nothing is selected there', async () => {
    await deskAt('r1', 700);
    const holder = document.querySelector('.ht_master .wtHolder')!;
    holder.scrollTop = 5000;
    await vi.waitFor(() => expect(desk.at).toBe(''));
    const first = await vi.waitUntil(() => rowAtTop(holder));
    const before = first.getBoundingClientRect().top;
    const text = first.querySelector('th')!.textContent!;
    desk.remote(inserted(null, 'n1', 'n2'));
    await vi.waitFor(() => {
      const now = rowAtTop(holder)!;
      expect(Number(now.querySelector('th')!.textContent)).toBe(Number(text) + 2);
      expect(Math.abs(now.getBoundingClientRect().top - before)).toBeLessThan(2);
    });
  });

  it('an open editor goes with its cell when a row above grows', async () => {
    await deskAt('r5');
    await userEvent.keyboard('abc');
    desk.remote({ do: 'cell', row: 'r2', column: 'B', text: '长'.repeat(200) });
    await vi.waitFor(() => {
      const cell = document.querySelector('td.current')!.getBoundingClientRect();
      const editor = document.activeElement!.getBoundingClientRect();
      expect(Math.abs(cell.top - editor.top)).toBeLessThan(3);
    });
    expect(desk.typed).toBe('abc');
  });

  it('what is typed lands in its row, also after it was scrolled out of sight', async () => {
    await deskAt('r5', 700);
    await userEvent.keyboard('abc');
    const holder = document.querySelector('.ht_master .wtHolder')!;
    holder.scrollTop = 9000;
    await vi.waitFor(() => expect(desk.at).toBe(''));
    desk.remote(inserted(null, 'new'));
    await userEvent.keyboard('d{Enter}');
    expect(desk.text('r5', 'A')).toBe('abcd');
    expect(desk.lost).toEqual([]);
  });

  it('what they write out of sight is there when it is scrolled to', async () => {
    await deskAt('r1', 700);
    desk.remote({ do: 'cell', row: 'r400', column: 'B', text: 'theirs' });
    desk.table.goTo({ row: 'r400', column: 'A' }, true);
    await vi.waitFor(() => expect(desk.shown('B')).toContain('theirs'));
  });

  it('the numbers beside sorted rows are those of the document when a row moves in it', async () => {
    await deskAt('r1');
    lookAt('sort', 'r1', 0);
    desk.remote(moved(null, 'r4'));
    const shown = desk.shownRows.map((id) => String(desk.rows.indexOf(id) + 1));
    await vi.waitFor(() => expect(desk.numbers).toEqual(shown));
  });

  it('F2 opens what they wrote into the selected cell while it was out of sight', async () => {
    await deskAt('r1', 700);
    document.querySelector('.ht_master .wtHolder')!.scrollTop = 9000;
    await vi.waitFor(() => expect(desk.at).toBe(''));
    desk.remote({ do: 'cell', row: 'r1', column: 'A', text: 'theirs' });
    await userEvent.keyboard('{F2}');
    expect(desk.typed).toBe('theirs');
  });

  it('whatever it is, and however I look at it, the selected row and what is typed into it stay', async () => {
    const change = fc.record({
      kind: fc.constantFrom('insert', 'delete', 'move', 'cell', 'grow', 'sort', 'filter', 'clear'),
      at: fc.nat(999),
      to: fc.nat(999),
      count: fc.integer({ min: 1, max: 4 })
    });
    const cases = fc.record({
      row: fc.integer({ min: 1, max: 10 }),
      view: fc.constantFrom('as it is', 'sort', 'filter'),
      typing: fc.boolean(),
      changes: fc.array(change, { minLength: 1, maxLength: 6 })
    });
    desk = new TableDesk(freeWorkbook(...TEN), 'f');
    await fc.assert(
      fc.asyncProperty(cases, async ({ row, view, typing, changes }) => {
        desk.close();
        const mine = `r${row}`;
        await deskAt(mine);
        lookAt(view, mine, row);
        expect(desk.at).toBe(`${mine}/A`);
        if (typing) await userEvent.keyboard('mine');
        for (const [turn, { kind, at, to, count }] of changes.entries()) {
          const rows = desk.rows;
          const some = rows
            .slice(at % rows.length)
            .slice(0, count)
            .filter((id) => id !== mine);
          const after = [null, ...rows.filter((id) => !some.includes(id))][to % 3] ?? null;
          const place = rows[at % rows.length]!;
          if (kind === 'insert') desk.remote(inserted(after, `n${turn}`, `m${turn}`));
          else if (kind === 'delete') desk.remote({ do: 'delete', rows: some });
          else if (kind === 'move') desk.remote(moved(after, ...some, mine));
          else if (kind === 'cell' || kind === 'grow') {
            const text = kind === 'grow' ? '长'.repeat(100) : `x${turn}`;
            desk.remote({ do: 'cell', row: place, column: 'B', text });
          } else if (!typing) lookAt(kind, mine, at);
          // The numbers of sorted rows are painted in the next frame.
          if (!typing) await vi.waitFor(() => expect(desk.at).toBe(`${mine}/A`));
        }
        expect(desk.typed).toBe(typing ? 'mine' : null);
        await userEvent.keyboard(typing ? '!{Enter}' : 'new{Enter}');
        expect(desk.text(mine, 'A')).toBe(typing ? 'mine!' : 'new');
        expect(desk.edits).toHaveLength(1);
        await vi.waitFor(() =>
          expect(desk.shown('A')).toEqual(desk.shownRows.map((id) => desk.text(id, 'A')))
        );
      }),
      // What fails is told before the test is out of time.
      { numRuns: 20, interruptAfterTimeLimit: 10_000 }
    );
  });
});

/** Sorts or filters the table by column B, or neither, so that a row is still shown. */
function lookAt(view: string, row: string, other: number): void {
  const shown = desk.texts('B').filter((text, at) => at % 3 !== other % 3);
  const filter = { only: [...shown, desk.text(row, 'B')], condition: null };
  desk.arrange({
    sort: view === 'sort' ? [{ column: 'B', descending: other % 2 === 0 }] : [],
    filters: view === 'filter' ? { B: filter } : {}
  });
}

/** The first row that can be seen below the headings. */
function rowAtTop(holder: Element): Element | undefined {
  const head = document.querySelector('.ht_clone_top thead')!.getBoundingClientRect().bottom;
  const rows = [...holder.querySelectorAll('tbody tr')];
  return rows.find((tr) => tr.getBoundingClientRect().top >= head);
}
