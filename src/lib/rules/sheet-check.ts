import type { Row, Sheet, SheetKind } from '#lib/model/workbook.ts';
import { CLEAN, keepIdentity, run, type Outcome, type Severities } from './outcome.ts';
import type { FieldRule, Rule, RowRule, RuleContext, SheetRule } from './rule.ts';

/** The rules that look at one kind of sheet, by what they need. */
export interface RuleSet {
  readonly row: readonly RowRule[];
  readonly field: readonly FieldRule[];
  readonly sheet: readonly SheetRule[];
}

/** Rules sorted by the kind of sheet they look at. */
export type RuleSets = Readonly<Record<SheetKind, RuleSet>>;

/** Sorts rules by the sheets they look at and by what they need; workbook rules are not among them. */
export function ruleSets(rules: readonly Rule[]): RuleSets {
  const within = rules.filter((rule) => rule.scope !== 'workbook');
  const of = (kind: SheetKind) => {
    const here = within.filter(({ kinds = ['project'] }) => kinds.includes(kind));
    return {
      row: here.filter((rule): rule is RowRule => rule.scope === 'cell' || rule.scope === 'row'),
      field: here.filter((rule) => rule.scope === 'field'),
      sheet: here.filter((rule) => rule.scope === 'sheet')
    };
  };
  return {
    project: of('project'),
    brief: of('brief'),
    disclosure: of('disclosure'),
    text: of('text'),
    free: of('free')
  };
}

/** What a check goes by besides the sheet. While it is the same object, old outcomes hold. */
export interface Basis {
  readonly rules: RuleSets;
  readonly context: RuleContext;
  readonly severities: Severities;
}

/** A sheet with the outcomes of the rules that look at nothing outside it. */
export interface CheckedSheet {
  readonly basis: Basis;
  readonly sheet: Sheet;
  /** Of the field rules. */
  readonly header: Outcome;
  /** Of the sheet rules. */
  readonly whole: Outcome;
  /** Of the row rules, in the order of the rows. */
  readonly rows: readonly Outcome[];
}

/**
 * Checks a sheet. What `old`, the same sheet checked before on the same basis, already knows of
 * rows and fields that are still the same objects is taken over.
 */
export function checkSheet(
  sheet: Sheet,
  basis: Basis,
  old: CheckedSheet | undefined
): CheckedSheet {
  if (old?.sheet === sheet && old.basis === basis) return old;
  const known = old?.basis === basis ? old : undefined;
  const { context, severities } = basis;
  const rules = basis.rules[sheet.kind];
  const place = { sheet: sheet.id };
  const header =
    known?.sheet.fields === sheet.fields
      ? known.header
      : run(rules.field, severities, place, (rule) => rule.check(sheet, context));
  const whole = run(rules.sheet, severities, place, (rule) => rule.check(sheet, context));
  return {
    basis,
    sheet,
    header: keepIdentity(old?.header, header),
    whole: keepIdentity(old?.whole, whole),
    rows: checkRows(sheet, basis, known)
  };
}

/**
 * Most edits change, insert or delete rows in one stretch. Outside it old and new rows are compared
 * by position, which at 10,000 rows costs a tenth of looking each of them up.
 */
function checkRows(
  { id, kind, rows }: Sheet,
  basis: Basis,
  old: CheckedSheet | undefined
): readonly Outcome[] {
  const oldRows = old?.sheet.rows ?? [];
  const oldOutcomes = old?.rows ?? [];
  if (rows === oldRows) return oldOutcomes;

  const shorter = Math.min(rows.length, oldRows.length);
  let head = 0;
  while (head < shorter && rows[head] === oldRows[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && rows.at(-1 - tail) === oldRows.at(-1 - tail)) tail += 1;

  const outcomes = oldOutcomes.slice(0, head);
  const known = new Map<string, number>();
  for (let at = head; at < oldRows.length - tail; at += 1) known.set(oldRows[at]!.id, at);
  for (const row of rows.slice(head, rows.length - tail)) {
    const at = known.get(row.id);
    if (at !== undefined && oldRows[at] === row) outcomes.push(oldOutcomes[at]!);
    else outcomes.push(keepIdentity(oldOutcomes[at ?? -1], checkRow(row, id, kind, basis)));
  }
  for (let at = oldRows.length - tail; at < oldRows.length; at += 1) {
    outcomes.push(oldOutcomes[at] ?? CLEAN);
  }
  return outcomes;
}

function checkRow(row: Row, sheet: string, kind: SheetKind, basis: Basis): Outcome {
  const { rules, context, severities } = basis;
  return run(rules[kind].row, severities, { sheet, row: row.id }, (rule) =>
    rule.check(row, context)
  );
}
