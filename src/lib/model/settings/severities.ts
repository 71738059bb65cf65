import type { Severity } from '../problem.ts';
import type { FormName, Settings } from '../workbook.ts';

/** What a workbook may say of a rule: how grave it is, or that it is not asked. */
export type ChosenSeverity = Severity | 'off';

type Severities = Settings['severities'];

const FORM_MARK = '@';

/** The key of a rule in `Settings.severities`, for one form or, where it is null, for all. */
export function severityKey(code: string, form: FormName | null): string {
  return form === null ? code : code + FORM_MARK + form;
}

/** The rule and the form that a key of `Settings.severities` names; the form is empty for all forms. */
export function splitSeverityKey(key: string): { readonly code: string; readonly form: string } {
  const [code = '', form = ''] = key.split(FORM_MARK);
  return { code, form };
}

/** What is set for a rule, for one form or for all; null where its own severity holds. */
export function chosenSeverity(
  severities: Severities,
  code: string,
  form: FormName | null
): ChosenSeverity | null {
  const key = severityKey(code, form);
  return Object.hasOwn(severities, key) ? (severities[key] ?? null) : null;
}

/** The severities that hold in a workbook of this form, by code: what is set for the form goes first. */
export function severitiesFor(severities: Severities, form: FormName): Severities {
  const entries = Object.entries(severities);
  const ending = FORM_MARK + form;
  const general = entries.filter(([key]) => !key.includes(FORM_MARK));
  const special = entries
    .filter(([key]) => key.endsWith(ending))
    .map(([key, severity]) => [key.slice(0, -ending.length), severity] as const);
  return special.length === 0 && general.length === entries.length
    ? severities
    : Object.fromEntries([...general, ...special]);
}

/** The settings with a severity for a rule, for one form or for all; null brings its own back. */
export function withSeverity(
  settings: Settings,
  code: string,
  form: FormName | null,
  chosen: ChosenSeverity | null
): Settings {
  const key = severityKey(code, form);
  const others = Object.entries(settings.severities).filter(([other]) => other !== key);
  const entries = chosen === null ? others : [...others, [key, chosen] as const];
  return { ...settings, severities: Object.fromEntries(entries) };
}

/** The settings with no severities of their own. */
export function withoutSeverities(settings: Settings): Settings {
  return { ...settings, severities: {} };
}
