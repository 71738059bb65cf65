import * as v from 'valibot';

/** The id of a column; those of computed columns are no ids of the document. */
const column = v.pipe(v.string(), v.nonEmpty(), v.maxLength(80));

const condition = v.variant('is', [
  v.object({ is: v.picklist(['contains', 'greater', 'less']), text: v.string() }),
  v.object({ is: v.literal('between'), from: v.string(), to: v.string() })
]);

const filter = v.object({
  only: v.nullable(v.array(v.string())),
  condition: v.nullable(condition)
});

const gridView = v.object({
  sort: v.array(v.object({ column, descending: v.boolean() })),
  filters: v.record(column, filter),
  hidden: v.array(column),
  frozen: v.nullable(v.string()),
  split: v.optional(v.boolean(), false),
  widths: v.record(column, v.pipe(v.number(), v.minValue(20), v.maxValue(2000)))
});

/** What a column is sorted by; those further behind decide where the first ones are equal. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** What a text has to be besides: numbers are kept as they were typed. */
export type FilterCondition =
  | { readonly is: 'contains' | 'greater' | 'less'; readonly text: string }
  | { readonly is: 'between'; readonly from: string; readonly to: string };

/** Which texts of a column are shown. */
export interface ColumnFilter {
  /** The texts that are ticked, '' for blank cells; null where all are. */
  readonly only: readonly string[] | null;
  readonly condition: FilterCondition | null;
}

/** How one person looks at one grid on one device. Nothing of it is part of the document. */
export interface GridView {
  readonly sort: readonly SortKey[];
  /** By column. */
  readonly filters: Readonly<Record<string, ColumnFilter>>;
  /** The columns that are not shown. */
  readonly hidden: readonly string[];
  /** The last column that stays in sight; '' where none does, null where the grid decides. */
  readonly frozen: string | null;
  /** Whether the first level stands in every row, and not once in a cell merged over its run. */
  readonly split: boolean;
  /** By column, in pixels. */
  readonly widths: Readonly<Record<string, number>>;
}

/** A grid as everybody sees it at first. */
export const PLAIN_VIEW: GridView = {
  sort: [],
  filters: {},
  hidden: [],
  frozen: null,
  split: false,
  widths: {}
};

/**
 * What a view has for a column; undefined where it has nothing. A column may be called `constructor` or
 * `__proto__`.
 */
export function ofColumn<T>(kept: Readonly<Record<string, T>>, column: string): T | undefined {
  return Object.hasOwn(kept, column) ? kept[column] : undefined;
}

/** Reads what a device has kept of the views of a workbook's grids, by grid; what is no view is left out. */
export function readGridViews(text: string): Readonly<Record<string, GridView>> {
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return {};
  }
  const result = v.safeParse(v.record(column, v.fallback(v.nullable(gridView), null)), kept);
  if (!result.success) return {};
  return Object.fromEntries(
    Object.entries(result.output).flatMap(([grid, view]) => (view ? [[grid, view]] : []))
  );
}

/** Whether rows are left out or stand in another order than in the document. */
export function isArranged({ sort, filters }: GridView): boolean {
  return sort.length > 0 || Object.keys(filters).length > 0;
}
