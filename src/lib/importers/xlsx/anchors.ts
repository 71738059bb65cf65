import { headingLevel, TITLE_ANCHOR, type Skeleton } from '#lib/model/skeleton.ts';
import type { RowAnchor } from '../cells/cell-lines.ts';
import { attribute, childOf, childrenOf, textOf, type Element } from '../office/xml.ts';
import { readReference } from './cell-reference.ts';

/** The anchors in a spreadsheet that a workbook was handed out as. */
export interface Anchors {
  /** Those on a worksheet, by the row they stand on, counted from 1; null where it has none. */
  on(worksheet: string): ReadonlyMap<number, RowAnchor> | null;
}

/** A worksheet's name, in apostrophes where it is no plain word, and a cell. */
const PLACE = /^\$?(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]+\$?\d+)$/;

/** Finds the anchors that a file carries, which it holds as defined names (ECMA-376 part 1, 18.2.5). */
export function readAnchors(workbook: Element, carried: Skeleton): Anchors {
  const wanted = new Set([TITLE_ANCHOR, ...carried.sheets.map(({ anchor }) => anchor)]);
  const found = new Map<string, Map<number, RowAnchor>>();
  const list = childOf(workbook, 'definedNames');
  for (const name of list ? childrenOf(list, 'definedName') : []) {
    const anchor = attribute(name, 'name') ?? '';
    const [, quoted, plain, cell = ''] = PLACE.exec(textOf(name).trim()) ?? [];
    const worksheet = quoted?.replaceAll("''", "'") ?? plain;
    const place = readReference(cell);
    if (worksheet === undefined || !place) continue;
    const level = headingLevel(anchor);
    if (level === null && !wanted.has(anchor)) continue;
    const rows = found.get(worksheet) ?? new Map<number, RowAnchor>();
    const own = level === null ? { begins: anchor } : { level };
    found.set(worksheet, rows.set(place.row, { ...rows.get(place.row), ...own }));
  }
  return { on: (worksheet) => found.get(worksheet) ?? null };
}
