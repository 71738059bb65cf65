import type { Problem } from './problem.ts';

/** Title and message of a problem as running text, in the punctuation of the language that they are in. */
export function titledMessage({ title, message }: Pick<Problem, 'title' | 'message'>): string {
  return /\p{Script=Han}/u.test(title) ? `${title}。${message}` : `${title}. ${message}`;
}
