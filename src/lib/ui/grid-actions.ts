import { editOfColumnDelete, editOfColumnInsert } from '#lib/grid/column-edits.ts';
import { editOfDelete, editOfInsert, editOfMove } from '#lib/grid/gestures.ts';
import type { Line } from '#lib/grid/lines.ts';
import type { Table } from '#lib/grid/table.ts';
import { createRow } from '#lib/model/create.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';

/** A grid as it is now. */
export interface GridState {
  readonly table: Table | undefined;
  readonly lines: readonly Line[];
  readonly sheets: readonly Sheet[];
  /** The column that is selected. */
  readonly column: string | undefined;
}

/** What toolbar and menu of a grid do to its rows and columns. `current` is asked at each action. */
export function gridActions(opened: OpenWorkbook, notices: Notices, current: () => GridState) {
  function chosenLines(): number[] {
    const range = current().table?.selectedLines;
    if (!range) return [];
    return Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);
  }

  return {
    /** Puts a row in beside the selected ones, or at the end where none is selected. */
    insert(side: 'above' | 'below'): void {
      const { lines, sheets } = current();
      const chosen = chosenLines();
      const beside = chosen.at(side === 'above' ? 0 : -1) ?? lines.length - 1;
      const [sheet] = sheets;
      if (lines.length > 0) {
        opened.edit(editOfInsert(lines, beside, side));
      } else if (sheet) {
        const change = { do: 'insert', sheet: sheet.id, after: null, rows: [createRow()] } as const;
        opened.edit({ label: '插入一行', changes: [change] });
      }
    },

    remove(): void {
      const { lines } = current();
      const chosen = chosenLines();
      const rows = chosen.flatMap((line) => lines[line]?.row.id ?? []);
      opened.edit(editOfDelete(lines, chosen));
      notices.say(chosen.length === 1 ? '已删除一行' : `已删除 ${chosen.length} 行`, {
        label: '撤销',
        run: () => opened.edit({ label: '恢复删除的行', changes: [{ do: 'restore', rows }] })
      });
    },

    move(by: 1 | -1): void {
      const { lines, table } = current();
      const chosen = chosenLines();
      const to = (chosen[0] ?? 0) + by;
      if (chosen.length === 0 || to < 0 || to + chosen.length > lines.length) return;
      opened.edit(editOfMove(lines, chosen, to));
      queueMicrotask(() => table?.selectLines(to, to + chosen.length - 1));
    },

    insertColumn(side: 'left' | 'right'): void {
      const { sheets, column = '' } = current();
      if (sheets[0]) opened.edit(editOfColumnInsert(sheets[0], column, side));
    },

    removeColumn(): void {
      const { sheets, column = '' } = current();
      if (sheets[0]) opened.edit(editOfColumnDelete(sheets[0], column));
    }
  };
}
