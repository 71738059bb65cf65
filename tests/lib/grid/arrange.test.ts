import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, arrangedLines, follow, type Arrangement } from '#lib/grid/arrange.ts';
import { columnsOfSheet, FORM_COLUMNS } from '#lib/grid/columns.ts';
import { idsOf, linesOf, type Line } from '#lib/grid/lines.ts';
import { PLAIN_VIEW, type GridView } from '#lib/model/grid-view.ts';
import { projectSheet, workbookOfAllKinds } from '#tests/support/workbooks.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The lines of a project table with these targets, whose rows are `r0` … */
function linesWith(targets: readonly string[]): readonly Line[] {
  const rows = targets.map((target, at) => ({
    id: `r${at}`,
    cells: { level1: '产出指标', target }
  }));
  return linesOf([projectSheet('p1', { rows })]);
}

function view(given: Partial<GridView>): GridView {
  return { ...PLAIN_VIEW, ...given };
}

const byTarget = (descending = false) => view({ sort: [{ column: 'target', descending }] });
const onlyTargets = (only: readonly string[]) =>
  view({ filters: { target: { only, condition: null } } });

function shown(arrangement: Arrangement, lines: readonly Line[]): string[] {
  return idsOf(arrangedLines(arrangement, lines, NOTHING));
}

const targets = fc.array(
  fc.constantFrom('', ' ', '5', '５', '1,200.00', '50%', '≥9个', '≥12个', '甲', '乙', '2026年3月')
);

