import { applyEdit } from '#lib/model/apply.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import { problemKey, type Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker, type Checker } from '#lib/rules/check.ts';
import { FixGroups, lastTexts, targetsOf, type FixGroup } from './fix-groups.ts';
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
    const keys = new Set(problems.map(problemKey));
    const found = fixable(checker.check(workbook).problems);
    const asked = found.filter((problem) => keys.has(problemKey(problem)));
    const groups = groupsOf(workbook, asked, checker);
    const counts = new Map<FixGroup | undefined, number>();
    for (const { fixes } of asked) {
      const group = groups.groupOf(fixes[0]!);
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    const { kept } = withoutNewProblems(workbook, groups.list, checker);
    const plan = planner(workbook);
    const fixes = kept.map((group) => plan(group, counts.get(group) ?? 0));
    return { fixes, left: asked.length - countMended(fixes) };
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
export function countMended(fixes: readonly PlannedFix[]): number {
  return fixes.reduce((sum, { count }) => sum + count, 0);
}

/** Says what groups change in a workbook, by looking at no more than the sheets that they touch. */
function planner(workbook: Workbook): (group: FixGroup, count: number) => PlannedFix {
  const sheetOfRow = new Map(
    workbook.sheets.flatMap(({ id, rows }) => rows.map((row) => [row.id, id] as const))
  );
  const touched = (change: Change) => {
    if (change.do === 'cell') return sheetOfRow.get(change.row);
    return 'sheet' in change && typeof change.sheet === 'string' ? change.sheet : undefined;
  };
  return ({ problem, label, changes }, count) => {
    const edit = { label, changes: lastTexts(changes) };
    const ids = new Set(changes.map(touched));
    const before = { ...workbook, sheets: workbook.sheets.filter(({ id }) => ids.has(id)) };
    return { problem, count, edit, changes: shownChanges(before, applyEdit(before, edit)) };
  };
}

/** Goes on in turns while fixes are left that change a place which an earlier one has changed. */
function groupsOf(workbook: Workbook, asked: readonly Problem[], checker: Checker): FixGroups {
  const groups = new FixGroups();
  const planned = new Set<string>();
  let now = workbook;
  let wanted = asked;
  for (let turn = 0; turn < MOST_TURNS && wanted.length > 0; turn++) {
    const taken = new Set<string>();
    const waiting = new Set<string>();
    const done: Change[] = [];
    for (const problem of wanted) {
      const fix = problem.fixes[0]!;
      const { changes } = fix.edit;
      // A fix that mends all slips of a text comes with each of them.
      const same = JSON.stringify(changes);
      if (planned.has(same)) continue;
      const targets = targetsOf(changes);
      if ([...targets].some((target) => taken.has(target))) {
        waiting.add(findingKey(problem));
        continue;
      }
      planned.add(same);
      for (const target of targets) taken.add(target);
      groups.add(problem, fix);
      done.push(...changes);
    }
    if (waiting.size === 0) break;
    now = applyEdit(now, { label: '', changes: done });
    wanted = fixable(checker.check(now).problems).filter((one) => waiting.has(findingKey(one)));
  }
  return groups;
}

function fixable(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ fixes, waived }) => fixes.length > 0 && waived === undefined);
}

/** Tells a finding again after characters in front of it have come or gone. */
function findingKey({ code, place, values }: Problem): string {
  return JSON.stringify([code, place.sheet, place.row, place.column, place.field, values]);
}

interface Kept {
  readonly kept: readonly FixGroup[];
  /** The workbook with what is kept carried out. */
  readonly after: Workbook;
}

/**
 * Leaves out each group that would bring a problem. Mostly none does, which one check tells; else
 * each half is tried by itself, so that few guilty ones among many are found in few checks.
 */
function withoutNewProblems(
  workbook: Workbook,
  groups: readonly FixGroup[],
  checker: Checker
): Kept {
  const changes = groups.flatMap((group) => group.changes);
  const after = applyEdit(workbook, { label: '', changes });
  if (!brings(countProblems(checker, workbook), countProblems(checker, after))) {
    return { kept: groups, after };
  }
  if (groups.length === 1) return { kept: [], after: workbook };
  const middle = Math.ceil(groups.length / 2);
  const first = withoutNewProblems(workbook, groups.slice(0, middle), checker);
  const second = withoutNewProblems(first.after, groups.slice(middle), checker);
  return { kept: [...first.kept, ...second.kept], after: second.after };
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
