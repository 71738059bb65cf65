import type { Change, Edit } from '#lib/model/edit.ts';
import { cellText, type Row, type Workbook } from '#lib/model/workbook.ts';
import { PROJECT_COLUMN, type GridColumn } from '../columns.ts';
import { editOfPaste, type Block, type PasteOptions } from '../gestures.ts';
import type { Line, RowsEnd } from '../lines.ts';
import type { CopiedCells } from './copied-cells.ts';

/**
 * The edit that moves cut cells to where they are pasted: written there and cleared where they stood, or,
 * for whole rows and the same columns, the rows themselves, so that comments and waivers go with them.
 * Texts are those that stand there now; what a colleague has deleted meanwhile is written as it was cut.
 * @param selection the cells that are pasted over; of a larger one only the first corner counts
 */
export function editOfMovedCells(
  workbook: Workbook,
  cut: CopiedCells,
  lines: readonly Line[],
  columns: readonly GridColumn[],
  selection: Block,
  options: PasteOptions = {}
): Edit {
  const present = rowsOf(workbook, lines, cut);
  if (movesRows(cut, columns)) {
    const moving = cut.rows.filter((row) => present.has(row));
    return editOfMovedRows(lines, moving, selection.top, options.end);
  }
  const texts = cut.rows.map((row, down) =>
    cut.columns.map((column, across) => {
      const now = present.get(row);
      return now ? cellText(now, column) : cut.texts[down]![across]!;
    })
  );
  const corner = { ...selection, bottom: selection.top, right: selection.left };
  const { changes } = editOfPaste(lines, columns, corner, texts, options);
  const written = writtenCells(lines, columns, corner, texts);
  const cleared = cut.rows.flatMap((row) =>
    cut.columns.flatMap((column): Change[] => {
      const now = present.get(row);
      const stays = !now || written.has(cellOf(row, column)) || cellText(now, column) === '';
      if (stays || column === PROJECT_COLUMN) return [];
      return [{ do: 'cell', row, column, text: '' }];
    })
  );
  return {
    label: `移动 ${texts.length} 行 × ${cut.columns.length} 列`,
    changes: [...changes, ...cleared]
  };
}

/** Whether cut cells are whole rows of a table with the same columns. */
export function movesRows(cut: CopiedCells, columns: readonly GridColumn[]): boolean {
  const own = (ids: readonly string[]) => ids.filter((id) => id !== PROJECT_COLUMN).join();
  return cut.wholeRows && own(cut.columns) === own(columns.map(({ id }) => id));
}

/**
 * The edit that puts rows in the place of a line, as if they were dragged there: above it, and below it
 * where they come from further up; to the end of a table without lines. They may stand in other sheets.
 */
function editOfMovedRows(
  lines: readonly Line[],
  rows: readonly string[],
  at: number,
  end?: RowsEnd
): Edit {
  const label = rows.length === 1 ? '移动一行' : `移动 ${rows.length} 行`;
  const moving = new Set(rows);
  const target = lines[at];
  if (lines.length === 0 && end && rows.length > 0) {
    return { label, changes: [{ do: 'move', rows, ...end }] };
  }
  if (!target || rows.length === 0 || moving.has(target.row.id)) return { label, changes: [] };
  const from = lines.findIndex(({ row }) => moving.has(row.id));
  const isBelow = from >= 0 && from < at;
  const { sheet } = target;
  const above = lines
    .slice(0, isBelow ? at + 1 : at)
    .findLast((line) => line.sheet === sheet && !moving.has(line.row.id));
  return { label, changes: [{ do: 'move', rows, sheet, after: above?.row.id ?? null }] };
}

/** The cut rows that are still there, by id: those of this table, and else of the workbook. */
function rowsOf(
  { sheets }: Workbook,
  lines: readonly Line[],
  cut: CopiedCells
): ReadonlyMap<string, Row> {
  const wanted = new Set(cut.rows);
  const all = [...sheets.flatMap(({ rows }) => rows), ...lines.map(({ row }) => row)];
  return new Map(all.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row]));
}

function writtenCells(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  { top, left }: Block,
  texts: readonly (readonly string[])[]
): ReadonlySet<string> {
  const cells = texts.flatMap((row, down) =>
    row.flatMap((_, across) => {
      const line = lines[top + down];
      const column = columns[left + across];
      return line && column ? [cellOf(line.row.id, column.id)] : [];
    })
  );
  return new Set(cells);
}

function cellOf(row: string, column: string): string {
  return `${row}/${column}`;
}
