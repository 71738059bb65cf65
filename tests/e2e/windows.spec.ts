import { printedSeed, seeded } from '#tests/server/random.ts';
import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { fillRows, missingFrom, numberIn, repeat } from '#tests/support/numbered-texts.ts';
import { watchShown } from '#tests/support/shown.ts';
import { storedOnDevice, workbookOn } from '#tests/support/stored-workbook.ts';
import { cell, column, expectSaved, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

const WINDOWS = 5;
const CRASHES = 12;
/** The longest that a window lives after somebody has begun to write in it, in milliseconds. */
const LONGEST_LIFE = 1500;

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // It is not answered any more.
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test(
  'five windows of one browser lose nothing when one of them crashes',
  { tag: '@long' },
  async ({ page, context }) => {
    await openSample(page);
    const workbook = page.url();
    const windows = [page];
    while (windows.length < WINDOWS) {
      const next = await context.newPage();
      await next.goto(workbook);
      await outlineEntry(next, /^1/).click();
      windows.push(next);
    }
    await outlineEntry(page, /^1/).click();

    for (const [at, window] of windows.entries()) {
      await typeInto(window, cell(window, at + 1, '绩效指标描述'), `第 ${at + 1} 个窗口`);
      await expectSaved(window);
    }
    // The first one is where a program with one writer would have put it.
    await crash(page);

    const [, second, ...others] = windows;
    await typeInto(second!, cell(second!, 6, '绩效指标描述'), '崩溃以后');
    await expectSaved(second!);
    const written = [1, 2, 3, 4, 5].map((at) => `第 ${at} 个窗口`);
    for (const window of [second!, ...others]) {
      await expect(column(window, '绩效指标描述')).toHaveText([...written, '崩溃以后']);
    }
    await second!.reload();
    await outlineEntry(second!, /^1/).click();
    await expect(column(second!, '绩效指标描述')).toHaveText([...written, '崩溃以后']);
  }
);

test(
  'a window that crashes in the middle of writing takes nothing along that it showed as saved, nor what another writes',
  { tag: '@long' },
  async ({ page, context }) => {
    test.setTimeout(CRASHES * 30_000);
    const random = seeded(printedSeed('crashing windows'));
    await openSample(page);
    await outlineEntry(page, /^1/).click();
    const id = workbookOn(page);
    const lasting = await watchShown(page, 1);
    await page.reload();
    let written = 0;
    const next = () => ++written;
    const promised = new Set<string>();

    for (let moment = 1; moment <= CRASHES; moment++) {
      const window = await context.newPage();
      const shown = await watchShown(window, 3);
      await window.goto(`/w/${id}`);
      await outlineEntry(window, /^1/).click();
      const crashing = repeat(() => fillRows(window, '绩效指标描述', next));
      const staying = repeat(() => fillRows(page, '指标值确定依据', next));
      await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_LIFE));
      const ended = crashing.end();
      await crash(window);
      // Until then nothing that is asked of it is answered.
      await window.close();
      await ended;
      await staying.end();
      await expectSaved(page);
      for (const text of shown.saved) if (numberIn(text) > 0) promised.add(text);

      const { workbook, entries } = await storedOnDevice(page, id);
      const rows = workbook.sheets.find(({ kind }) => kind === 'project')!.rows;
      const textsIn = (column: string) => rows.map(({ cells }) => cells[column] ?? '');
      expect(missingFrom(textsIn('description'), promised)).toEqual([]);
      await expect(column(page, '指标值确定依据')).toHaveText(textsIn('basis'));
      const seen = async () =>
        missingFrom(await column(page, '绩效指标描述').allInnerTexts(), promised);
      await expect.poll(seen).toEqual([]);
      const ids = entries.map((entry) => entry.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    // Also what a window had stored and not told any more.
    await page.reload();
    await outlineEntry(page, /^1/).click();
    const { workbook } = await storedOnDevice(page, id);
    const rows = workbook.sheets.find(({ kind }) => kind === 'project')!.rows;
    await expect(column(page, '绩效指标描述')).toHaveText(
      rows.map(({ cells }) => cells.description ?? '')
    );
    const mine = [...lasting.saved].filter((text) => numberIn(text) > 0);
    expect(missingFrom(await column(page, '指标值确定依据').allInnerTexts(), mine)).toEqual([]);
    console.info(
      `${CRASHES} crashes: ${promised.size} texts shown as saved by windows that crashed, ` +
        `${mine.length} by the one that stayed, none lost`
    );
    expect(promised.size).toBeGreaterThan(0);
  }
);
