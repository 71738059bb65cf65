import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { cell, column, expectSaved, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

const WINDOWS = 5;

test('five windows of one browser lose nothing when one of them crashes', async ({
  page,
  context
}) => {
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
  const crash = await context.newCDPSession(page);
  crash.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');

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
});
