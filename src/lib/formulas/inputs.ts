import { readCellValue } from '#lib/model/formula/cell-value.ts';
import { BROKEN } from '#lib/model/formula/show.ts';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { halfWidthFormula, piecesOf, referenceText } from '#lib/model/formula/written.ts';

/** What the engine calls a sheet, and the cells of its fields there; null where there is no such sheet. */
export type EngineNames = (
  name: string
) => { readonly sheet: string; readonly fields: ReadonlyMap<string, string> } | null;

/**
 * What is put into a cell of the engine for a text: amounts, percents and days as the numbers that they are,
 * other texts as texts.
 * @param calculates whether a formula is calculated there
 */
export function inputOf(text: string, calculates: boolean, names: EngineNames): string {
  if (calculates && isFormula(text)) return engineFormula(text, names);
  const value = readCellValue(text);
  switch (value.kind) {
    case 'blank':
      return '';
    case 'number':
      return value.text;
    case 'day': {
      const [month, day] = [value.month, value.day].map((part) => String(part).padStart(2, '0'));
      return `${value.year}-${month}-${day}`;
    }
    case 'logical':
      return value.holds ? 'TRUE' : 'FALSE';
    case 'text':
      return `'${value.text}`;
  }
}

/** A formula in half-width signs, with the names that the engine has for sheets and fields. */
export function engineFormula(formula: string, names: EngineNames): string {
  const written = piecesOf(halfWidthFormula(formula)).map((piece) => {
    if (typeof piece === 'string') return piece;
    const { refers } = piece;
    if (refers.sheet === null) return referenceText(refers);
    const known = names(refers.sheet);
    if (!known) return BROKEN;
    if ('field' in refers) return known.fields.get(refers.field) ?? BROKEN;
    return referenceText({ ...refers, sheet: known.sheet });
  });
  return withPlainFormats(written.join(''));
}

/**
 * Signs of Chinese in the format of TEXT stand for themselves in WPS; the engine wants to be told so:
 * `yyyy年` becomes `yyyy\年`.
 */
function withPlainFormats(formula: string): string {
  const calls: { readonly name: string; argument: number }[] = [];
  let name = '';
  return formula.replace(/"(?:[^"]|"")*"|[A-Z.]+(?=\()|[(),]/gi, (token) => {
    const call = calls.at(-1);
    if (token === '(') {
      calls.push({ name, argument: 0 });
      name = '';
    } else if (token === ')') calls.pop();
    else if (token === ',') {
      if (call) call.argument += 1;
    } else if (!token.startsWith('"')) name = token.toUpperCase();
    else if (call?.name === 'TEXT' && call.argument === 1 && !token.slice(1, -1).includes('"')) {
      return token.replace(/(?<!\\)[^\x20-\x7e]/g, '\\$&');
    }
    return token;
  });
}
