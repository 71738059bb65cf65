import { WHOLE_PAPER } from '#lib/model/own-field.ts';
import { shortSheetName } from '#lib/model/place-name.ts';
import { problemKey, SEVERITIES, type Problem } from '#lib/model/problem.ts';
import { rememberItems } from '#lib/model/remember.ts';
import { sheetName, type Sheet } from '#lib/model/workbook.ts';

/** What the list of problems is grouped by. */
export type Grouping = 'sheet' | 'rule';

/** Some problems under one heading. */
export interface ProblemGroup {
  /** The same from one check to the next. */
  readonly id: string;
  /** What a narrow heading says, and what it is called in full. */
  readonly title: string;
  readonly name: string;
  /** The sheet that it is about; undefined where it is a rule, or the workbook itself. */
  readonly sheet?: Sheet;
  /** The rule that it is about; undefined where it is a sheet or the workbook itself. */
  readonly code?: string;
  readonly problems: readonly Problem[];
  /** The same problems in the order of the list; those of one cell are together. */
  readonly cells: readonly (readonly Problem[])[];
}

/**
 * Groups problems by sheet in the order of the workbook, those in no sheet first: gravest first, then rule
 * by rule.
 */
export function groupBySheet(
  problems: readonly Problem[],
  sheets: readonly Sheet[]
): readonly ProblemGroup[] {
  const bySheet = grouped(problems, ({ place }) => place.sheet ?? '');
  return [undefined, ...sheets].flatMap((sheet) => {
    const here = bySheet.get(sheet?.id ?? '');
    if (!here) return [];
    const cells = orderedCells(here);
    const id = `sheet ${sheet?.id ?? ''}`;
    return sheet
      ? [{ id, title: shortSheetName(sheet), name: sheetName(sheet), sheet, problems: here, cells }]
      : [{ id, title: WHOLE_PAPER, name: WHOLE_PAPER, problems: here, cells }];
  });
}

/** A sheet whose problems are the same as before keeps their order: an edit changes those of one or two. */
const orderedCells = rememberItems((problems: readonly Problem[]) =>
  byGravityAndRule(joined(problems))
);

/** Groups problems by rule, the gravest rules first, each in the order of the workbook. */
export function groupByRule(problems: readonly Problem[]): readonly ProblemGroup[] {
  const byRule = [...grouped(problems, ({ code }) => code)];
  const gravity = ([, found]: [string, readonly Problem[]]) =>
    Math.min(...SEVERITIES.flatMap((severity, at) => (hasAny(found, severity) ? [at] : [])));
  return byRule
    .sort((a, b) => gravity(a) - gravity(b))
    .map(([code, found]) => ({
      id: `rule ${code}`,
      title: found[0]!.title,
      name: found[0]!.title,
      code,
      problems: found,
      cells: found.map((problem) => [problem])
    }));
}

function hasAny(problems: readonly Problem[], severity: Problem['severity']): boolean {
  return problems.some((problem) => problem.severity === severity);
}

/** The problems of one cell, field or passage together; those of a whole sheet one by one. */
function joined(problems: readonly Problem[]): Problem[][] {
  const cells = grouped(problems, (problem) => {
    const { row, column, field, range } = problem.place;
    const whole = row === undefined && field === undefined;
    return whole ? problemKey(problem) : [row, column, field, range?.join('-')].join(' ');
  });
  return [...cells.values()].map((cell) => [...cell].sort(byGravity));
}

function byGravityAndRule(cells: readonly Problem[][]): readonly (readonly Problem[])[] {
  const order = new Map<string, number>();
  for (const [first] of cells) if (!order.has(first!.code)) order.set(first!.code, order.size);
  return [...cells].sort(
    ([a], [b]) => byGravity(a!, b!) || order.get(a!.code)! - order.get(b!.code)!
  );
}

function byGravity(a: Problem, b: Problem): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

function grouped(
  problems: readonly Problem[],
  keyOf: (problem: Problem) => string
): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return groups;
}
