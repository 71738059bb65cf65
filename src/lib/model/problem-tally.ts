import { SEVERITIES, type Problem, type Severity } from './problem.ts';

/** How often one rule speaks with one severity. */
export interface TallyLine {
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly count: number;
  /** In how many papers. */
  readonly papers: number;
}

/** The problems of one paper by their rule; waived ones are not counted. */
export function tallyProblems(problems: readonly Problem[]): readonly TallyLine[] {
  const lines = problems
    .filter(({ waived }) => waived === undefined)
    .map(({ code, title, severity }) => ({ code, title, severity, count: 1, papers: 1 }));
  return merged(lines, (one, other) => Math.max(one.papers, other.papers));
}

/** The problems of many papers by their rule, from the tallies of each. */
export function addTallies(tallies: readonly (readonly TallyLine[])[]): readonly TallyLine[] {
  return merged(tallies.flat(), (one, other) => one.papers + other.papers);
}

/** One line for each rule and severity: the gravest first, then the most frequent, then by code. */
function merged(
  lines: readonly TallyLine[],
  papersOf: (one: TallyLine, other: TallyLine) => number
): readonly TallyLine[] {
  const byKey = new Map<string, TallyLine>();
  for (const line of lines) {
    const key = `${line.severity} ${line.code}`;
    const known = byKey.get(key);
    const count = (known?.count ?? 0) + line.count;
    byKey.set(key, known ? { ...known, count, papers: papersOf(known, line) } : line);
  }
  return [...byKey.values()].sort(
    (a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1)
  );
}

function rank({ severity }: TallyLine): number {
  return SEVERITIES.indexOf(severity);
}
