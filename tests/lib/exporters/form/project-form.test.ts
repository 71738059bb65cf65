import { describe, expect, it } from 'vitest';
import { mergeRuns, placeCells } from '#lib/exporters/form/printed-table.ts';
import { projectForm } from '#lib/exporters/form/project-form.ts';
import { createRow } from '#lib/model/create.ts';
import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const columns = [
  ...INDICATOR_COLUMNS,
  { id: 'done', title: '完成值' },
  { id: 'score', title: '得分' }
];

describe('the official form of a project', () => {
  it.each([1, 4, 6, 7, 8])('fills its grid in every row with %i columns', (count) => {
    const table = projectForm(projectSheet('p', { columns: columns.slice(0, count) }));

    for (const cells of placeCells(table)) {
      const filled = cells.flatMap(({ cell, column }) =>
        Array.from({ length: cell.columns }, (_, index) => column + index)
      );
      expect(filled).toEqual(table.widths.map((_, column) => column));
    }
  });

  it('prints a column that the form does not know to the right', () => {
    const rows = [createRow({ level1: '产出指标', target: '≥3', done: '4' })];
    const table = projectForm(projectSheet('p', { columns: columns.slice(0, 7), rows }));

    expect(table.rows.at(-1)!.map(({ text }) => text)).toEqual([
      '产出指标',
      '',
      '',
      '',
      '≥3',
      '',
      '4'
    ]);
  });

  it('is as wide as the text of an A4 page', () => {
    const { widths } = projectForm(projectSheet('p'));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(170);
  });

  it('has its header block and its headings also without indicators', () => {
    expect(projectForm(projectSheet('p', { rows: [] })).rows).toHaveLength(7);
    expect(projectForm(projectSheet('p', { columns: [], rows: [] })).rows).toHaveLength(6);
  });
});

describe('equal neighbours', () => {
  it('are merged to a run, empty ones are not', () => {
    expect(mergeRuns(['甲', '甲', '乙', '', '', '甲'])).toEqual([2, 0, 1, 1, 1, 1]);
    expect(mergeRuns([])).toEqual([]);
  });
});
