import init, { Model } from '@ironcalc/wasm';
import { isFormula } from '#lib/model/formula/formula-text.ts';
import { columnLetter } from '#lib/model/column-name.ts';
import { resultKey, type Results } from '#lib/model/formula/results.ts';
import type { FormulaSheet } from './formula-sheet.ts';
import { inputOf, type EngineNames } from './inputs.ts';
import { shownResult } from './shown-result.ts';

/** The engine's type of a cell that holds a number. */
const NUMBER = 1;

/** So many decimals of a result are shown where it has them. */
const MOST_DECIMALS = 10;

/** A cell of the engine; rows and columns count from 1. */
interface EngineCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/** A sheet that the engine has: its cells, and behind it those of its fields. */
interface Known {
  readonly cells: number;
  readonly fields: number;
  /** What was put into the cells, row by row. */
  given: readonly (readonly string[])[];
  givenFields: readonly (readonly string[])[];
}

/** Gets the library ready: its code is fetched, or taken from `code` where nothing can be fetched. */
export async function loadEngine(code?: BufferSource): Promise<void> {
  await init(code === undefined ? undefined : { module_or_path: code });
}

/** Calculates the formulas of the sheets that it is given, again and again; only what has changed is put in. */
export class Engine {
  readonly #model = new Model('free', 'en', 'UTC', 'en');
  readonly #known = new Map<string, Known>();
  #sheets = 0;
  #names = '';
  #inputs = new Map<string, string>();

  /** What the formulas of all sheets come to. */
  calculate(sheets: readonly FormulaSheet[]): Results {
    for (const { id } of sheets) this.#add(id);
    const names = this.#namesOf(sheets);
    this.#model.pauseEvaluation();
    const present = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    for (const [id, known] of this.#known) {
      const sheet = present.get(id);
      const calculates = sheet?.calculates ?? false;
      const texts = sheet?.rows.map((row) => row.texts) ?? [];
      const fields = sheet ? [sheet.fields.map(([, text]) => text)] : [];
      known.given = this.#put(known.cells, known.given, texts, calculates, names);
      known.givenFields = this.#put(known.fields, known.givenFields, fields, false, names);
    }
    this.#model.resumeEvaluation();
    this.#model.evaluate();
    return this.#results(sheets);
  }

  /** The engine cannot take a sheet out without moving others: one that is gone stays, empty. */
  #add(id: string): void {
    if (this.#known.has(id)) return;
    const next = () => {
      if (this.#sheets > 0) this.#model.newSheet();
      this.#model.renameSheet(this.#sheets, engineName(this.#sheets));
      return this.#sheets++;
    };
    this.#known.set(id, { cells: next(), fields: next(), given: [], givenFields: [] });
  }

  #namesOf(sheets: readonly FormulaSheet[]): EngineNames {
    const byName = new Map(
      sheets.flatMap((sheet) => {
        const { cells, fields } = this.#known.get(sheet.id)!;
        const places = sheet.fields.map(
          ([name], at) => [name, `${engineName(fields)}!${columnLetter(at)}1`] as const
        );
        const known = { sheet: engineName(cells), fields: new Map(places) };
        return sheet.names.map((name) => [name, known] as const);
      })
    );
    const signature = JSON.stringify(
      sheets.map(({ id, names, fields }) => [id, names, fields.map(([name]) => name)])
    );
    if (signature !== this.#names) this.#inputs.clear();
    this.#names = signature;
    return (name) => byName.get(name) ?? null;
  }

  /** Puts into a sheet of the engine what differs from what is there; returns what is there then. */
  #put(
    sheet: number,
    before: readonly (readonly string[])[],
    rows: readonly (readonly string[])[],
    calculates: boolean,
    names: EngineNames
  ): readonly (readonly string[])[] {
    const given = rows.map((texts) => texts.map((text) => this.#input(text, calculates, names)));
    for (let row = 0; row < Math.max(before.length, given.length); row++) {
      const [was = [], now = []] = [before[row], given[row]];
      for (let column = 0; column < Math.max(was.length, now.length); column++) {
        const input = now[column] ?? '';
        this.#write({ sheet, row: row + 1, column: column + 1 }, was[column] ?? '', input);
      }
    }
    return given;
  }

  /**
   * Puts an input into a cell. The library shows results in the format of the first number that they rest
   * on: decimals that were typed are shown of a result too, and never more of it cut off.
   */
  #write(cell: EngineCell, was: string, input: string): void {
    if (was === input) return;
    // A format of before would read 5 as 5%.
    if (was !== '') this.#setFormat(cell, 'general');
    const { sheet, row, column } = cell;
    this.#model.setUserInput(sheet, row, column, input);
    if (input.startsWith('=')) {
      const { num_fmt: format } = this.#model.getCellStyle(sheet, row, column).style;
      if (/^#,##0(?:\.0+)?$/.test(format)) this.#setFormat(cell, withAllDecimals(format));
    } else {
      const [, decimals] = /^-?\d+\.(\d+)$/.exec(input) ?? [];
      if (decimals) this.#setFormat(cell, withAllDecimals(`0.${decimals.replace(/\d/g, '0')}`));
    }
  }

  #setFormat(cell: EngineCell, format: string): void {
    this.#model.updateRangeStyle({ ...cell, width: 1, height: 1 }, 'num_fmt', format);
  }

  #input(text: string, calculates: boolean, names: EngineNames): string {
    if (text === '') return '';
    const key = calculates ? text : ` ${text}`;
    let input = this.#inputs.get(key);
    if (input === undefined) {
      input = inputOf(text, calculates, names);
      this.#inputs.set(key, input);
    }
    return input;
  }

  #results(sheets: readonly FormulaSheet[]): Results {
    const results = new Map<string, string>();
    for (const { id, calculates, columns, rows } of sheets) {
      if (!calculates) continue;
      const { cells } = this.#known.get(id)!;
      rows.forEach((row, at) =>
        row.texts.forEach((text, across) => {
          if (!isFormula(text)) return;
          const shown = this.#read(cells, at + 1, across + 1);
          results.set(resultKey(row.id, columns[across]!), shownResult(shown));
        })
      );
    }
    return results;
  }

  /** A number that is none of the days that its format is for, 0 or less, is read as a plain number. */
  #read(sheet: number, row: number, column: number): string {
    const model = this.#model;
    const shown = model.getFormattedCellValue(sheet, row, column);
    if (shown !== '#VALUE!' || model.getCellType(sheet, row, column) !== NUMBER) return shown;
    const format = model.getCellStyle(sheet, row, column).style.num_fmt;
    this.#setFormat({ sheet, row, column }, 'general');
    const plain = model.getFormattedCellValue(sheet, row, column);
    this.#setFormat({ sheet, row, column }, format);
    return plain;
  }
}

function engineName(sheet: number): string {
  return `Sheet_${sheet + 1}`;
}

/** A format that shows as many decimals as it does, and further ones where there are any. */
function withAllDecimals(format: string): string {
  const [whole, decimals = ''] = format.split('.');
  return `${whole}.${decimals.padEnd(MOST_DECIMALS, '#')}`;
}
