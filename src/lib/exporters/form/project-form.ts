import { fieldTitle, PLAN_FIELDS } from '#lib/model/fields.ts';
import { cellText, fieldText, type Column, type Sheet } from '#lib/model/workbook.ts';
import {
  mergeRuns,
  printedCell,
  type CellRole,
  type PrintedCell,
  type PrintedTable
} from './printed-table.ts';

/** The grid of the 绩效目标表 in millimetres, together the text width of A4. */
const WIDTHS = [21, 25, 28, 29, 19, 24, 24];

/** The description is printed over two columns of the grid, the other indicator columns over one. */
const WIDE_COLUMN = 'description';
const EXTRA_WIDTH = 20;

/** How many columns each date of the spending plan takes. */
const PLAN_COLUMNS = [1, 1, 2, 2];

/**
 * A project sheet as the official 绩效目标表: the header block, and below it the indicators with the
 * first level merged. Columns beside the six of the form are printed to the right of them.
 */
export function projectForm(sheet: Sheet): PrintedTable {
  const spans = columnSpans(sheet.columns);
  const extra = Math.max(0, sum(spans) - WIDTHS.length);
  return {
    widths: [...WIDTHS, ...Array<number>(extra).fill(EXTRA_WIDTH)],
    rows: [...headerBlock(sheet, extra), ...indicatorRows(sheet, spans)]
  };
}

function headerBlock(sheet: Sheet, extra: number): PrintedCell[][] {
  const label = (text: string, rows = 1) => printedCell(text, 'label', 1, rows);
  const title = (field: string) => label(fieldTitle('project', field));
  const value = (field: string, role: CellRole, columns = 1) =>
    printedCell(fieldText(sheet, field), role, columns);
  const planColumns = PLAN_COLUMNS.map((columns, index) =>
    index === 3 ? columns + extra : columns
  );
  return [
    [
      title('projectCode'),
      value('projectCode', 'short', 2),
      title('projectName'),
      value('projectName', 'text', 3 + extra)
    ],
    [
      label('预算规模及资金用途', 2),
      title('budget'),
      value('budget', 'amount'),
      title('fiscalFunds'),
      value('fiscalFunds', 'amount'),
      title('otherFunds'),
      value('otherFunds', 'amount', 1 + extra)
    ],
    [value('usage', 'text', 6 + extra)],
    [
      label('资金支出计划（%）', 2),
      ...PLAN_FIELDS.map((field, index) =>
        printedCell(fieldTitle('project', field), 'label', planColumns[index])
      )
    ],
    PLAN_FIELDS.map((field, index) => value(field, 'short', planColumns[index])),
    [title('goal'), value('goal', 'text', 6 + extra)]
  ];
}

function indicatorRows({ columns, rows }: Sheet, spans: readonly number[]): PrintedCell[][] {
  if (columns.length === 0) return [];
  const runs = mergeRuns(rows.map((row) => cellText(row, 'level1')));
  return [
    indicatorRow(columns, spans, ({ title }) => printedCell(title, 'heading')),
    ...rows.map((row, index) =>
      indicatorRow(columns, spans, ({ id }) => {
        if (id !== 'level1') return printedCell(cellText(row, id));
        return runs[index] === 0 ? null : printedCell(cellText(row, id), 'short', 1, runs[index]);
      })
    )
  ];
}

/** A row over the whole grid: one cell for each column, none where it is merged from above. */
function indicatorRow(
  columns: readonly Column[],
  spans: readonly number[],
  cellOf: (column: Column) => PrintedCell | null
): PrintedCell[] {
  return columns.flatMap((column, index) => {
    const cell = cellOf(column);
    return cell === null ? [] : { ...cell, columns: spans[index] ?? 1 };
  });
}

/** How many columns of the grid each indicator column takes; the last takes what the others leave. */
function columnSpans(columns: readonly Column[]): number[] {
  const spans = columns.map(({ id }) => (id === WIDE_COLUMN ? 2 : 1));
  const left = Math.max(0, WIDTHS.length - sum(spans));
  return spans.map((span, index) => (index === spans.length - 1 ? span + left : span));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
