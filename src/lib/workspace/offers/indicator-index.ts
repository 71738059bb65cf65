import type { KeptIndicator } from '#lib/storage/indicators.ts';

/** An indicator that can be suggested, and how much it has been used. */
export interface KnownIndicator extends KeptIndicator {
  /** When its workbook is for; null where unknown. */
  readonly year: number | null;
  readonly uses: number;
  /** Whether it stands in last year's workbook of the same unit. */
  readonly lastYear: boolean;
}

/** An indicator with the workbook that it comes from. */
export interface FoundIndicator extends KeptIndicator {
  readonly year: number | null;
  readonly lastYear: boolean;
}

/** So many that contain the characters are looked at for those that contain the words. */
const LOOKED_AT = 400;
/** The index is made in steps of so many indicators, between which the page can answer. */
const STEP = 2000;

/**
 * Indicators by the characters of their names, the most useful first: a search looks only at the names
 * that hold the rarest character, and stops early.
 */
export class IndicatorIndex {
  readonly #indicators: readonly KnownIndicator[];
  /** Places in the list, ascending, by character. */
  readonly #places: ReadonlyMap<string, readonly number[]>;

  private constructor(
    indicators: readonly KnownIndicator[],
    places: ReadonlyMap<string, readonly number[]>
  ) {
    this.#indicators = indicators;
    this.#places = places;
  }

  /** Makes the index; `pause` is waited for between its steps. */
  static async make(
    found: readonly FoundIndicator[],
    pause: () => Promise<void> = () => Promise.resolve()
  ): Promise<IndicatorIndex> {
    const known = new Map<string, KnownIndicator>();
    for (let at = 0; at < found.length; at++) {
      if (at > 0 && at % STEP === 0) await pause();
      const one = found[at]!;
      const key = `${one.level2}\n${one.level3}`;
      const before = known.get(key);
      const uses = (before?.uses ?? 0) + 1;
      known.set(key, { ...(before && !isBetter(one, before) ? before : one), uses });
    }
    const indicators = [...known.values()].sort(byUsefulness);
    const places = new Map<string, number[]>();
    for (let at = 0; at < indicators.length; at++) {
      if (at > 0 && at % STEP === 0) await pause();
      for (const character of new Set(indicators[at]!.level3)) {
        const list = places.get(character);
        if (list) list.push(at);
        else places.set(character, [at]);
      }
    }
    return new IndicatorIndex(indicators, places);
  }

  /** The most useful indicators whose names contain all characters of a text, at most so many. */
  search(text: string, most = LOOKED_AT): readonly KnownIndicator[] {
    const characters = [...new Set(text.replace(/\s+/g, ''))];
    if (characters.length === 0) return this.#indicators.slice(0, most);
    const lists = characters.map((character) => this.#places.get(character) ?? []);
    const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
    const found: KnownIndicator[] = [];
    for (const at of rarest) {
      const indicator = this.#indicators[at]!;
      if (characters.every((character) => indicator.level3.includes(character))) {
        found.push(indicator);
        if (found.length === most) break;
      }
    }
    return found;
  }
}

/** Last year's of the same unit before others, then the newest. */
function isBetter(one: FoundIndicator, other: FoundIndicator): boolean {
  if (one.lastYear !== other.lastYear) return one.lastYear;
  return (one.year ?? 0) > (other.year ?? 0);
}

function byUsefulness(a: KnownIndicator, b: KnownIndicator): number {
  return Number(b.lastYear) - Number(a.lastYear) || b.uses - a.uses;
}
