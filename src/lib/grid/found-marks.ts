/** What 查找 has found in a grid: the cells by their keys, and the one that is looked at. */
export interface FoundMarks {
  readonly cells: ReadonlyMap<string, unknown>;
  readonly current: string | null;
}

/** What a cell shows of it, in classes and in words for a screen reader. */
export function foundMark(
  found: FoundMarks | null | undefined,
  key: string
): { readonly classes: readonly string[]; readonly said: string } | null {
  if (!found?.cells.has(key)) return null;
  return found.current === key
    ? { classes: ['cell-found', 'cell-found-now'], said: '当前查找结果' }
    : { classes: ['cell-found'], said: '查找结果' };
}
