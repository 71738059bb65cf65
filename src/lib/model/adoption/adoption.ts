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
    const { sheet, imported, present } = arrival;
    const decision = decide(workbook, arrival, { taken, replaced }, choices.get(arrival));
    const { choice } = decision;
    const done = changesOf(workbook, decision);
    decisions.push(decision);
    changes.push(...done);
    workbook = applyEdit(workbook, { label: '', changes: done });
    if (choice === 'skip') {
      counts.skipped += 1;
      continue;
    }
    const id = choice === 'replace' && present ? present.id : sheet.id;
    counts[choice === 'replace' ? 'replaced' : 'added'] += 1;
    first ??= id;
    if (choice === 'replace') replaced.add(id);
    if (present) taken.set(present.id, [...(taken.get(present.id) ?? []), { ...imported, id }]);
  }
  const stored = counts.added + counts.replaced;
  const label = stored > 0 ? `存入 ${stored} 张表` : '存入豁免';
  return { edit: { label, changes }, decisions, ...counts, first };
}

/** The changes that carry a decision out; what is left out as identical still brings its waivers. */
function changesOf(workbook: Workbook, { arrival, choice, met, comparison }: Decision): Change[] {
  const { sheet, imported, waivers, present } = arrival;
  if (choice === 'both') {
    const after = placeFor(workbook.sheets, sheet);
    return [{ do: 'insert-sheet', sheet, after }, ...waivingChanges(workbook, waivers)];
  }
  if (choice === 'skip' && !comparison?.identical) return [];
  const target = findSheet(workbook, choice === 'replace' ? present?.id : met?.id);
  if (!target) return [];
  const newIds = sheet.rows.map(({ id }) => id);
  const accepted = readdressed(waivers, target.id, keptRows(target, arrival));
  return [
    ...(choice === 'replace' ? replacementChanges(target, imported, newIds) : []),
    ...waivingChanges(workbook, accepted)
  ];
}

/** The ids that the rows of an arrival have in the open sheet, by the ids they would be added under. */
function keptRows(present: Sheet, { imported, sheet }: Arrival): ReadonlyMap<string, string> {
  const matching = matchRows(present, imported);
  return new Map(
    sheet.rows.map(({ id }, index) => [id, matching.get(imported.rows[index]!)?.id ?? id])
  );
}
