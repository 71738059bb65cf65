import { place, type Matrix, type Point } from './matrix.ts';

/** A straight line on a page, level or upright, in points from the page's top left corner. */
export interface Ruling {
  readonly axis: 'level' | 'upright';
  /** Its height on the page where it is level, else how far from the left it is. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A filled rectangle that is thinner than this is a line. */
const THICKEST = 4;

/** How far the ends of a level line may differ in height. */
const STRAIGHT = 0.5;

/** How near to each other two lines are that count as one, as the two of a double border. */
export const SNAP = 3;

/** Steps of a path in pdf.js's path buffers. */
const STEPS = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** Whether a path is drawn along or filled, or both. */
export interface Painting {
  readonly stroked: boolean;
  readonly filled: boolean;
}

/** The lines that painting a path leaves: those drawn along it, and filled rectangles that are thin. */
export function rulingsOf(path: ArrayLike<number>, painting: Painting, page: Matrix): Ruling[] {
  return outlinesOf(path, page).flatMap((corners) => [
    ...(painting.stroked ? linesAlong(corners) : []),
    ...(painting.filled ? thinRectangle(corners) : [])
  ]);
}

/** The corners of each part of a path that has no curves, on the page. */
function outlinesOf(path: ArrayLike<number>, page: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let corners: Point[] = [];
  let at = 0;
  const corner = () => place(page, { x: path[at + 1] ?? NaN, y: path[at + 2] ?? NaN });
  while (at < path.length) {
    switch (path[at]) {
      case STEPS.moveTo:
        corners = [corner()];
        outlines.push(corners);
        at += 3;
        break;
      case STEPS.lineTo:
        corners.push(corner());
        at += 3;
        break;
      case STEPS.closePath:
        if (corners.length > 0) corners.push(corners[0]!);
        at += 1;
        break;
      case STEPS.quadraticCurveTo:
        corners = [];
        at += 5;
        break;
      default:
        corners = [];
        at += 7;
    }
  }
  return outlines;
}

function linesAlong(corners: readonly Point[]): Ruling[] {
  return corners.slice(1).flatMap((end, index) => lineBetween(corners[index]!, end));
}

function lineBetween(start: Point, end: Point): Ruling[] {
  const across = Math.abs(end.x - start.x);
  const down = Math.abs(end.y - start.y);
  if (down <= STRAIGHT && across > STRAIGHT) {
    return [ruling('level', (start.y + end.y) / 2, start.x, end.x)];
  }
  if (across <= STRAIGHT && down > STRAIGHT) {
    return [ruling('upright', (start.x + end.x) / 2, start.y, end.y)];
  }
  return [];
}

function ruling(axis: Ruling['axis'], at: number, one: number, other: number): Ruling {
  return { axis, at, from: Math.min(one, other), to: Math.max(one, other) };
}

/** A filled outline as the line that it looks like; none where it is thick. */
function thinRectangle(corners: readonly Point[]): Ruling[] {
  if (corners.length < 4 || corners.length > 5) return [];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THICKEST || Math.max(width, height) <= STRAIGHT) return [];
  return width >= height
    ? [ruling('level', (top + bottom) / 2, left, right)]
    : [ruling('upright', (left + right) / 2, top, bottom)];
}

/**
 * The lines as a reader sees them: pieces that meet are one line, and so are two lines that lie
 * nearer than `SNAP`.
 */
export function joinRulings(pieces: readonly Ruling[]): Ruling[] {
  return (['level', 'upright'] as const).flatMap((axis) =>
    clustersOf(pieces.filter((piece) => piece.axis === axis)).flatMap(joinCluster)
  );
}

/** Lines of one axis, together where they are nearer than `SNAP` to the first of them. */
function clustersOf(lines: readonly Ruling[]): Ruling[][] {
  const clusters: Ruling[][] = [];
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    const cluster = clusters.at(-1);
    if (cluster && line.at - cluster[0]!.at < SNAP) cluster.push(line);
    else clusters.push([line]);
  }
  return clusters;
}

function joinCluster(cluster: readonly Ruling[]): Ruling[] {
  const at = middle(cluster.map((line) => line.at));
  const joined: { axis: Ruling['axis']; at: number; from: number; to: number }[] = [];
  for (const { axis, from, to } of [...cluster].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from - last.to < SNAP) last.to = Math.max(last.to, to);
    else joined.push({ axis, at, from, to });
  }
  return joined;
}

function middle(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
