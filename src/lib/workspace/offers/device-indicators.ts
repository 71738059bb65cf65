import { unitName } from '#lib/model/unit-name.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { CatalogueEntry } from '#lib/storage/catalogue.ts';
import { IndicatorStore, type KeptIndicators } from '#lib/storage/indicators.ts';
import { IndicatorIndex, type FoundIndicator } from './indicator-index.ts';
import { indicatorsOf } from './kept-indicators.ts';

/**
 * Keeps the indicators of a workbook to be suggested in others. Where the device does not keep them, only
 * the suggestions are fewer.
 */
export async function keepIndicators(workbook: Workbook): Promise<void> {
  const store = new IndicatorStore();
  try {
    await store.put(indicatorsOf(workbook));
  } catch {
    // The workbook itself is kept all the same.
  } finally {
    store.close();
  }
}

/**
 * The indicators of the other workbooks in use on this device, prepared for searching. Those of workbooks
 * that are gone are removed. Null where the device cannot read them.
 */
export async function deviceIndicators(
  workbook: Workbook,
  entries: readonly CatalogueEntry[]
): Promise<IndicatorIndex | null> {
  const store = new IndicatorStore();
  try {
    const inUse = new Set(entries.filter(({ deletedAt }) => deletedAt === '').map(({ id }) => id));
    const known = new Set(entries.map(({ id }) => id));
    const kept = await store.all();
    for (const { id } of kept) if (!known.has(id)) await store.remove(id);
    const others = kept.filter(({ id }) => id !== workbook.id && inUse.has(id));
    return await IndicatorIndex.make(foundIn(others, workbook), nextTask);
  } catch {
    return null;
  } finally {
    store.close();
  }
}

/** The indicators of some workbooks, as they look from the one that is written. */
export function foundIn(others: readonly KeptIndicators[], workbook: Workbook): FoundIndicator[] {
  const unit = unitName(workbook);
  return others.flatMap(({ year, indicators, ...other }) => {
    const lastYear = workbook.year !== null && year === workbook.year - 1 && other.unit === unit;
    return indicators.map((indicator) => ({ ...indicator, year, lastYear }));
  });
}

/** Lets the page answer in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
