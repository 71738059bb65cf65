import type { Browser, Page } from '@playwright/test';
import { ROW, settled, typeOver } from './app-page.ts';
import type { BenchPages } from './bench-pages.ts';
import type { Figure } from './figure.ts';
import { timesToPaint } from './paint.ts';
import { openPlainTable } from './plain-page.ts';
import { interleave, median } from './samples.ts';
import { ALL_KEPT, openSharedWorkbook } from './shared-workbook.ts';

const AIM = { times: 1.2 };
/** The cell that is typed into: third row, column 三级指标. */
const CELL = `${ROW} td:nth-of-type(4)`;

/**
 * From Enter to the paint of the committed cell, in the app with document, storage, rules and sync
 * attached, against plain Handsontable with the same rows, sizes and classes.
 */
export async function measureCommit(
  browser: Browser,
  pages: BenchPages,
  origin: string,
  rows: number,
  rounds: number
): Promise<Figure> {
  const { page: app } = await openSharedWorkbook(browser, origin, rows);
  const plain = await openPlainTable(browser, pages, rows, app);
  let count = 0;
  const { a, b } = await interleave(
    rounds,
    async () => {
      const time = await commit(app, `第${++count}段完成河道清淤`);
      await settled(app, ALL_KEPT);
      return time;
    },
    () => commit(plain, `第${++count}段完成河道清淤`)
  );
  await Promise.all([app.context().close(), plain.context().close()]);
  return {
    name: `commit of a cell to its paint, ${rows} rows`,
    unit: 'ms',
    measured: median(a),
    baseline: { name: 'plain Handsontable 18.0', value: median(b) },
    aim: AIM
  };
}

/** Types a text into the cell, and measures from the key that commits it to the frame that shows it. */
async function commit(page: Page, text: string): Promise<number> {
  await typeOver(page, CELL, text);
  const [time] = await timesToPaint(page, [{ selector: CELL, text }]);
  return time!;
}
