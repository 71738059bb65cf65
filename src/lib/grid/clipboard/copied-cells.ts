import { shiftFormula } from '#lib/model/formula/shift.ts';
import { newId } from '#lib/model/ids.ts';
import { writeTabSeparated } from '#lib/model/tab-separated.ts';
import type { GridColumn } from '../columns.ts';
import type { Block } from '../gestures.ts';
import { lineText, shownText, type Line } from '../lines.ts';

/** The texts of copied cells as they were typed, and where the first of them stood. */
export interface CopiedTexts {
  /** Names this copy on the clipboard, so that a paste knows it. */
  readonly token: string;
  readonly texts: readonly (readonly string[])[];
  /** Counted from 0 in the grid that they were copied from. */
  readonly line: number;
  readonly column: number;
}

/** Cells that were copied or cut in this window. */
export interface CopiedCells extends CopiedTexts {
  readonly columns: readonly string[];
  /** The ids of their rows. */
  readonly rows: readonly string[];
  /** What they showed, as the clipboard has it for others. */
  readonly shown: readonly (readonly string[])[];
  readonly plain: string;
  /** Whether they go away where they are pasted. */
  readonly isCut: boolean;
  /** Whether they are all cells of their rows, which then move as rows. */
  readonly wholeRows: boolean;
}

/** The cells of a block of lines, for the clipboard. */
export function copiedCells(
  lines: readonly Line[],
  columns: readonly GridColumn[],
  { top, left, bottom, right }: Block,
  isCut: boolean
): CopiedCells {
  const some = lines.slice(top, bottom + 1);
  const across = columns.slice(left, right + 1);
  const shown = some.map((line) => across.map(({ id }) => shownText(line, id)));
  return {
    token: newId(),
    texts: some.map((line) => across.map(({ id }) => lineText(line, id))),
    line: top,
    column: left,
    columns: across.map(({ id }) => id),
    rows: some.map(({ row }) => row.id),
    shown,
    plain: writeTabSeparated(shown),
    isCut,
    wholeRows: across.length === columns.length
  };
}

/**
 * The texts that a copy leaves in a block of a free sheet, which it fills where the block is a multiple of
 * it: references of formulas move along, but for those with `$`.
 */
export function textsInFree({ texts, line, column }: CopiedTexts, over: Block): string[][] {
  const tall = over.bottom - over.top + 1;
  const wide = over.right - over.left + 1;
  return Array.from({ length: tall }, (_, down) =>
    Array.from({ length: wide }, (_, across) => {
      const row = texts[down % texts.length]!;
      const text = row[across % row.length] ?? '';
      if (!text.startsWith('=')) return text;
      const rows = over.top + down - (line + (down % texts.length));
      const columns = over.left + across - (column + (across % row.length));
      return shiftFormula(text, rows, columns);
    })
  );
}
