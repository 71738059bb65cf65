import { PARTS } from '#lib/rules/parts.ts';

export { PARTS };
export type { Part } from '#lib/rules/parts.ts';

const TITLES: ReadonlyMap<string, string> = new Map(
  PARTS.flatMap(({ rules }) => rules.map(({ code, title }) => [code, title] as const))
);

/** The title of a rule of the catalogue; its code where there is none, as in a newer pack. */
export function ruleTitle(code: string): string {
  return TITLES.get(code) ?? code;
}
