import { applyEdit } from '../apply.ts';
import type { Change, Edit } from '../edit.ts';
import { findSheet, type Sheet, type Workbook } from '../workbook.ts';
import type { Arrival } from './arrivals.ts';
import { readdressed, waivingChanges } from './arriving-waivers.ts';
import { compareSheets } from './comparison.ts';
import { matchRows } from './matching-rows.ts';
import { placeFor } from './placement.ts';
import { replacementChanges } from './replacement.ts';

/** What becomes of an arrival that is there already: left out, put in its place, or added beside it. */
export type ArrivalChoice = 'skip' | 'replace' | 'both';

/** The edit that takes imported sheets into an open workbook, and what it amounts to, in sheets. */
export interface Adoption {
  readonly edit: Edit;
  readonly added: number;
  readonly replaced: number;
  readonly skipped: number;
  /** The first sheet that was added or replaced; null where there is none. */
  readonly first: string | null;
}

/** What is done unless a person says otherwise: nothing is lost, and nothing is there twice. */
export function defaultChoice({ imported, present }: Arrival): ArrivalChoice {
  if (present === null) return 'both';
  if (compareSheets(present, imported).identical) return 'skip';
  return isBlank(present) ? 'replace' : 'both';
}

/**
 * The one edit that takes arrivals into a workbook, each behind its like.
 * @param choices what becomes of those that are there already; the default where it says nothing
 */
export function planAdoption(
  open: Workbook,
  arrivals: readonly Arrival[],
  choices: ReadonlyMap<Arrival, ArrivalChoice>
): Adoption {
  const changes: Change[] = [];
  const counts = { added: 0, replaced: 0, skipped: 0 };
  let workbook = open;
  let first: string | null = null;
  for (const arrival of arrivals) {
    const { sheet, imported, waivers } = arrival;
    const present = findSheet(workbook, arrival.present?.id);
    const choice = present ? (choices.get(arrival) ?? defaultChoice(arrival)) : 'both';
    if (choice === 'skip') {
      counts.skipped += 1;
      continue;
    }
    const replaced = choice === 'replace' && present !== undefined;
    counts[replaced ? 'replaced' : 'added'] += 1;
    first ??= replaced ? present.id : sheet.id;
    const newIds = sheet.rows.map(({ id }) => id);
    const done: Change[] = replaced
      ? replacementChanges(present, imported, newIds)
      : [{ do: 'insert-sheet', sheet, after: placeFor(workbook.sheets, sheet) }];
    const accepted = replaced
      ? readdressed(waivers, present.id, keptRows(present, arrival))
      : waivers;
    done.push(...waivingChanges(workbook, accepted));
    changes.push(...done);
    workbook = applyEdit(workbook, { label: '', changes: done });
  }
  const label = `存入 ${counts.added + counts.replaced} 张表`;
  return { edit: { label, changes }, ...counts, first };
}

/** The ids that the rows of an arrival have in the open sheet, by the ids they would be added under. */
function keptRows(present: Sheet, { imported, sheet }: Arrival): ReadonlyMap<string, string> {
  const matching = matchRows(present, imported);
  return new Map(
    sheet.rows.map(({ id }, index) => [id, matching.get(imported.rows[index]!)?.id ?? id])
  );
}

/** Whether nobody has written anything into a sheet, as into the prose of a template. */
function isBlank({ fields, rows }: Sheet): boolean {
  return rows.length === 0 && Object.values(fields).every((text) => text === '');
}
