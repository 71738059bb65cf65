import type { Language } from '#lib/model/language.ts';
import { RULES } from './registry.ts';
import type { Rule } from './rule.ts';

/** The papers that rules rest on keep their Chinese names. */
const IN_ENGLISH: readonly Rule[] = RULES.map((rule) => ({ ...rule, ...rule.english }));

/** The rules of the catalogue, which tell what they find in a language. */
export function rulesIn(language: Language): readonly Rule[] {
  return language === 'en' ? IN_ENGLISH : RULES;
}
