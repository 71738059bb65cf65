import { gridOf, type Grid } from './grid.ts';
import { joinRulings, SNAP, type Ruling } from './rulings.ts';

/** A page with more lines than this along one axis is a drawing, and no tables are looked for. */
const MOST_LINES = 3000;

/** The tables that a page's lines make, from the top. One that lies in a cell of another is left to it. */
export function findGrids(pieces: readonly Ruling[]): Grid[] {
  const lines = joinRulings(pieces);
  if (lines.length > MOST_LINES) return [];
  const grids = touchingLines(lines)
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((a, b) => b.cells.length - a.cells.length);
  const kept: Grid[] = [];
  for (const grid of grids) if (!kept.some((other) => overlap(grid, other))) kept.push(grid);
  return kept.sort((a, b) => a.ys[0]! - b.ys[0]!);
}

/** The lines in groups that hang together. */
function touchingLines(lines: readonly Ruling[]): Ruling[][] {
  const level = lines.filter(({ axis }) => axis === 'level');
  const upright = lines.filter(({ axis }) => axis === 'upright');
  const groups = new Map<Ruling, Set<Ruling>>(lines.map((line) => [line, new Set([line])]));
  for (const one of level) {
    for (const other of upright) {
      if (touch(one, other)) unite(groups, one, other);
    }
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}

function touch(level: Ruling, upright: Ruling): boolean {
  return (
    upright.at > level.from - SNAP &&
    upright.at < level.to + SNAP &&
    level.at > upright.from - SNAP &&
    level.at < upright.to + SNAP
  );
}

/** Makes the groups of two lines one; the smaller moves, so that no line moves often. */
function unite(groups: Map<Ruling, Set<Ruling>>, one: Ruling, other: Ruling): void {
  const [a, b] = [groups.get(one)!, groups.get(other)!];
  if (a === b) return;
  const [larger, smaller] = a.size >= b.size ? [a, b] : [b, a];
  for (const line of smaller) {
    larger.add(line);
    groups.set(line, larger);
  }
}

function overlap(one: Grid, other: Grid): boolean {
  return (
    one.xs[0]! < other.xs.at(-1)! &&
    other.xs[0]! < one.xs.at(-1)! &&
    one.ys[0]! < other.ys.at(-1)! &&
    other.ys[0]! < one.ys.at(-1)!
  );
}
