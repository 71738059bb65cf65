import { findSheet, type Sheet, type Workbook } from '../workbook.ts';
import type { Arrival } from './arrivals.ts';
import { compareSheets, type Comparison } from './comparison.ts';

/** What becomes of an arrival that is there already: left out, put in its place, or added beside it. */
export type ArrivalChoice = 'skip' | 'replace' | 'both';

/** What an arrival meets when its turn has come, and what becomes of it. */
export interface Decision {
  readonly arrival: Arrival;
  /** The sheet that it is compared with, as it is by then; null where there is none. */
  readonly met: Sheet | null;
  /** Null where it meets none. */
  readonly comparison: Comparison | null;
  /** Whether it may replace the sheet that it is: another that came before it may have done so. */
  readonly replaceable: boolean;
  readonly choice: ArrivalChoice;
}

/** What came of the arrivals before, by the id of the open sheet that they are. */
export interface Settled {
  /** As they were imported, under the ids that they have in the workbook now. */
  readonly taken: ReadonlyMap<string, readonly Sheet[]>;
  readonly replaced: ReadonlySet<string>;
}

/**
 * Decides on one arrival in the light of those before it. Unless a person says otherwise nothing is lost,
 * and nothing is there twice; a sheet is replaced once at most, and what would replace it again is added.
 * @param workbook with what the arrivals before have brought
 * @param chosen what a person has chosen, if anything
 */
export function decide(
  workbook: Workbook,
  arrival: Arrival,
  { taken, replaced }: Settled,
  chosen: ArrivalChoice | undefined
): Decision {
  const id = arrival.present?.id;
  const present = findSheet(workbook, id);
  const like = [...(present ? [present] : []), ...(taken.get(id ?? '') ?? [])];
  const compared = like.map((met) => ({ met, comparison: compareSheets(met, arrival.imported) }));
  const against = compared.find(({ comparison }) => comparison.identical) ?? compared[0];
  if (!against) {
    return { arrival, met: null, comparison: null, replaceable: false, choice: 'both' };
  }
  const replaceable = present !== undefined && !replaced.has(present.id);
  const fallback = replaceable && isBlank(present) ? 'replace' : 'both';
  const wanted = chosen ?? (against.comparison.identical ? 'skip' : fallback);
  const choice = wanted === 'replace' && !replaceable ? 'both' : wanted;
  return { arrival, ...against, replaceable, choice };
}

/** Whether nobody has written anything into a sheet, as into the prose of a template. */
function isBlank({ fields, rows }: Sheet): boolean {
  return rows.length === 0 && Object.values(fields).every((text) => text === '');
}
