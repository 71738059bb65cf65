import { isFormula } from './formula-text.ts';
import { halfWidthFormula } from './written.ts';

/**
 * A typed formula as spreadsheets take it in: full-width signs of an input method become half-width outside
 * of quotes, and brackets that were left open are closed. Other texts stay, and what cannot be mended.
 */
export function completeFormula(text: string): string {
  if (!isFormula(text)) return text;
  const formula = halfWidthFormula(text);
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '');
  if (plain.includes('"')) return text;
  let open = 0;
  for (const sign of plain) {
    if (sign === '(') open += 1;
    else if (sign === ')') open -= 1;
    if (open < 0) return text;
  }
  return formula.trimEnd() + ')'.repeat(open);
}
