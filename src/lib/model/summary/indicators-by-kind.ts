import type { CountedWorkbook } from './counted-workbook.ts';

/** How often something stands in a workbook, and where first. */
export interface WorkbookCount {
  readonly workbook: CountedWorkbook;
  readonly count: number;
  /** The id of the first sheet that has it; null where it is of the whole workbook. */
  readonly sheet: string | null;
}

/** The indicators of a second level. */
export interface SecondLevelCount {
  readonly level1: string;
  readonly level2: string;
  readonly count: number;
  /** How many workbooks have one. */
  readonly workbooks: number;
}

/** The indicators of a first level. */
export interface FirstLevelCount {
  readonly level1: string;
  readonly count: number;
  readonly workbooks: number;
  /** The most frequent first. */
  readonly second: readonly SecondLevelCount[];
}

/** The indicators of some workbooks by their first and second levels, the most frequent first. */
export function indicatorsByKind(
  workbooks: readonly CountedWorkbook[]
): readonly FirstLevelCount[] {
  const levels = new Map<string, Map<string, Map<string, number>>>();
  for (const { id, indicators } of workbooks) {
    for (const { level1, level2, count } of indicators) {
      const second = entry(levels, level1, () => new Map<string, Map<string, number>>());
      const counts = entry(second, level2, () => new Map<string, number>());
      counts.set(id, (counts.get(id) ?? 0) + count);
    }
  }
  return [...levels]
    .map(([level1, second]): FirstLevelCount => {
      const kinds = [...second].map(([level2, counts]): SecondLevelCount => ({
        level1,
        level2,
        count: total([...counts.values()]),
        workbooks: counts.size
      }));
      const among = new Set([...second.values()].flatMap((counts) => [...counts.keys()]));
      return {
        level1,
        count: total(kinds.map(({ count }) => count)),
        workbooks: among.size,
        second: kinds.sort((a, b) => b.count - a.count)
      };
    })
    .sort((a, b) => b.count - a.count);
}

/**
 * The workbooks that have indicators of a kind, the most first. Without a second level all of the first
 * level count.
 */
export function workbooksOfKind(
  workbooks: readonly CountedWorkbook[],
  level1: string,
  level2: string | null
): readonly WorkbookCount[] {
  return workbooks
    .map((workbook): WorkbookCount => {
      const ofKind = workbook.indicators.filter(
        (one) => one.level1 === level1 && (level2 === null || one.level2 === level2)
      );
      const count = total(ofKind.map((one) => one.count));
      return { workbook, count, sheet: ofKind[0]?.sheet ?? null };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
