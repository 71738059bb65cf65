import { describe, expect, it } from 'vitest';
import { blockEdge } from '#lib/grid/block-edge.ts';

/** Where Ctrl and an arrow lead in a row written as `xx..x`. */
function edge(row: string, from: number, step: 1 | -1): number {
  return blockEdge((at) => row[at] === 'x', from, row.length - 1, step);
}

describe('the edge of a block', () => {
  it('is its last filled cell', () => {
    expect(edge('xxx..x', 0, 1)).toBe(2);
    expect(edge('x..xxx', 5, -1)).toBe(3);
  });

  it('is the next filled cell from its end or from a gap', () => {
    expect(edge('xxx..x', 2, 1)).toBe(5);
    expect(edge('xxx..x', 3, 1)).toBe(5);
    expect(edge('xxx..x', 4, -1)).toBe(2);
  });

  it('is the last cell where nothing is filled any more', () => {
    expect(edge('xx...', 1, 1)).toBe(4);
    expect(edge('...xx', 3, -1)).toBe(0);
    expect(edge('xx', 1, 1)).toBe(1);
  });
});
