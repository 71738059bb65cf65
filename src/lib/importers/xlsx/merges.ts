import { attribute, childrenOf, type Element } from '../office/xml.ts';
import { readRange, type CellRange } from './cell-reference.ts';

/** The merged areas of a worksheet, found by any place in them. */
export interface Merges {
  /** The area that a cell is in; column and row counted from 1. */
  at(column: number, row: number): CellRange | undefined;
}

/** Areas are looked through by bands of rows. */
const BAND = 64;

/** Areas over more bands than this, up to a whole column, are looked through for every cell. */
const MOST_BANDS = 16;

/** Reads the merged areas from the list of them (ECMA-376 part 1, 18.3.1.55). */
export function readMerges(list: Element | undefined): Merges {
  const bands = new Map<number, CellRange[]>();
  const tall: CellRange[] = [];
  for (const merge of list ? childrenOf(list, 'mergeCell') : []) {
    const range = readRange(attribute(merge, 'ref') ?? '');
    if (!range) continue;
    const from = Math.floor(range.first.row / BAND);
    const to = Math.floor(range.last.row / BAND);
    if (to - from > MOST_BANDS) tall.push(range);
    else for (let band = from; band <= to; band += 1) addTo(bands, band, range);
  }
  return {
    at: (column, row) => {
      const near = bands.get(Math.floor(row / BAND)) ?? [];
      return near.find(holds(column, row)) ?? tall.find(holds(column, row));
    }
  };
}

function holds(column: number, row: number): (range: CellRange) => boolean {
  return ({ first, last }) =>
    first.row <= row && row <= last.row && first.column <= column && column <= last.column;
}

function addTo(bands: Map<number, CellRange[]>, band: number, range: CellRange): void {
  const ranges = bands.get(band);
  if (ranges) ranges.push(range);
  else bands.set(band, [range]);
}
