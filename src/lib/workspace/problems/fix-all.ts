import { applyEdit } from '#lib/model/apply.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import { problemKey, type Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker, type Checker } from '#lib/rules/check.ts';
import { shownChanges, type ShownChange } from './shown-changes.ts';

/** What mends the problems of one place, or of places that are mended together. */
export interface PlannedFix {
  /** The first of the problems, whose name stands for all of them. */
  readonly problem: Problem;
  /** How many problems it mends. */
  readonly count: number;
  readonly edit: Edit;
  /** What it changes in the end. */
  readonly changes: readonly ShownChange[];
}

/** The fixes of many problems as they would be carried out, as one edit. */
export interface FixPlan {
  readonly fixes: readonly PlannedFix[];
  /** How many problems are left out because their fixes would bring one that was not there. */
  readonly left: number;
}

/** What is mended together, in the order in which it is done. */
interface Group {
  readonly problem: Problem;
  readonly count: number;
  readonly label: string;
  readonly targets: ReadonlySet<string>;
  readonly changes: readonly Change[];
}

/** More turns than there are findings of a rule in one text. */
const MOST_TURNS = 60;

/**
 * A planner of fixes for a workbook that is being edited. It checks the workbook itself, so that a
 * plan never rests on what stood there before. A plan takes the first fix of each problem asked for
 * that is there, is open and has one; where two change one place, the second is taken from what the
 * first leaves.
 */
export function createFixPlanner(): (workbook: Workbook, problems: readonly Problem[]) => FixPlan {
  const checker = createChecker();
  return (workbook, problems) => {
    const groups = groupsOf(workbook, problems, checker);
    const kept = withoutNewProblems(workbook, groups, checker);
    const fixes = kept.map((group) => plannedFix(workbook, group));
    return { fixes, left: countMended(groups) - countMended(kept) };
  };
}

/** The fixes as one edit, which is one step of undo. */
export function editOfFixes(fixes: readonly PlannedFix[]): Edit {
  const [first] = fixes;
  const label =
    fixes.length === 1
      ? first!.edit.label
      : `修正“${first?.problem.title}” ${countMended(fixes)} 处`;
  return { label, changes: fixes.flatMap(({ edit }) => edit.changes) };
}

/** How many problems some fixes mend. */
export function countMended(fixes: readonly { readonly count: number }[]): number {
  return fixes.reduce((sum, { count }) => sum + count, 0);
}

function plannedFix(workbook: Workbook, { problem, count, label, changes }: Group): PlannedFix {
  const edit = { label, changes: lastTexts(changes) };
  return { problem, count, edit, changes: shownChanges(workbook, applyEdit(workbook, edit)) };
}

/** Goes on in turns while fixes are left that change a place which an earlier one has changed. */
function groupsOf(
  workbook: Workbook,
  problems: readonly Problem[],
  checker: Checker
): readonly Group[] {
  const keys = new Set(problems.map(problemKey));
  const planned = new Set<string>();
  let groups: readonly Group[] = [];
  let now = workbook;
  const asked = fixable(checker.check(workbook).problems).filter((one) =>
    keys.has(problemKey(one))
  );
  let wanted: readonly Problem[] = asked;
  for (let turn = 0; turn < MOST_TURNS && wanted.length > 0; turn++) {
    const taken = new Set<string>();
    const waiting = new Set<string>();
    for (const problem of wanted) {
      const [fix] = problem.fixes;
      const { changes } = fix!.edit;
      // A fix that mends all slips of a text comes with each of them.
      const same = JSON.stringify(changes);
      if (planned.has(same)) continue;
      const targets = new Set(changes.flatMap(targetsOf));
      if ([...targets].some((target) => taken.has(target))) {
        waiting.add(findingKey(problem));
        continue;
      }
      planned.add(same);
      for (const target of targets) taken.add(target);
      groups = withGroup(groups, { problem, count: 0, label: fix!.label, targets, changes });
      now = applyEdit(now, fix!.edit);
    }
    if (waiting.size === 0) break;
    wanted = fixable(checker.check(now).problems).filter((one) => waiting.has(findingKey(one)));
  }
  return groups.map((group) => ({ ...group, count: countOf(group, asked) }));
}

/** How many problems have their fix in a group. */
function countOf({ targets }: Group, problems: readonly Problem[]): number {
  return problems.filter(({ fixes }) =>
    fixes[0]!.edit.changes.flatMap(targetsOf).some((target) => targets.has(target))
  ).length;
}

function fixable(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ fixes, waived }) => fixes.length > 0 && waived === undefined);
}

/** Tells a finding again after characters in front of it have come or gone. */
function findingKey({ code, place, values }: Problem): string {
  return JSON.stringify([code, place.sheet, place.row, place.column, place.field, values]);
}

/** The groups with one more, joined with those that change a place of its. */
function withGroup(groups: readonly Group[], added: Group): readonly Group[] {
  const touches = ({ targets }: Group) => [...added.targets].some((target) => targets.has(target));
  const joined = [...groups.filter(touches), added];
  const first = joined[0]!;
  const group = {
    ...first,
    targets: new Set(joined.flatMap(({ targets }) => [...targets])),
    changes: joined.flatMap(({ changes }) => changes)
  };
  return first === added
    ? [...groups, added]
    : groups.flatMap((one) => (one === first ? [group] : touches(one) ? [] : [one]));
}

/** Leaves out each group that would bring a problem. Mostly none does, which one check tells. */
function withoutNewProblems(
  workbook: Workbook,
  groups: readonly Group[],
  checker: Checker
): readonly Group[] {
  const after = (from: Workbook, some: readonly Group[]) =>
    some.reduce((now, { label, changes }) => applyEdit(now, { label, changes }), from);
  let present = countProblems(checker, workbook);
  if (!brings(present, countProblems(checker, after(workbook, groups)))) return groups;
  const kept: Group[] = [];
  let now = workbook;
  for (const group of groups) {
    const next = after(now, [group]);
    const counts = countProblems(checker, next);
    if (brings(present, counts)) continue;
    kept.push(group);
    now = next;
    present = counts;
  }
  return kept;
}

/** How many problems of each rule each sheet has. A fix may move them within the sheet. */
function countProblems(checker: Checker, workbook: Workbook): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, place } of checker.check(workbook).problems) {
    const key = `${code} ${place.sheet}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function brings(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): boolean {
  return [...after].some(([key, count]) => count > (before.get(key) ?? 0));
}

/** What a change touches: of two fixes that touch the same, the second has to see what the first did. */
function targetsOf(change: Change): readonly string[] {
  switch (change.do) {
    case 'cell':
      return [`cell ${change.row} ${change.column}`];
    case 'field':
      return [`field ${change.sheet} ${change.field}`];
    case 'insert':
    case 'move':
      return [`order ${change.sheet}`];
    case 'delete':
    case 'restore':
      return change.rows.map((row) => `row ${row}`);
    case 'sheet':
      return [`sheet ${change.sheet} ${change.property}`];
    default:
      return ['workbook'];
  }
}

/** The changes without texts that a later one writes over: one step of undo for each place. */
function lastTexts(changes: readonly Change[]): readonly Change[] {
  return changes.filter((change, at) => {
    if (change.do !== 'cell' && change.do !== 'field') return true;
    const [target] = targetsOf(change);
    return !changes
      .slice(at + 1)
      .some((later) => later.do === change.do && targetsOf(later)[0] === target);
  });
}
