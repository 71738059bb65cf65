import { fieldTitle } from './fields.ts';
import type { Column } from './workbook.ts';

/** A cell of the header block of the 绩效目标表: a label that the form prints, or the value of a field. */
export type HeaderCell = {
  /** The column of the grid, from 0. */
  readonly start: number;
  readonly columns: number;
  readonly rows: number;
} & ({ readonly label: string } | { readonly field: string });

/** What stands above the table in front of the money unit, and of the year of a disclosure table. */
export const MONEY_UNIT_LABEL = '单位：';
export const YEAR_LABEL = '预算年度：';

/** Whether a line says only what the numbers of a table are in: `单位：公里`. */
export function isUnitLine(line: string): boolean {
  return /^(?:金额|计量)?单位[：:][^，。；：\t]{1,10}$/.test(line);
}

/** The columns of the grid on which the form prints its header block and its indicators. */
export const PROJECT_GRID = 7;

/** The description is printed over two columns of the grid, the other indicator columns over one. */
const WIDE_COLUMN = 'description';

const FUNDS = '预算规模及资金用途';
const PLAN = '资金支出计划（%）';

type Entry = readonly [
  what: { title: string } | { label: string } | { field: string },
  columns: number,
  rows?: number
];

const title = (field: string, columns = 1): Entry => [{ title: field }, columns];
const value = (field: string, columns: number): Entry => [{ field }, columns];
const over = (label: string): Entry => [{ label }, 1, 2];

/** The header block row by row; what a cell over two rows covers is not repeated. */
const ROWS: readonly (readonly Entry[])[] = [
  [title('projectCode'), value('projectCode', 2), title('projectName'), value('projectName', 3)],
  [
    over(FUNDS),
    title('budget'),
    value('budget', 1),
    title('fiscalFunds'),
    value('fiscalFunds', 1),
    title('otherFunds'),
    value('otherFunds', 1)
  ],
  [value('usage', 6)],
  [
    over(PLAN),
    title('planMarch'),
    title('planJune'),
    title('planOctober', 2),
    title('planDecember', 2)
  ],
  [value('planMarch', 1), value('planJune', 1), value('planOctober', 2), value('planDecember', 2)],
  [title('goal'), value('goal', 6)]
];

/**
 * The header block of the official form, as it is printed and read back.
 * @param extra columns of the grid beside those of the form; the last cell of each row is widened by them
 */
export function projectHeader(extra: number): HeaderCell[][] {
  let covered = 0;
  return ROWS.map((entries) => {
    let start = covered;
    covered = 0;
    return entries.map(([what, wanted, rows = 1], index) => {
      const columns = index === entries.length - 1 ? wanted + extra : wanted;
      const cell = { start, columns, rows };
      start += columns;
      if (rows > 1) covered = columns;
      if ('field' in what) return { ...cell, field: what.field };
      return { ...cell, label: 'label' in what ? what.label : fieldTitle('project', what.title) };
    });
  });
}

/**
 * How many columns of the grid each indicator column takes; the last takes what the others leave. Where
 * they take more than the form has, the grid is wider.
 */
export function indicatorSpans(columns: readonly Pick<Column, 'id'>[]): number[] {
  const spans = columns.map(({ id }) => (id === WIDE_COLUMN ? 2 : 1));
  const left = Math.max(0, PROJECT_GRID - sum(spans));
  return spans.map((span, index) => (index === spans.length - 1 ? span + left : span));
}

/** How many columns the grid has beside those of the form. */
export function extraColumns(spans: readonly number[]): number {
  return Math.max(0, sum(spans) - PROJECT_GRID);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
