import { chosenLanguage } from '#lib/messages/language.ts';
import { FORMS, isFormName } from '#lib/model/forms.ts';
import { splitSeverityKey } from '#lib/model/settings/severities.ts';
import { partsIn } from '#lib/rules/parts.ts';

/** The catalogue of rules in the language of the interface. */
export const PARTS = partsIn(chosenLanguage());

export type { Part } from '#lib/rules/parts.ts';

const TITLES: ReadonlyMap<string, string> = new Map(
  PARTS.flatMap(({ rules }) => rules.map(({ code, title }) => [code, title] as const))
);

/**
 * The title of the rule that a key of severities names, with the form where it is for one; its code
 * where the catalogue has no such rule, as in a newer pack.
 */
export function settingTitle(key: string): string {
  const { code, form } = splitSeverityKey(key);
  const title = TITLES.get(code) ?? code;
  return form === '' ? title : `${title}（${isFormName(form) ? FORMS[form].short : form}）`;
}
