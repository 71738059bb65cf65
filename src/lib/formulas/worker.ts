import type { Results } from '#lib/model/formula/results.ts';
import { Engine, loadEngine } from './engine.ts';
import type { FormulaSheet } from './formula-sheet.ts';
import { withUpdates, type SheetUpdates } from './sheet-updates.ts';

/** A part of what differs from the results that were sent before. */
export interface ResultUpdates {
  readonly changed: readonly (readonly [key: string, text: string])[];
  readonly gone: readonly string[];
  /** Whether no part follows. */
  readonly last: boolean;
}

/** As many results as a page takes in without keeping a frame waiting. */
const PART = 3_000;

const ready = loadEngine().then(() => new Engine());
let sheets: readonly FormulaSheet[] = [];
let results: Results = new Map();

addEventListener('message', ({ data }: MessageEvent<SheetUpdates>) => {
  sheets = withUpdates(sheets, data);
  void ready.then((engine) => {
    const before = results;
    results = engine.calculate(sheets);
    const changed = [...results].filter(([key, text]) => before.get(key) !== text);
    const gone = [...before.keys()].filter((key) => !results.has(key));
    let from = 0;
    do {
      const part = changed.slice(from, (from += PART));
      const last = from >= changed.length;
      postMessage({ changed: part, gone: last ? gone : [], last } satisfies ResultUpdates);
    } while (from < changed.length);
  });
});

// A promise that fails reaches nobody outside: thrown again, it is an error of the Worker.
ready.catch((error: unknown) =>
  setTimeout(() => {
    throw error;
  })
);