describe('sorting', () => {
  it('leaves every row in, once', () => {
    fc.assert(
      fc.property(targets, fc.boolean(), (texts, descending) => {
        const lines = linesWith(texts);
        const sorted = shown(arrange(lines, byTarget(descending), FORM_COLUMNS), lines);
        expect([...sorted].sort()).toEqual(idsOf(lines).sort());
      })
    );
  });

  it('keeps the order of rows that read alike, and blank ones last whichever way', () => {
    const lines = linesWith(['乙', '', '50', '甲', '50.00', '', '乙']);
    const up = arrange(lines, byTarget(), FORM_COLUMNS);
    const down = arrange(lines, byTarget(true), FORM_COLUMNS);
    expect(shown(up, lines)).toEqual(['r2', 'r4', 'r3', 'r0', 'r6', 'r1', 'r5']);
    expect(shown(down, lines)).toEqual(['r0', 'r6', 'r3', 'r2', 'r4', 'r1', 'r5']);
  });

  it('changes nothing when it is asked for a second time', () => {
    fc.assert(
      fc.property(targets, (texts) => {
        const lines = linesWith(texts);
        const sorted = arrangedLines(arrange(lines, byTarget(), FORM_COLUMNS), lines, NOTHING);
        const again = arrange(sorted, byTarget(), FORM_COLUMNS);
        expect(shown(again, sorted)).toEqual(idsOf(sorted));
      })
    );
  });

  it('lets a second column decide where the first is equal', () => {
    const rows = [
      { id: 'a', cells: { level2: '质量指标', target: '3' } },
      { id: 'b', cells: { level2: '数量指标', target: '2' } },
      { id: 'c', cells: { level2: '质量指标', target: '1' } }
    ];
    const lines = linesOf([projectSheet('p1', { rows })]);
    const sort = [
      { column: 'level2', descending: false },
      { column: 'target', descending: false }
    ];
    expect(shown(arrange(lines, view({ sort }), FORM_COLUMNS), lines)).toEqual(['b', 'c', 'a']);
  });

  it('keeps sums at the end of their table', () => {
    const sheet = workbookOfAllKinds().sheets.find(({ id }) => id === 'd2')!;
    const lines = linesOf([sheet]);
    const sort = [{ column: 'code', descending: true }];
    const sorted = arrange(lines, view({ sort }), columnsOfSheet(sheet));
    expect(shown(sorted, lines)).toEqual(['d2-r4', 'd2-r3', 'd2-r2', 'd2-r1']);
  });

  it('shows the first level in every row', () => {
    const lines = linesWith(['2', '1']);
    const sorted = arrangedLines(arrange(lines, byTarget(), FORM_COLUMNS), lines, NOTHING);
    expect(sorted.map(({ continues }) => continues)).toEqual([false, false]);
    expect(sorted.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('passes over a column that is gone', () => {
    const lines = linesWith(['2', '1']);
    const sort = [{ column: 'gone', descending: false }];
    expect(arrangedLines(arrange(lines, view({ sort }), FORM_COLUMNS), lines, NOTHING)).toBe(lines);
  });
});

describe('filtering', () => {
  it('shows the rows whose texts are ticked, in the order of the document', () => {
    const lines = linesWith(['甲', '乙', ' 甲 ', '']);
    const filtered = arrange(lines, onlyTargets(['甲', '']), FORM_COLUMNS);
    expect(shown(filtered, lines)).toEqual(['r0', 'r2', 'r3']);
  });

  it('shows a first level once per run of what is shown', () => {
    const lines = linesOf([projectSheet('p1')]);
    const filtered = arrange(lines, onlyTargets(['≥95%', '≥18个']), FORM_COLUMNS);
    const [first] = arrangedLines(filtered, lines, NOTHING);
    expect([first!.row.id, first!.continues]).toEqual(['p1-r2', false]);
    const besides = arrangedLines(filtered, lines, new Set(['p1-r1']));
    expect(besides).toEqual(lines);
  });

  it('leaves a row where it is when it no longer passes, until it is asked for again', () => {
    const filtered = arrange(linesWith(['甲', '乙']), onlyTargets(['甲']), FORM_COLUMNS);
    const edited = linesWith(['丙', '乙']);
    expect(shown(follow(filtered, edited), edited)).toEqual(['r0']);
    expect(shown(arrange(edited, onlyTargets(['甲']), FORM_COLUMNS), edited)).toEqual([]);
  });
});

describe('an arrangement that follows the document', () => {
  const rowsOf = (ids: readonly string[]) =>
    linesOf([projectSheet('p1', { rows: ids.map((id) => ({ id, cells: { target: id } })) })]);
  const sorted = arrange(rowsOf(['c', 'a', 'b']), byTarget(), FORM_COLUMNS);

  it('puts a new row after its neighbour in the document', () => {
    const lines = rowsOf(['c', 'a', 'x', 'y', 'b']);
    expect(shown(follow(sorted, lines), lines)).toEqual(['a', 'x', 'y', 'b', 'c']);
  });

  it('puts one above the row that it was put in above', () => {
    const lines = rowsOf(['c', 'a', 'x', 'b']);
    expect(shown(follow(sorted, lines, 'b'), lines)).toEqual(['a', 'x', 'b', 'c']);
  });

  it('puts what was added at the end of the document at the end, and what came first to the front', () => {
    const lines = rowsOf(['w', 'c', 'a', 'b', 'x', 'y']);
    expect(shown(follow(sorted, lines), lines)).toEqual(['w', 'a', 'b', 'c', 'x', 'y']);
  });

  it('has all rows of the document after any changes, and is as anew when it is asked for again', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.array(ids), (first, later) => {
        let arrangement = arrange(rowsOf(first), byTarget(), FORM_COLUMNS);
        for (const next of later) {
          const lines = rowsOf(next);
          const before = shown(arrangement, lines);
          arrangement = follow(arrangement, lines);
          expect([...shown(arrangement, lines)].sort()).toEqual([...next].sort());
          const staying = shown(arrangement, lines).filter((id) => before.includes(id));
          expect(staying).toEqual(before);
        }
        const last = rowsOf(later.at(-1) ?? first);
        const again = arrange(last, byTarget(), FORM_COLUMNS);
        expect(shown(again, last)).toEqual(idsOf(last).sort());
      })
    );
  });

  it('shows the same lines as long as nothing changes', () => {
    const lines = linesOf([projectSheet('p1')]);
    const arrangement = arrange(lines, byTarget(), FORM_COLUMNS);
    const once = arrangedLines(arrangement, lines, NOTHING);
    const twice = arrangedLines(follow(arrangement, lines), lines, NOTHING);
    expect(twice.every((line, at) => line === once[at])).toBe(true);
  });
});
