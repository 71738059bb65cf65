import { SEVERITIES, type Problem } from '#lib/model/problem.ts';
import type { Waiver, Workbook } from '#lib/model/workbook.ts';
import { groupBy } from './group-by.ts';
import { CLEAN } from './outcome.ts';
import type { CheckedSheet } from './sheet-check.ts';
import type { Waiving } from './waiving.ts';

/** The problems of one sheet, or of none, in order, and what they were made from. */
export interface Listing {
  /** Undefined of the problems that are in no sheet. */
  readonly from: CheckedSheet | undefined;
  readonly across: readonly Problem[];
  readonly waivers: readonly Waiver[];
  readonly problems: readonly Problem[];
}

/** The id under which the problems are listed that are in no sheet; no sheet has it. */
export const IN_NO_SHEET = '';

/**
 * The problems of the workbook itself, and of each sheet, those of workbook rules (`across`) among
 * them, in order and with accepted ones marked. A sheet whose problems are the same objects as before
 * keeps its list.
 */
export function listProblems(
  { waivers }: Workbook,
  checked: ReadonlyMap<string, CheckedSheet>,
  across: readonly Problem[],
  old: ReadonlyMap<string, Listing>,
  waiving: Waiving
): ReadonlyMap<string, Listing> {
  const acrossBySheet = groupBy(across, ({ place }) => place.sheet);
  const listings = new Map<string, Listing>();
  for (const [id, from] of [[IN_NO_SHEET, undefined] as const, ...checked]) {
    const before = old.get(id);
    const here = acrossBySheet.get(id === IN_NO_SHEET ? undefined : id) ?? [];
    listings.set(
      id,
      before && before.from === from && before.waivers === waivers && sameItems(before.across, here)
        ? before
        : list(from, here, waivers, waiving, before)
    );
  }
  return listings;
}

function list(
  from: CheckedSheet | undefined,
  across: readonly Problem[],
  waivers: readonly Waiver[],
  waiving: Waiving,
  before: Listing | undefined
): Listing {
  const ordered = from ? inOrder(from, across) : [...across].sort(byGravity);
  const problems =
    waivers.length === 0
      ? ordered
      : ordered.map((problem) => waiving.mark(problem, from?.sheet, waivers));
  const kept = before && sameItems(before.problems, problems) ? before.problems : problems;
  return { from, across, waivers, problems: kept };
}

/** Problems of the sheet as a whole come first, then those of its rows. */
function inOrder(
  { sheet, header, whole, rows }: CheckedSheet,
  across: readonly Problem[]
): readonly Problem[] {
  const beside = groupBy(
    [...header.problems, ...whole.problems, ...across],
    ({ place }) => place.row
  );
  const problems = (beside.get(undefined) ?? []).sort(byGravity);
  beside.delete(undefined);
  rows.forEach((outcome, at) => {
    if (outcome === CLEAN && beside.size === 0) return;
    const more = beside.get(sheet.rows[at]!.id) ?? [];
    problems.push(...[...outcome.problems, ...more].sort(byGravity));
  });
  return problems;
}

function byGravity(a: Problem, b: Problem): number {
  const gravity = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
  return gravity || (a.code < b.code ? -1 : Number(a.code > b.code));
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
