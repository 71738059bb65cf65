import type { Results } from '#lib/model/formula/results.ts';
import { Engine, loadEngine } from './engine.ts';
import type { FormulaSheet } from './formula-sheet.ts';
import { resultParts } from './result-parts.ts';
import { withUpdates, type SheetUpdates } from './sheet-updates.ts';

const ready = loadEngine().then(() => new Engine());
let sheets: readonly FormulaSheet[] = [];
let results: Results = new Map();

addEventListener('message', ({ data }: MessageEvent<SheetUpdates>) => {
  sheets = withUpdates(sheets, data);
  void ready.then((engine) => {
    const before = results;
    results = engine.calculate(sheets);
    for (const part of resultParts(before, results)) postMessage(part);
  });
});

// A promise that fails reaches nobody outside: thrown again, it is an error of the Worker.
ready.catch((error: unknown) =>
  setTimeout(() => {
    throw error;
  })
);
