import { WHOLE_PAPER } from '#lib/model/own-field.ts';
import { countProblems, SEVERITIES, type Counts, type Problem } from '#lib/model/problem.ts';
import type { Severity } from '#lib/model/problem.ts';
import { sheetName, type Sheet } from '#lib/model/workbook.ts';

/** Which problems a person wants to see. */
export interface ProblemFilter {
  /** The accepted ones instead of those that are open. */
  readonly waived: boolean;
  readonly severities: Readonly<Record<Severity, boolean>>;
  /** The id of the only sheet to look at; null for all. */
  readonly sheet: string | null;
  /** What title, message, code or the name of the sheet must hold; empty for all. */
  readonly words: string;
}

/** What a filter lets through, and the truth about what it does not. */
export interface Filtered {
  readonly problems: readonly Problem[];
  /** How many there would be of each severity if all severities were shown. */
  readonly counts: Counts;
  /** How many problems of this kind, open or waived, are not among `problems`. */
  readonly hidden: number;
}

/** Filters the problems of a workbook, keeping their order. */
export function filterProblems(
  problems: readonly Problem[],
  sheets: readonly Sheet[],
  { waived, severities, sheet, words }: ProblemFilter
): Filtered {
  const ofKind = problems.filter((problem) => (problem.waived !== undefined) === waived);
  const wanted = words.trim().toLowerCase();
  const names = new Map([
    ['', WHOLE_PAPER],
    ...sheets.map((one) => [one.id, sheetName(one)] as const)
  ]);
  const holds = ({ title, message, code, place }: Problem) =>
    `${title} ${message} ${code} ${names.get(place.sheet ?? '') ?? ''}`
      .toLowerCase()
      .includes(wanted);
  const found = ofKind.filter(
    (problem) =>
      (sheet === null || problem.place.sheet === sheet) && (wanted === '' || holds(problem))
  );
  const passed = found.filter(({ severity }) => severities[severity]);
  return { problems: passed, counts: countAll(found), hidden: ofKind.length - passed.length };
}

/** How many problems are open, and how many are waived. */
export function openAndWaived(problems: readonly Problem[]): {
  readonly open: number;
  readonly waived: number;
} {
  const counts = countProblems(problems);
  const open = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  return { open, waived: problems.length - open };
}

function countAll(problems: readonly Problem[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}
