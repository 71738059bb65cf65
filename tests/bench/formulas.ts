import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { initSync, Model } from '@ironcalc/wasm';
import { Engine } from '#lib/formulas/engine.ts';
import { FormulaSheets } from '#lib/formulas/sheets-of.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { newColumns } from '#lib/model/column-name.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { newPage } from './browser.ts';
import type { Figure } from './figure.ts';
import { median } from './samples.ts';

const ROWS = 10_000;
const COLUMNS = newColumns([], 10);
const ROUNDS = 9;

/** Half of the cells are numbers, half formulas: sums of a row, shares, and a running total. */
function texts(row: number, formulas: boolean): readonly string[] {
  const numbers = [row, row % 7, row % 100, row * 2, 5].map(String);
  const at = row + 1;
  const total = row === 0 ? '=F1' : `=F${at}+J${row}`;
  const results = [
    `=SUM(A${at}:E${at})`,
    `=ROUND(A${at}/F${at},4)`,
    `=IF(B${at}>3,"高","低")`,
    `=D${at}*2`,
    total
  ];
  return [...numbers, ...(formulas ? results : numbers)];
}

function sheetOf(formulas: boolean): Workbook {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const cells = texts(row, formulas).map((text, at) => [COLUMNS[at]!.id, text] as const);
    return createRow(Object.fromEntries(cells), `r${row + 1}`);
  });
  const free = createSheet('free', { id: 'f1', title: '资金测算', columns: COLUMNS, rows });
  return createWorkbook({ title: formulas ? '有公式' : '没有公式', sheets: [free] });
}

/**
 * A free sheet of 100,000 cells, half of them formulas: the engine beside the bare library with the same
 * cells, and the longest frame of the page while it is calculated beside the same sheet without formulas.
 */
export async function measureFormulas(browser: Browser, origin: string): Promise<Figure[]> {
  const code = await readFile(new URL(import.meta.resolve('@ironcalc/wasm/wasm_bg.wasm')));
  initSync({ module: code });
  const name = `formulas at ${ROWS * COLUMNS.length} cells`;
  const ours = engineTimes();
  const bare = bareTimes();
  const frames = await longestFrame(browser, origin, true);
  const plain = await longestFrame(browser, origin, false);
  const baseline = (value: number) => ({ name: 'IronCalc alone', value });
  return [
    {
      name: `${name}, built`,
      unit: 'ms',
      measured: ours.build,
      baseline: baseline(bare.build),
      aim: null
    },
    {
      name: `${name}, one edit`,
      unit: 'ms',
      measured: ours.edit,
      baseline: baseline(bare.edit),
      aim: null
    },
    {
      name: `${name}, longest frame after an edit`,
      unit: 'ms',
      measured: frames,
      baseline: { name: 'without formulas', value: plain },
      aim: { times: 1.5 }
    }
  ];
}

function engineTimes(): { readonly build: number; readonly edit: number } {
  const sheets = new FormulaSheets();
  const engine = new Engine();
  let workbook = sheetOf(true);
  const calculate = () => {
    const start = performance.now();
    engine.calculate(sheets.of(workbook));
    return performance.now() - start;
  };
  const build = calculate();
  const edits = Array.from({ length: ROUNDS }, (_, round) => {
    const changes = [{ do: 'cell', row: 'r5', column: 'A', text: String(1000 + round) } as const];
    workbook = applyEdit(workbook, { label: '', changes });
    return calculate();
  });
  return { build, edit: median(edits) };
}

/** The library with the same cells: put in, calculated and read. */
function bareTimes(): { readonly build: number; readonly edit: number } {
  const model = new Model('bare', 'en', 'UTC', 'en');
  const timed = (act: () => void) => {
    const start = performance.now();
    model.pauseEvaluation();
    act();
    model.resumeEvaluation();
    model.evaluate();
    for (let row = 1; row <= ROWS; row++) {
      for (let column = 6; column <= 10; column++) model.getFormattedCellValue(0, row, column);
    }
    return performance.now() - start;
  };
  const build = timed(() => {
    for (let row = 0; row < ROWS; row++) {
      texts(row, true).forEach((text, at) => model.setUserInput(0, row + 1, at + 1, text));
    }
  });
  const edits = Array.from({ length: ROUNDS }, (_, round) =>
    timed(() => model.setUserInput(0, 5, 1, String(1000 + round)))
  );
  return { build, edit: median(edits) };
}

/** The longest frame in ms, of some edits of a number in the sheet on screen, from Enter until all is calculated. */
async function longestFrame(browser: Browser, origin: string, formulas: boolean): Promise<number> {
  const { page } = await newPage(browser);
  await page.goto(origin);
  await page.getByLabel('选择要导入的文件').setInputFiles({
    name: '测算.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(sheetOf(formulas)))
  });
  await page.getByRole('button', { name: '存入文件柜' }).click();
  const cell = (column: number) =>
    page.locator(`.ht_master tbody tr:nth-child(2) td:nth-of-type(${column})`);
  await cell(1).waitFor();
  if (formulas) await cell(6).filter({ hasText: '10' }).waitFor({ timeout: 60_000 });
  const longest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await cell(1).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(String(1000 + round));
    await watchFrames(page);
    await page.keyboard.press('Enter');
    const shown = formulas ? String(1000 + round + 1 + 1 + 2 + 5) : String(1000 + round);
    await cell(formulas ? 6 : 1)
      .filter({ hasText: shown })
      .waitFor({ timeout: 60_000 });
    longest.push(await page.evaluate(() => window.longestFrame()));
  }
  await page.context().close();
  return median(longest);
}

declare global {
  interface Window {
    /** Ends watching, and says how long the longest time between two frames was. */
    longestFrame(): number;
  }
}

function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    let longest = 0;
    let last = performance.now();
    let frame = requestAnimationFrame(function next(now) {
      longest = Math.max(longest, now - last);
      last = now;
      frame = requestAnimationFrame(next);
    });
    window.longestFrame = () => {
      cancelAnimationFrame(frame);
      return longest;
    };
  });
}
