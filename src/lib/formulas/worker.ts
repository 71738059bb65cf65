import type { Results } from '#lib/model/formula/results.ts';
import { Engine, loadEngine } from './engine.ts';
import type { FormulaSheet } from './formula-sheet.ts';
import { withUpdates, type SheetUpdates } from './sheet-updates.ts';

/** What differs from the results that were sent before. */
export interface ResultUpdates {
  readonly changed: readonly (readonly [key: string, text: string])[];
  readonly gone: readonly string[];
}

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
    postMessage({ changed, gone } satisfies ResultUpdates);
  });
});

// A promise that fails reaches nobody outside: thrown again, it is an error of the Worker.
ready.catch((error: unknown) =>
  setTimeout(() => {
    throw error;
  })
);
