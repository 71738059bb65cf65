import type { Problem } from '#lib/model/problem.ts';
import type { Place } from '#lib/model/workbook.ts';
import type { Finding, Rule } from './rule.ts';

/** A rule that threw, which is a fault of the rule and not of the paper. */
export interface Failure {
  readonly code: string;
  readonly place: Place;
  /** What was thrown. */
  readonly reason: string;
}

/** What running rules brings: the problems, and the rules that failed. */
export interface Outcome {
  readonly problems: readonly Problem[];
  readonly failures: readonly Failure[];
}

/** The outcome of rules that found nothing; shared, so that a clean row costs no memory. */
export const CLEAN: Outcome = { problems: [], failures: [] };

/** The severities that a workbook sets for itself, by code. */
export type Severities = Readonly<Record<string, Problem['severity'] | 'off'>>;

/**
 * Runs rules by way of `check` and turns their findings into problems. `place` is where they look:
 * it completes the places of the findings. A rule that throws becomes a failure, the others go on.
 */
export function run<Kind extends Rule>(
  rules: readonly Kind[],
  severities: Severities,
  place: Place,
  check: (rule: Kind) => readonly Finding[]
): Outcome {
  const problems: Problem[] = [];
  const failures: Failure[] = [];
  for (const rule of rules) {
    const chosen = Object.hasOwn(severities, rule.code) ? severities[rule.code] : undefined;
    if (chosen === 'off') continue;
    try {
      for (const finding of check(rule)) problems.push(toProblem(rule, finding, chosen, place));
    } catch (error) {
      failures.push({ code: rule.code, place, reason: String(error) });
    }
  }
  return problems.length + failures.length === 0 ? CLEAN : { problems, failures };
}

function toProblem(
  rule: Rule,
  { place, values, severity, related = [], fixes = [] }: Finding,
  chosen: Problem['severity'] | undefined,
  within: Place
): Problem {
  return {
    code: rule.code,
    severity: chosen ?? severity ?? rule.severity,
    place: { ...within, ...place },
    values,
    title: rule.title,
    message: rule.message(values),
    related: related.map((other) => ({ ...within, ...other })),
    fixes
  };
}

/**
 * The new outcome made of the objects of the old one wherever they say the same, so that whoever
 * shows problems can tell by identity that nothing changed.
 */
export function keepIdentity(old: Outcome | undefined, fresh: Outcome): Outcome {
  if (!old || fresh === CLEAN) return fresh;
  const known = new Map(old.problems.map((problem) => [JSON.stringify(problem), problem]));
  const problems = fresh.problems.map((problem) => known.get(JSON.stringify(problem)) ?? problem);
  const same =
    problems.length === old.problems.length &&
    problems.every((problem, at) => problem === old.problems[at]) &&
    JSON.stringify(fresh.failures) === JSON.stringify(old.failures);
  return same ? old : { problems, failures: fresh.failures };
}
