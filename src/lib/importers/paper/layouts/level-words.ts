import { FORMS } from '#lib/model/forms.ts';
import { labelWords } from '../cleaning/layout-spaces.ts';

const LEVELS = Object.values(FORMS).flatMap(({ levels }) => levels);
const FIRST = new Set(LEVELS.map(({ name }) => name));
const SECOND = new Set(LEVELS.flatMap(({ second }) => second));

/** Whether a text is the name of a first level in some form, and nothing else. */
export function isFirstLevel(text: string): boolean {
  return FIRST.has(labelWords(text)) && !SECOND.has(labelWords(text));
}

/** Whether a text is the name of a second level in some form, and nothing else. */
export function isSecondLevel(text: string): boolean {
  return SECOND.has(labelWords(text));
}
