import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The counts in Vitest's JSON report.
 * @param {string} path
 * @returns {Counts} zeros when the report was never written
 */
export function vitestCounts(path) {
  const report = readReport(path);
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  };
}

/**
 * The counts in Playwright's JSON report; a test that passed on its second try has passed.
 * @param {string} path
 * @returns {Counts} zeros when the report was never written
 */
export function playwrightCounts(path) {
  const stats = readReport(path)?.stats;
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0
  };
}

/**
 * The line that ends a test run.
 * @param {Counts[]} counts
 * @returns {string} such as "12 passed, 0 failed"
 */
export function closingLine(counts) {
  /** @param {keyof Counts} kind */
  const sum = (kind) => counts.reduce((total, each) => total + each[kind], 0);
  const skipped = sum('skipped');
  const line = `${sum('passed')} passed, ${sum('failed')} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** @param {string} path */
const readReport = (path) =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
