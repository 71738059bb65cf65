import { expect, test } from 'vitest';
import { Ledger } from '#lib/importers/paper/ledger.ts';
import { splitLines } from '#lib/importers/paper/lines.ts';
import { withoutPageNumbers } from '#lib/importers/paper/cleaning/page-numbers.ts';

const FOOT = '\n'.repeat(6);

/** The lines that are left, and the pages that were taken out. */
function read(text: string) {
  const ledger = new Ledger();
  const lines = splitLines(text);
  const left = withoutPageNumbers(lines, ledger)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');
  const pages = ledger.close([]).map(({ text }) => /“(.*)”/.exec(text)?.[1]);
  return { left, pages };
}

test('numbers that run on from page to page are taken off the ends of lines', () => {
  const text = `防汛物资已备齐。7${FOOT}水泵已检修，8${FOOT}供水正常9${FOOT}`;

  expect(read(text)).toEqual({
    left: ['防汛物资已备齐。', '水泵已检修，', '供水正常'],
    pages: ['7', '8', '9']
  });
});

test('a page without a number does not break the run', () => {
  expect(read(`甲一。1${FOOT}乙二。2${FOOT}丙三。5${FOOT}`).pages).toEqual(['1', '2', '5']);
});

test('numbers on lines of their own, also in brackets over three lines, are taken out', () => {
  const text = `甲一。\n- 3 -${FOOT}乙二。\n第 4 页${FOOT}丙三。\n (\n5\n)${FOOT}`;

  expect(read(text)).toEqual({
    left: ['甲一。', '乙二。', '丙三。'],
    pages: ['- 3 -', '第 4 页', '(5)']
  });
});

test('a number without blank lines below it is one of them only where it fits between two', () => {
  const text = `甲一。1${FOOT}乙二2\n\t表\n丙三。3${FOOT}丁四。4${FOOT}`;

  expect(read(text).pages).toEqual(['1', '2', '3', '4']);
  expect(read(text.replace('乙二2', '乙二6')).pages).toEqual(['1', '3', '4']);
});

test.each([
  ['two numbers prove nothing', `甲一。1${FOOT}乙二。2${FOOT}`],
  ['numbers that do not grow', `甲一。3${FOOT}乙二。2${FOOT}丙三。1${FOOT}`],
  ['goals that the author numbered', `目标1${FOOT}目标2${FOOT}目标3${FOOT}`],
  ['numbers with no page end below them', '甲一。1\n乙二。2\n丙三。3\n丁四。4'],
  ['amounts and targets', `安排1.1${FOOT}达到≥2${FOOT}共10,3${FOOT}`],
  ['cells of a table', `\t甲1${FOOT}\t乙2${FOOT}\t丙3${FOOT}`]
])('%s stay as they are', (_, text) => {
  const { left, pages } = read(text);

  expect(left).toEqual(text.split('\n').filter((line) => line.trim() !== ''));
  expect(pages).toEqual([]);
});
