import { expect, it } from 'vitest';
import type { CheckedPaper } from '#lib/model/checked-paper.ts';
import { nextSorting, sortPapers, type SortKey } from '#lib/workspace/batch/sorting.ts';

const paper = (unit: string, year: number | null, error: number): CheckedPaper => ({
  title: `${unit}绩效文本`,
  unit,
  year,
  projects: 1,
  counts: { error, warning: 0, info: 0 },
  unplaced: 0,
  tally: [],
  problems: new Uint8Array()
});

const lines = [
  { name: '10 水务.docx', paper: paper('水务局', 2025, 3) },
  { name: '3 坏的.pdf', paper: null },
  { name: '2 财政.xlsx', paper: paper('财政局', null, 0) },
  { name: '1 教育.txt', paper: paper('教育局', 2024, 3) }
];

const sorted = (key: SortKey, descending: boolean) =>
  sortPapers(lines, { key, descending }).map(({ name }) => name.split(' ')[0]);

it('orders names as a person does, numbers by their value', () => {
  expect(sorted('file', false)).toEqual(['1', '2', '3', '10']);
  expect(sorted('unit', false)).toEqual(['2', '1', '10', '3']);
});

it('keeps the order of equals and puts files that were not checked last, both ways', () => {
  expect(sorted('error', true)).toEqual(['10', '1', '2', '3']);
  expect(sorted('error', false)).toEqual(['2', '10', '1', '3']);
  expect(sorted('year', true)).toEqual(['10', '1', '2', '3']);
});

it('begins with the most where numbers are asked for, and turns round when asked again', () => {
  const byFile = { key: 'file', descending: false } as const;
  expect(nextSorting('error', byFile)).toEqual({ key: 'error', descending: true });
  expect(nextSorting('unit', byFile)).toEqual({ key: 'unit', descending: false });
  expect(nextSorting('file', byFile)).toEqual({ key: 'file', descending: true });
});
