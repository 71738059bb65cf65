import { newColumns } from '#lib/model/column-name.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import { newId, type IdSource } from '#lib/model/ids.ts';
import { cellText, type Column, type Row } from '#lib/model/workbook.ts';
import { PROJECT_COLUMN, type GridColumn } from './columns.ts';
import { endOf, type Line, type RowsEnd } from './lines.ts';

/** A cell by its place on the screen, and the text it is to have. */
export interface CellChange {
  readonly line: number;
  readonly column: string;
  readonly text: string;
}

/** A block of cells, corners included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const LABEL_LENGTH = 16;

/**
 * The edit for cells that were typed into, cleared or filled. A first level that is typed into any row
 * of its run, which is shown as one merged cell, is meant for all of them.
 * @param emptied the rows whose merged first level was cleared before: while it is blank, still one cell
 */
export function editOfCells(
  lines: readonly Line[],
  cells: readonly CellChange[],
  emptied: ReadonlySet<string> = new Set()
): Edit {
  const changes: Change[] = [];
  for (const { line, column, text } of cells) {
    const at = lines[line];
    if (!at || column === PROJECT_COLUMN || cellText(at.row, column) === text) continue;
    const merged = column === 'level1' && cells.length === 1;
    const rows = merged ? (emptiedRun(lines, at, emptied) ?? runOf(lines, line)) : [at];
    changes.push(...rows.map(({ row }): Change => ({ do: 'cell', row: row.id, column, text })));
  }
  return { label: labelOf(cells), changes };
}

/** The lines whose first level is shown as one with that of a line. */
function runOf(lines: readonly Line[], line: number): readonly Line[] {
  let first = line;
  while (lines[first]?.continues) first--;
  const end = lines.findIndex(({ continues }, at) => at > first && !continues);
  return lines.slice(first, end < 0 ? lines.length : end);
}

/** The lines whose first level was cleared together with that of a line, while all of them are blank. */
function emptiedRun(
  lines: readonly Line[],
  at: Line,
  emptied: ReadonlySet<string>
): readonly Line[] | null {
  if (!emptied.has(at.row.id)) return null;
  const run = lines.filter(({ row }) => emptied.has(row.id));
  return run.every(({ row }) => cellText(row, 'level1') === '') ? run : null;
}

/** The rows whose merged first level an edit clears; none where it clears no merged one. */
export function emptiedRows(cells: readonly CellChange[], { changes }: Edit): ReadonlySet<string> {
  const clears = cells.length === 1 && cells[0]!.column === 'level1' && cells[0]!.text === '';
  return new Set(
    clears ? changes.flatMap((change) => (change.do === 'cell' ? [change.row] : [])) : []
  );
}

/** How a paste meets the edges of a table. */
export interface PasteOptions {
  /** Whether columns are added for what goes past the right edge; it is left out otherwise. */
  readonly widens?: boolean;
  /** Where rows past the end are added; after the last line by default. */
  readonly end?: RowsEnd | undefined;
  readonly ids?: IdSource;
}

/** How many columns a pasted block has. */
export function widthOf(block: readonly (readonly string[])[]): number {
  return Math.max(0, ...block.map((row) => row.length));
}

/** Where a block comes to lie: over the selection, which it fills where that is a multiple of it. */
export function pastedOver(selection: Block, block: readonly (readonly string[])[]): Block {
  const { top, left, bottom, right } = selection;
  const tall = repeated(bottom - top + 1, block.length);
  const wide = repeated(right - left + 1, widthOf(block));
  return { top, left, bottom: top + tall - 1, right: left + wide - 1 };
}

/**
 * The edit for a pasted block. It fills the selection where that is larger and a multiple of it,
 * and rows past the end are added to the last sheet.
 */
