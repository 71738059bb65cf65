import { applyEdit } from '../apply.ts';
import type { Change, Edit } from '../edit.ts';
import { findSheet, type Sheet, type Workbook } from '../workbook.ts';
import type { Arrival } from './arrivals.ts';
import { readdressed, waivingChanges } from './arriving-waivers.ts';
import { decide, type ArrivalChoice, type Decision } from './decision.ts';
import { matchRows } from './matching-rows.ts';
import { placeFor } from './placement.ts';
import { replacementChanges } from './replacement.ts';

/** The edit that takes imported sheets into an open workbook, and what it amounts to, in sheets. */
export interface Adoption {
  readonly edit: Edit;
  /** What becomes of each arrival, in their order. */
  readonly decisions: readonly Decision[];
  readonly added: number;
  readonly replaced: number;
  readonly skipped: number;
  /** The first sheet that was added or replaced; null where there is none. */
  readonly first: string | null;
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
  const decisions: Decision[] = [];
  const counts = { added: 0, replaced: 0, skipped: 0 };
  const taken = new Map<string, Sheet[]>();
  const replaced = new Set<string>();
  let workbook = open;
  let first: string | null = null;
  for (const arrival of arrivals) {
    const { sheet, imported, waivers } = arrival;
    const decision = decide(workbook, arrival, { taken, replaced }, choices.get(arrival));
    decisions.push(decision);
    if (decision.choice === 'skip') {
      counts.skipped += 1;
      continue;
    }
    const present = findSheet(workbook, arrival.present?.id);
    const target = decision.choice === 'replace' ? present : undefined;
    const id = target?.id ?? sheet.id;
    counts[target ? 'replaced' : 'added'] += 1;
    first ??= id;
    const newIds = sheet.rows.map((row) => row.id);
    const done: Change[] = target
      ? replacementChanges(target, imported, newIds)
      : [{ do: 'insert-sheet', sheet, after: placeFor(workbook.sheets, sheet) }];
    const accepted = target ? readdressed(waivers, id, keptRows(target, arrival)) : waivers;
    done.push(...waivingChanges(workbook, accepted));
    changes.push(...done);
    workbook = applyEdit(workbook, { label: '', changes: done });
    if (target) replaced.add(id);
    if (arrival.present) {
      const before = taken.get(arrival.present.id) ?? [];
      taken.set(arrival.present.id, [...before, { ...imported, id }]);
    }
  }
  const label = `存入 ${counts.added + counts.replaced} 张表`;
  return { edit: { label, changes }, decisions, ...counts, first };
}

/** The ids that the rows of an arrival have in the open sheet, by the ids they would be added under. */
function keptRows(present: Sheet, { imported, sheet }: Arrival): ReadonlyMap<string, string> {
  const matching = matchRows(present, imported);
  return new Map(
    sheet.rows.map(({ id }, index) => [id, matching.get(imported.rows[index]!)?.id ?? id])
  );
}
