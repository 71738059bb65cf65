import { boundPieces, type BoundPiece } from '#lib/model/formula/bound.ts';
import { isBound } from '#lib/model/formula/formula-text.ts';
import type { Places } from '#lib/model/formula/places.ts';
import { showFormula, showPieces } from '#lib/model/formula/show.ts';
import type { Row, Sheet, Workbook } from '#lib/model/workbook.ts';
import { emptyTexts } from './entities.ts';
import { placesOf } from './formula-places.ts';
import type { Projection } from './projection.ts';

interface ShownRow {
  /** The layout that it was shown in. */
  layout: number;
  row: Row;
  readonly formulas: readonly (readonly [column: string, pieces: readonly BoundPiece[]])[];
}

interface ShownSheet {
  readonly layout: number;
  readonly bound: Sheet;
  readonly shown: Sheet;
}

/**
 * The workbook as people read it: formulas with the places of their references as they are now. Formulas are
 * shown again when a row, column or sheet comes, goes or moves; rows that read the same keep their identity.
 */
export class ShownWorkbook {
  readonly #projection: Projection;
  #places: Places | null = null;
  #layout = -1;
  #rows = new WeakMap<Row, ShownRow | null>();
  #sheets = new Map<string, ShownSheet>();
  #bound: Workbook | null = null;
  #shown: Workbook | null = null;

  constructor(projection: Projection) {
    this.#projection = projection;
  }

  get workbook(): Workbook {
    const { workbook, hasFormulas } = this.#projection;
    if (!hasFormulas) return workbook;
    if (this.#shown && this.#bound === workbook && this.#layout === this.#projection.layout) {
      return this.#shown;
    }
    this.#renew();
    const sheets = workbook.sheets.map((sheet) => this.#sheet(sheet));
    this.#bound = workbook;
    this.#shown = sheets.every((sheet, at) => sheet === workbook.sheets[at])
      ? workbook
      : { ...workbook, sheets };
    return this.#shown;
  }

  /** A text as people read it, of a cell in a sheet. */
  text(text: string, sheet: string): string {
    if (!isBound(text)) return text;
    return showFormula(text, sheet, this.#renew());
  }

  /** A row of a sheet, which may be deleted, as people read it. */
  row(row: Row, sheet: string): Row {
    this.#renew();
    return this.#projection.hasFormulas ? this.#row(row, sheet) : row;
  }

  /** A sheet, which may be deleted, as people read it. */
  sheet(sheet: Sheet): Sheet {
    this.#renew();
    return this.#projection.hasFormulas ? this.#sheet(sheet) : sheet;
  }

  #renew(): Places {
    const { layout } = this.#projection;
    if (!this.#places || this.#layout !== layout) {
      this.#places = placesOf(this.#projection);
      this.#layout = layout;
    }
    return this.#places;
  }

  #sheet(bound: Sheet): Sheet {
    const known = this.#sheets.get(bound.id);
    if (known?.bound === bound && known.layout === this.#layout) return known.shown;
    const sameLayout =
      known?.layout === this.#layout && known.bound.rows.length === bound.rows.length;
    const rows = bound.rows.map((row, at) =>
      sameLayout && known.bound.rows[at] === row ? known.shown.rows[at]! : this.#row(row, bound.id)
    );
    const same = (list: readonly Row[]) =>
      list.length === rows.length && list.every((row, at) => row === rows[at]);
    const unchanged = known?.bound === bound && same(known.shown.rows);
    const shown = unchanged ? known.shown : same(bound.rows) ? bound : { ...bound, rows };
    this.#sheets.set(bound.id, { layout: this.#layout, bound, shown });
    return shown;
  }

  #row(bound: Row, sheet: string): Row {
    let known = this.#rows.get(bound);
    if (known === undefined) {
      const formulas = Object.entries(bound.cells).flatMap(([column, text]) =>
        isBound(text) ? [[column, boundPieces(text)] as const] : []
      );
      known = formulas.length > 0 ? { layout: -1, row: bound, formulas } : null;
      this.#rows.set(bound, known);
    }
    if (known === null) return bound;
    if (known.layout === this.#layout) return known.row;
    known.layout = this.#layout;
    const shown = known.formulas.map(
      ([column, pieces]) => [column, showPieces(pieces, sheet, this.#places!)] as const
    );
    const { cells } = known.row;
    if (shown.some(([column, text]) => cells[column] !== text)) {
      known.row = {
        ...bound,
        cells: Object.assign(emptyTexts(), bound.cells, Object.fromEntries(shown))
      };
    }
    return known.row;
  }
}
