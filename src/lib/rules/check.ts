import { FORMS } from '#lib/model/forms.ts';
import type { Problem } from '#lib/model/problem.ts';
import { remember } from '#lib/model/remember.ts';
import type { OwnRule } from '#lib/model/settings/own-rule.ts';
import { severitiesFor } from '#lib/model/settings/severities.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { compileOwnRules } from './custom/compile.ts';
import { IN_NO_SHEET, listProblems, type Listing } from './listing.ts';
import { CLEAN, keepIdentity, run, type Failure, type Outcome } from './outcome.ts';
import { RULES } from './registry.ts';
import type { Rule } from './rule.ts';
import {
  checkSheet,
  ruleSets,
  type Basis,
  type CheckedSheet,
  type RuleSets
} from './sheet-check.ts';
import { createWaiving } from './waiving.ts';

/** What a check of a workbook brings. */
export interface CheckResult {
  /** Those in no sheet first, then in the order of the sheets and rows, gravest first, then by code. */
  readonly problems: readonly Problem[];
  /** The same problems by the id of their sheet; sheets without problems are not in it. */
  readonly bySheet: ReadonlyMap<string, readonly Problem[]>;
  /** Rules that threw; the others were run all the same. */
  readonly failures: readonly Failure[];
}

/** Checks workbooks that follow from each other by edits. */
export interface Checker {
  /**
   * Checks a workbook. What has not changed since the last call, by identity, is not looked at
   * again: row rules run on changed rows, sheet rules on changed sheets, workbook rules always.
   * Problems that say the same as before are the same objects, and so are the lists of sheets
   * whose problems are the same.
   */
  check(workbook: Workbook): CheckResult;
  /**
   * Does some of what `check` of the same workbook would do next: sheet after sheet, until it has been
   * enough. Returns whether the sheets are done.
   */
  prepare(workbook: Workbook, enough: () => boolean): boolean;
}

/**
 * A checker with nothing checked yet. Beside `rules` it runs the own rules of the workbook, which it
 * compiles anew when they are another list by identity.
 */
export function createChecker(rules: readonly Rule[] = RULES): Checker {
  const across = rules.filter((rule) => rule.scope === 'workbook');
  const withinFor = remember((own: readonly OwnRule[]) =>
    ruleSets([...rules, ...compileOwnRules(own)])
  );
  const waiving = createWaiving();
  let basis: Basis | undefined;
  let checked = new Map<string, CheckedSheet>();
  let overall: Outcome = CLEAN;
  let listings: ReadonlyMap<string, Listing> = new Map();

  const basisFor = (workbook: Workbook) =>
    (basis = basisOf(workbook, withinFor(workbook.settings.rules), basis));

  return {
    prepare(workbook, enough) {
      const now = basisFor(workbook);
      for (const sheet of workbook.sheets) {
        const before = checked.get(sheet.id);
        const after = checkSheet(sheet, now, before);
        checked.set(sheet.id, after);
        if (after !== before && enough()) return false;
      }
      return true;
    },
    check(workbook) {
      const now = basisFor(workbook);
      checked = new Map(
        workbook.sheets.map((sheet) => [sheet.id, checkSheet(sheet, now, checked.get(sheet.id))])
      );
      overall = keepIdentity(
        overall,
        run(across, now.severities, {}, (rule) => rule.check(workbook, now.context))
      );
      listings = listProblems(workbook, checked, overall.problems, listings, waiving);

      const bySheet = new Map<string, readonly Problem[]>();
      for (const [id, { problems }] of listings) {
        if (problems.length > 0 && id !== IN_NO_SHEET) bySheet.set(id, problems);
      }
      const own = listings.get(IN_NO_SHEET)?.problems ?? [];
      return {
        problems: [...own, ...[...bySheet.values()].flat()],
        bySheet,
        failures: [...[...checked.values()].flatMap(failuresOf), ...overall.failures]
      };
    }
  };
}

/** Checks a workbook from scratch. For a workbook that is being edited, keep a checker instead. */
export function check(workbook: Workbook): readonly Problem[] {
  return createChecker().check(workbook).problems;
}

/** The same object as before where nothing that it holds has changed. */
function basisOf({ form, year, settings }: Workbook, rules: RuleSets, old?: Basis): Basis {
  const severities = severitiesFor(settings.severities, form);
  const same =
    old?.rules === rules &&
    old.context.form === FORMS[form] &&
    old.context.year === year &&
    (old.severities === severities ||
      JSON.stringify(old.severities) === JSON.stringify(severities));
  return same ? old : { rules, severities, context: { form: FORMS[form], year } };
}

function failuresOf({ header, whole, rows }: CheckedSheet): readonly Failure[] {
  const failures = [...header.failures, ...whole.failures];
  for (const outcome of rows) if (outcome !== CLEAN) failures.push(...outcome.failures);
  return failures;
}
