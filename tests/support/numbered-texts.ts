import type { Page } from '@playwright/test';
import { compose } from './input-method.ts';
import { cell, expectKeyboardInGrid } from './workbook-page.ts';

/** The rows of the first project of the sample. */
export const ROWS = 6;

const textOf = (number: number, row: number) => `第${number}次写在第${row}行`;

/** The number in a text that `fillRows` wrote; 0 in one that stood there before. */
export function numberIn(text: string): number {
  return Number(/^第(\d+)次写/.exec(text)?.[1] ?? 0);
}

/** Fills a column from the top, each cell with the next number, as a person does. */
export async function fillRows(page: Page, column: string, next: () => number): Promise<void> {
  await cell(page, 1, column).click();
  for (let row = 1; row <= ROWS; row++) {
    await expectKeyboardInGrid(page);
    await compose(page, textOf(next(), row));
    await page.keyboard.press('Enter');
  }
}

/**
 * The promised texts of `fillRows` that are neither where they were written nor written over by a later
 * one there. `there` are the texts of the column from the top, `conflicting` those that lost against others
 * and are listed: with the last of several that were written one over the other, all of them have lost.
 */
export function missingFrom(
  there: readonly string[],
  promised: Iterable<string>,
  conflicting: readonly string[] = []
): string[] {
  return [...promised].filter((text) => {
    const row = rowIn(text);
    const kept = [there[row - 1] ?? '', ...conflicting.filter((one) => rowIn(one) === row)];
    return kept.every((one) => numberIn(one) < numberIn(text));
  });
}

function rowIn(text: string): number {
  return Number(/第(\d+)行$/.exec(text)?.[1]);
}

/** Repeats what somebody does at a page. What fails after the end was asked for had no page any more. */
export function repeat(act: () => Promise<void>): { end(): Promise<void> } {
  let ended = false;
  const repeated = (async () => {
    while (!ended) {
      await act().catch((error: unknown) => {
        if (!ended) throw error;
      });
    }
  })();
  return {
    end() {
      ended = true;
      return repeated;
    }
  };
}
