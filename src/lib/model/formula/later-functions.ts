/** Functions that came after the format of Excel files, and are marked so in them. */
const LATER = ['CONCAT', 'IFNA', 'IFS', 'MAXIFS', 'MINIFS', 'SWITCH', 'TEXTJOIN', 'XLOOKUP'];

const NAMES = /"(?:[^"]|"")*"|[A-Z][A-Z.]*(?=\s*\()/gi;
const MARK = /"(?:[^"]|"")*"|'(?:[^']|'')*'|_xl(?:fn|ws)\./gi;

/** A piece of a formula as Excel files hold it: its functions in capitals, later ones behind `_xlfn.`. */
export function markLater(formula: string): string {
  return formula.replace(NAMES, (name) => {
    if (name.startsWith('"')) return name;
    const upper = name.toUpperCase();
    return LATER.includes(upper) ? `_xlfn.${upper}` : upper;
  });
}

/** The inverse of `markLater`; of a whole formula, whose sheets may bear any name. */
export function unmarkLater(formula: string): string {
  return formula.replace(MARK, (token) => (/^["']/.test(token) ? token : ''));
}
