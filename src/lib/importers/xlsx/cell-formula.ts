import { unmarkLater } from '#lib/model/formula/later-functions.ts';
import { shiftFormula } from '#lib/model/formula/shift.ts';
import { attribute, childOf, textOf, type Element } from '../office/xml.ts';
import type { CellPlace } from './cell-reference.ts';

/** Reads the formulas of a worksheet, cell after cell (ECMA-376 part 1, 18.3.1.40). */
export class CellFormulas {
  /** A formula that is shared by many cells stands in the first of them. */
  readonly #shared = new Map<string, { readonly at: CellPlace; readonly formula: string }>();

  /** A formula as people write it, with `=`; null where there is none, empty where it is none of one cell. */
  read(cell: Element, at: CellPlace): string | null {
    const element = childOf(cell, 'f');
    if (!element) return null;
    const kind = attribute(element, 't') ?? 'normal';
    const text = textOf(element).trim();
    if (kind !== 'normal' && kind !== 'shared') return '';
    const formula = text === '' ? '' : `=${unmarkLater(text)}`;
    const name = attribute(element, 'si') ?? '';
    if (kind === 'normal') return formula;
    if (formula !== '') {
      this.#shared.set(name, { at, formula });
      return formula;
    }
    const first = this.#shared.get(name);
    if (!first) return '';
    return shiftFormula(first.formula, at.row - first.at.row, at.column - first.at.column);
  }
}
