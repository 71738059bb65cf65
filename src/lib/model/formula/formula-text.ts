/**
 * What a formula begins with where its references are bound to rows and columns. The sign after `=` is
 * invisible and typed by nobody.
 */
const BOUND = '=\u2063';

/** Whether a text is a formula: it begins with `=`, in either width, and something follows. */
export function isFormula(text: string): boolean {
  return /^[=＝]./su.test(text) && !isBound(text);
}

/** Whether a text is a formula as the shared document keeps it. */
export function isBound(text: string): boolean {
  return text.startsWith(BOUND);
}

/** Puts the sign of a bound formula in front of one. */
export function markBound(formula: string): string {
  return BOUND + formula;
}

/** A bound formula without its sign. */
export function withoutMark(bound: string): string {
  return bound.slice(BOUND.length);
}
