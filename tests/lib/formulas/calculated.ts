import { readFile } from 'node:fs/promises';
import { Engine, loadEngine } from '#lib/formulas/engine.ts';
import { FormulaSheets } from '#lib/formulas/sheets-of.ts';
import { createRow, createSheet } from '#lib/model/create.ts';
import { columnLetter } from '#lib/model/column-name.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';

/** Gets the engine ready where nothing can be fetched. */
export async function loadEngineFromDisk(): Promise<void> {
  await loadEngine(await readFile(new URL(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm'))));
}

/** A free sheet with these texts, whose rows are `<id>-1` … */
export function freeSheet(
  id: string,
  texts: readonly (readonly string[])[],
  given: Partial<Sheet> = {}
): Sheet {
  const width = Math.max(...texts.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => ({ id: columnLetter(at), title: '' }));
  const rows = texts.map((row, at) =>
    createRow(
      Object.fromEntries(row.map((text, across) => [columnLetter(across), text])),
      `${id}-${at + 1}`
    )
  );
  return createSheet('free', { id, title: id, columns, rows, ...given });
}

/** What the formulas of a workbook come to, by `<row>/<column>`. */
export function resultsOf(workbook: Workbook): ReadonlyMap<string, string> {
  return new Engine().calculate(new FormulaSheets().of(workbook));
}
