import type { Edit, WaiverChange } from '#lib/model/edit.ts';
import { newId } from '#lib/model/ids.ts';
import type { Problem } from '#lib/model/problem.ts';
import { acceptedText, subjectOf } from '#lib/model/waiver.ts';
import { findSheet, type Waiver, type Workbook } from '#lib/model/workbook.ts';

/** An edit of nothing but waivers, which somebody who may only comment may make. */
export interface WaiverEdit extends Edit {
  readonly changes: readonly WaiverChange[];
}

/** Who accepts a problem, why, and when. */
export type Acceptance = Pick<Waiver, 'reason' | 'by' | 'at'>;

/** The edit that accepts a problem as it now stands; null where its sheet is gone. */
export function waivingEdit(
  workbook: Workbook,
  problem: Problem,
  acceptance: Acceptance
): WaiverEdit | null {
  const { code, place, title } = problem;
  const sheet = findSheet(workbook, place.sheet);
  if (place.sheet !== undefined && !sheet) return null;
  const waiver = { id: newId(), code, place, was: acceptedText(sheet, problem), ...acceptance };
  return { label: `豁免“${title}”`, changes: [{ do: 'waive', waiver }] };
}

/**
 * The edit that takes a waiver back, and with it all that accept the same: two people may have waived
 * one problem, and it shall stand open again. Those that one may not withdraw stay. `title` is that
 * of the problem; null where there is no such waiver, or none of them may be withdrawn.
 */
export function withdrawalEdit(
  { waivers }: Workbook,
  id: string,
  title: string,
  mayWithdraw: (waiver: Waiver) => boolean = () => true
): WaiverEdit | null {
  const withdrawn = waivers.find((waiver) => waiver.id === id);
  if (!withdrawn) return null;
  const subject = subjectOf(withdrawn);
  const changes = waivers
    .filter((waiver) => waiver.was === withdrawn.was && subjectOf(waiver) === subject)
    .filter(mayWithdraw)
    .map(({ id }) => ({ do: 'withdraw', waiver: id }) as const);
  if (changes.length === 0) return null;
  return { label: title === '' ? '撤回豁免' : `撤回豁免“${title}”`, changes };
}

/**
 * The latest waiver that once accepted what stands open here again, because its text has changed
 * since; null where there is none. `inForce` are the ids of those that accept something now.
 */
export function formerWaiver(
  { waivers }: Workbook,
  problem: Problem,
  inForce: ReadonlySet<string>
): Waiver | null {
  if (problem.waived !== undefined) return null;
  const subject = subjectOf(problem);
  return waivers.findLast((one) => subjectOf(one) === subject && !inForce.has(one.id)) ?? null;
}