export function editOfPaste(
  lines: readonly Line[],
  present: readonly GridColumn[],
  selection: Block,
  block: readonly (readonly string[])[],
  { widens = false, end = endOf(lines), ids = newId }: PasteOptions = {}
): Edit {
  const height = block.length;
  const width = widthOf(block);
  if (height === 0 || width === 0 || !end) return { label: '粘贴', changes: [] };
  const over = pastedOver(selection, block);
  const tall = over.bottom - over.top + 1;
  const wide = over.right - over.left + 1;
  const beyond = widens ? Math.max(0, selection.left + wide - present.length) : 0;
  const columns: readonly Column[] = [...present, ...newColumns(present, beyond)];
  const changes: Change[] = [];
  if (beyond > 0) {
    const all = columns.map(({ id, title }) => ({ id, title }));
    changes.push({ do: 'columns', sheet: end.sheet, columns: all });
  }
  const added: { id: string; cells: Record<string, string> }[] = [];
  for (let down = 0; down < tall; down++) {
    const line = lines[selection.top + down];
    const cells: Record<string, string> = {};
    for (let across = 0; across < wide; across++) {
      const column = columns[selection.left + across]?.id;
      const text = block[down % height]![across % width];
      if (column === undefined || column === PROJECT_COLUMN || text === undefined) continue;
      if (!line) cells[column] = text;
      else if (cellText(line.row, column) !== text) {
        changes.push({ do: 'cell', row: line.row.id, column, text });
      }
    }
    if (!line) added.push({ id: ids(), cells });
  }
  if (added.length > 0) {
    changes.push({ do: 'insert', sheet: end.sheet, after: end.after, rows: added });
  }
  return { label: `粘贴 ${tall} 行 × ${wide} 列`, changes };
}

/** The edit that puts an empty row above or below a line, with the levels of that line. */
export function editOfInsert(
  lines: readonly Line[],
  line: number,
  side: 'above' | 'below',
  count = 1,
  ids: IdSource = newId
): Edit {
  const beside = lines[line];
  if (!beside) return { label: '插入行', changes: [] };
  const above = lines[line - 1];
  const sameSheet = above?.sheet === beside.sheet;
  const after = side === 'below' ? beside.row.id : sameSheet ? above!.row.id : null;
  const level1 = cellText(beside.row, 'level1');
  const cells: Row['cells'] = level1 === '' ? {} : { level1 };
  const rows = Array.from({ length: count }, () => ({ id: ids(), cells }));
  return {
    label: count === 1 ? '插入一行' : `插入 ${count} 行`,
    changes: [{ do: 'insert', sheet: beside.sheet, after, rows }]
  };
}

/** The edit that deletes some lines. */
export function editOfDelete(lines: readonly Line[], chosen: readonly number[]): Edit {
  const rows = chosen.flatMap((line) => lines[line]?.row.id ?? []);
  return {
    label: rows.length === 1 ? '删除一行' : `删除 ${rows.length} 行`,
    changes: rows.length > 0 ? [{ do: 'delete', rows }] : []
  };
}

/**
 * The edit that moves lines so that the first of them becomes line `to`, counted without them. In a grid
 * over several sheets they join the sheet of the line above, unless they come from that of the line
 * below: at a border a row stays in its own.
 */
export function editOfMove(lines: readonly Line[], chosen: readonly number[], to: number): Edit {
  const moving = new Set(chosen);
  const rest = lines.filter((_, line) => !moving.has(line));
  const above = rest[to - 1];
  const below = rest[to];
  const rows = [...moving].sort((a, b) => a - b).flatMap((line) => lines[line]?.row.id ?? []);
  const joined = chosen.every((line) => lines[line]?.sheet === below?.sheet) ? below : above;
  const sheet = (joined ?? above ?? below ?? lines[chosen[0] ?? 0])?.sheet;
  const inPlace = lines.slice(to, to + rows.length).every(({ row }, i) => row.id === rows[i]);
  const changes: Change[] =
    sheet === undefined || rows.length === 0 || inPlace
      ? []
      : [{ do: 'move', rows, sheet, after: above?.sheet === sheet ? above.row.id : null }];
  return { label: rows.length === 1 ? '移动一行' : `移动 ${rows.length} 行`, changes };
}

function repeated(selected: number, copied: number): number {
  return selected > copied && selected % copied === 0 ? selected : copied;
}

function labelOf(cells: readonly CellChange[]): string {
  if (cells.every(({ text }) => text === '')) {
    return cells.length === 1 ? '清除内容' : `清除 ${cells.length} 格`;
  }
  if (cells.length > 1) return `填写 ${cells.length} 格`;
  const text = cells[0]!.text.replace(/\s+/g, ' ');
  return `改为 ${text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH)}…` : text}`;
}
