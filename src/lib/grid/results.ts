import { isFormula } from '#lib/model/formula/formula-text.ts';
import { resultKey, type Results } from '#lib/model/formula/results.ts';
import type { Line } from './lines.ts';

/** Lines that show what their formulas come to, in place of what was typed. Remembers what it made. */
export class ResultLines {
  readonly #made = new WeakMap<Line, { readonly formulas: readonly string[]; line: Line }>();

  /**
   * The lines with results, which go by `<row>/<column>`; a formula without one is blank until it is
   * calculated. Lines that show the same are the same objects as before.
   */
  of(lines: readonly Line[], results: Results): readonly Line[] {
    return lines.map((line) => {
      let made = this.#made.get(line);
      if (!made) {
        const { cells } = line.row;
        const formulas = Object.keys(cells).filter((column) => isFormula(cells[column]!));
        this.#made.set(line, (made = { formulas, line }));
      }
      if (made.formulas.length === 0) return line;
      const result = (column: string) => results.get(resultKey(line.row.id, column)) ?? '';
      const before = made.line.shown;
      if (!before || made.formulas.some((column) => before[column] !== result(column))) {
        const shown = Object.fromEntries(made.formulas.map((column) => [column, result(column)]));
        made.line = { ...line, shown };
      }
      return made.line;
    });
  }
}
