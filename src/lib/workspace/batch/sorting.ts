import type { CheckedPaper } from '#lib/model/checked-paper.ts';

/** A column that the table of many papers can be sorted by. */
export type SortKey =
  'file' | 'title' | 'unit' | 'year' | 'projects' | 'error' | 'warning' | 'info' | 'unplaced';

/** How the table is sorted. */
export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** What of a line of the table sorting and filtering look at. */
export interface SortedLine {
  readonly name: string;
  /** Null where the file was not checked. */
  readonly paper: CheckedPaper | null;
}

/** Names as a person orders them: 2 before 10, Chinese by its sound. */
const NAMES = new Intl.Collator('zh-CN', { numeric: true });

/**
 * The lines in the order of a column; those that are equal there keep their order, and those that were not
 * checked come last, whichever way it is sorted.
 */
export function sortPapers<Line extends SortedLine>(
  lines: readonly Line[],
  { key, descending }: Sorting
): readonly Line[] {
  const sign = descending ? -1 : 1;
  return [...lines].sort((a, b) => {
    if (key === 'file') return sign * NAMES.compare(a.name, b.name);
    if (!a.paper || !b.paper) return Number(!a.paper) - Number(!b.paper);
    const [one, other] = [valueOf(a.paper, key), valueOf(b.paper, key)];
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * NAMES.compare(String(one), String(other));
  });
}

/** How a column is sorted when it is asked first, and the other way round when it is asked again. */
export function nextSorting(key: SortKey, now: Sorting): Sorting {
  if (now.key === key) return { key, descending: !now.descending };
  return { key, descending: !(key === 'file' || key === 'title' || key === 'unit') };
}

function valueOf(paper: CheckedPaper, key: Exclude<SortKey, 'file'>): string | number {
  switch (key) {
    case 'error':
    case 'warning':
    case 'info':
      return paper.counts[key];
    case 'year':
      return paper.year ?? 0;
    default:
      return paper[key];
  }
}
