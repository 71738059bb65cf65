import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findGrids } from '#lib/importers/pdf/find-grids.ts';
import type { GridCell } from '#lib/importers/pdf/grid.ts';
import type { Ruling } from '#lib/importers/pdf/rulings.ts';
import { PATIENCE } from '#tests/support/patience.ts';

/** A rectangle divided again and again, by a line across it or down it: the cells of a table. */
function divided(cell: GridCell, cuts: readonly number[]): GridCell[] {
  const [cut, ...rest] = cuts;
  const { row, column, rows, columns } = cell;
  if (cut === undefined || rows * columns === 1) return [cell];
  const across = columns === 1 || (rows > 1 && cut % 2 === 0);
  const at = 1 + (cut % ((across ? rows : columns) - 1 || 1));
  const half = Math.floor(rest.length / 2);
  const [one, other] = across
    ? [
        { ...cell, rows: at },
        { ...cell, row: row + at, rows: rows - at }
      ]
    : [
        { ...cell, columns: at },
        { ...cell, column: column + at, columns: columns - at }
      ];
  return [...divided(one, rest.slice(0, half)), ...divided(other, rest.slice(half))];
}

const WIDTH = 40;
const HEIGHT = 20;

/** The four lines around each cell, as an office program draws them: every cell its own. */
function linesAround({ row, column, rows, columns }: GridCell): Ruling[] {
  const [left, right] = [column * WIDTH, (column + columns) * WIDTH];
  const [top, bottom] = [row * HEIGHT, (row + rows) * HEIGHT];
  return [
    ...[top, bottom].map((at) => ({ axis: 'level' as const, at, from: left, to: right })),
    ...[left, right].map((at) => ({ axis: 'upright' as const, at, from: top, to: bottom }))
  ];
}

const division = fc.record({
  rows: fc.integer({ min: 1, max: 8 }),
  columns: fc.integer({ min: 1, max: 8 }),
  cuts: fc.array(fc.nat(), { minLength: 1, maxLength: 40 })
});

test('lines around cells give back these cells, however they are merged', () => {
  fc.assert(
    fc.property(
      division,
      fc.infiniteStream(fc.double({ min: -0.6, max: 0.6, noNaN: true })),
      (table, shift) => {
        const drawn = divided(
          { row: 0, column: 0, rows: table.rows, columns: table.columns },
          table.cuts
        );
        fc.pre(drawn.length > 1);
        const lines = drawn
          .flatMap(linesAround)
          .map((line) => ({ ...line, at: line.at + shift.next().value }));

        const [grid, ...others] = findGrids(lines);

        const edges = ({ row, column, rows, columns }: GridCell) =>
          [
            grid!.ys[row]! / HEIGHT,
            grid!.xs[column]! / WIDTH,
            grid!.ys[row + rows]! / HEIGHT,
            grid!.xs[column + columns]! / WIDTH
          ]
            .map(Math.round)
            .join(' ');
        const expected = drawn.map(({ row, column, rows, columns }) =>
          [row, column, row + rows, column + columns].join(' ')
        );
        expect(others).toEqual([]);
        expect(grid!.cells.map(edges).sort()).toEqual(expected.sort());
      }
    ),
    { numRuns: 300 }
  );
});

test('ten thousand lines without order take no time and make no table', () => {
  const lines = Array.from({ length: 10_000 }, (_, index): Ruling => ({
    axis: index % 2 === 0 ? 'level' : 'upright',
    at: (index * 7919) % 90_001,
    from: (index * 104_729) % 90_001,
    to: ((index * 104_729) % 90_001) + 500
  }));
  const start = performance.now();

  expect(findGrids(lines)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(PATIENCE);
});
