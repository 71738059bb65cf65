import { isFormula } from '#lib/model/formula/formula-text.ts';
import { resultKey, type Results } from '#lib/model/formula/results.ts';
import type { Line } from './lines.ts';

/** A line with what its formulas came to last. */
interface CalculatedLine {
  readonly columns: readonly string[];
  /** The keys of the columns among the results; made once, since all are looked up whenever one changes. */
  readonly keys: readonly string[];
  line: Line;
}

/** Lines that show what their formulas come to, in place of what was typed. Remembers what it made. */
export class ResultLines {
  readonly #made = new WeakMap<Line, CalculatedLine>();

  /**
   * The lines with results, which go by `<row>/<column>`; a formula without one is blank until it is
   * calculated. Lines that show the same are the same objects as before.
   */
  of(lines: readonly Line[], results: Results): readonly Line[] {
    return lines.map((line) => {
      const made = this.#lineOf(line);
      const { columns, keys } = made;
      if (columns.length === 0) return line;
      const before = made.line.shown;
      const isSame =
        before && keys.every((key, at) => before[columns[at]!] === (results.get(key) ?? ''));
      if (!isSame) {
        const shown = columns.map((column, at) => [column, results.get(keys[at]!) ?? ''] as const);
        made.line = { ...line, shown: Object.fromEntries(shown) };
      }
      return made.line;
    });
  }

  #lineOf(line: Line): CalculatedLine {
    let made = this.#made.get(line);
    if (!made) {
      const { id, cells } = line.row;
      const columns = Object.keys(cells).filter((column) => isFormula(cells[column]!));
      const keys = columns.map((column) => resultKey(id, column));
      this.#made.set(line, (made = { columns, keys, line }));
    }
    return made;
  }
}
