import { extraColumns, indicatorSpans, projectHeader } from '#lib/model/project-layout.ts';
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
const EXTRA_WIDTH = 20;

/** How the values of the header block are set; the others are texts. */
const ROLES: Readonly<Record<string, CellRole>> = {
  projectCode: 'short',
  budget: 'amount',
  fiscalFunds: 'amount',
  otherFunds: 'amount',
  planMarch: 'short',
  planJune: 'short',
  planOctober: 'short',
  planDecember: 'short'
};

/**
 * A project sheet as the official 绩效目标表: the header block, and below it the indicators with the
 * first level merged. Columns beside the six of the form are printed to the right of them.
 */
export function projectForm(sheet: Sheet): PrintedTable {
  const spans = indicatorSpans(sheet.columns);
  const extra = extraColumns(spans);
  return {
    widths: [...WIDTHS, ...Array<number>(extra).fill(EXTRA_WIDTH)],
    rows: [...headerBlock(sheet, extra), ...indicatorRows(sheet, spans)]
  };
}

function headerBlock(sheet: Sheet, extra: number): PrintedCell[][] {
  return projectHeader(extra).map((cells) =>
    cells.map((cell) =>
      'label' in cell
        ? printedCell(cell.label, 'label', cell.columns, cell.rows)
        : {
            ...printedCell(fieldText(sheet, cell.field), ROLES[cell.field] ?? 'text', cell.columns),
            source: { field: cell.field }
          }
    )
  );
}

function indicatorRows({ columns, rows }: Sheet, spans: readonly number[]): PrintedCell[][] {
  if (columns.length === 0) return [];
  const runs = mergeRuns(rows.map((row) => cellText(row, 'level1')));
  return [
    indicatorRow(columns, spans, ({ title }) => printedCell(title, 'heading')),
    ...rows.map((row, index) =>
      indicatorRow(columns, spans, ({ id }) => {
        const run = id === 'level1' ? runs[index]! : 1;
        if (run === 0) return null;
        const role = id === 'level1' ? 'short' : 'text';
        const merged = rows.slice(index, index + run).map((one) => one.id);
        return {
          ...printedCell(cellText(row, id), role, 1, run),
          source: { column: id, rows: merged }
        };
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
