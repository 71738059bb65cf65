import { dateSeries } from './date-series.ts';
import { listSeries } from './list-series.ts';
import { numberSeries } from './number-series.ts';
import { numeralSeries } from './numeral-series.ts';

/** A row of texts that goes on by a rule. */
export interface Series {
  /**
   * Whether it goes on when it is dragged, as Excel does it: two texts show their step; of one, a date and
   * 第1季度 count on, a bare number and an amount are copied.
   */
  readonly counts: boolean;
  /** The text at a place, counted from the first given one; places behind the given ones go on. */
  readonly at: (place: number) => string;
}

const READERS = [listSeries, dateSeries, numeralSeries, numberSeries];

/**
 * The series that some texts begin: numbers also within words, dates, months, weekdays, Chinese numerals,
 * 甲乙丙, ①②③. Null where they have no one step: nothing is made up then.
 */
export function seriesOf(texts: readonly string[]): Series | null {
  const plain = texts.map((text) => text.trim());
  if (plain.length === 0 || plain.includes('')) return null;
  for (const read of READERS) {
    const series = read(plain);
    if (series) return series;
  }
  return null;
}

/** How a fill goes on: `auto` as Excel does when the handle is dragged, `reversed` as it does with Ctrl. */
export type Filling = 'auto' | 'reversed' | 'copy' | 'series';

/** Whether filling on from these texts counts them on rather than copying them. */
export function countsOn(texts: readonly string[], filling: Filling = 'auto'): boolean {
  const series = filling === 'copy' ? null : seriesOf(texts);
  if (!series) return false;
  return filling === 'series' || series.counts === (filling === 'auto');
}

/** The texts that follow the given ones; what is no series repeats as a block. */
export function fillAfter(texts: readonly string[], count: number, filling: Filling): string[] {
  const series = countsOn(texts, filling) ? seriesOf(texts) : null;
  return Array.from(
    { length: count },
    (_, at) => series?.at(texts.length + at) ?? texts[at % texts.length] ?? ''
  );
}
