import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, playwrightCounts, vitestCounts } from '../../src/launch/reports.mjs';
import { put, scratchFolder } from './scratch.ts';

test('the counts of both reports are summed in the closing line', () => {
  const folder = scratchFolder();
  const unit = join(folder, 'vitest.json');
  const pages = join(folder, 'playwright.json');
  put(unit, '{"numPassedTests":40,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}');
  put(pages, '{"stats":{"expected":7,"unexpected":2,"flaky":1,"skipped":0}}');

  const counts = [vitestCounts(unit), playwrightCounts(pages)];

  expect(closingLine(counts)).toBe('48 passed, 3 failed, 3 skipped');
});

test('a report that was never written counts nothing', () => {
  expect(closingLine([vitestCounts('absent.json')])).toBe('0 passed, 0 failed');
});
