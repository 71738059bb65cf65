import type { Language } from './language.ts';
import type { Problem } from './problem.ts';

/** The language that a problem is told in. Own rules keep the words of whoever made them. */
export function languageOf({ title }: Pick<Problem, 'title'>): Language {
  return /\p{Script=Han}/u.test(title) ? 'zh' : 'en';
}

/** Title and message of a problem as running text, in the punctuation of its language. */
export function titledMessage(problem: Pick<Problem, 'title' | 'message'>): string {
  const { title, message } = problem;
  return languageOf(problem) === 'zh' ? `${title}。${message}` : `${title}. ${message}`;
}
