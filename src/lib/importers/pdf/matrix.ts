/** An affine map `[a, b, c, d, e, f]`, as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A place, in the units of whoever speaks of it. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The map that leaves everything where it is. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `first` and then `then`. */
export function follow(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const origin = place(then, { x: e, y: f });
  const across = turn(then, { x: a, y: b });
  const up = turn(then, { x: c, y: d });
  return [across.x, across.y, up.x, up.y, origin.x, origin.y];
}

/** Where a map puts a point. */
export function place([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** What a map makes of a direction: as `place`, but nothing is moved. */
export function turn([a, b, c, d]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y, y: b * x + d * y };
}

/** How much longer a map makes what stands upright. */
export function heightOf([, , c, d]: Matrix): number {
  return Math.hypot(c, d);
}

/** A stretch of a page, in points from its top left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box that a map makes of one that two opposite corners give. */
export function boxBetween(map: Matrix, one: Point, other: Point): Box {
  const [a, b] = [place(map, one), place(map, other)];
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y)
  };
}
