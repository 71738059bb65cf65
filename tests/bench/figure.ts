/** One measured thing beside what it is measured against. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'bytes' | 'kB' | 'MB' | 'papers' | 'messages';
  readonly measured: number;
  /** What the baseline is, and its value in the same unit; null where nothing is there to compare. */
  readonly baseline: { readonly name: string; readonly value: number } | null;
  /** The most that is wanted: so many times the baseline, or so many units. Null where none is set. */
  readonly aim: { readonly times: number } | { readonly most: number } | null;
}

/** How often the measured value is the baseline; null where there is no baseline. */
export function ratioOf({ measured, baseline }: Figure): number | null {
  return baseline && baseline.value > 0 ? measured / baseline.value : null;
}

/** Whether a figure meets its aim; null where none is set. */
export function meetsAim(figure: Figure): boolean | null {
  const { aim, measured } = figure;
  if (aim === null) return null;
  return 'most' in aim ? measured <= aim.most : (ratioOf(figure) ?? Infinity) <= aim.times;
}
