import { editOfColumnDelete, editOfColumnInsert } from '#lib/grid/column-edits.ts';
import { editOfDelete, editOfInsert } from '#lib/grid/gestures.ts';
import type { Line } from '#lib/grid/lines.ts';
import { stepOf } from '#lib/grid/step-rows.ts';
import type { Table } from '#lib/grid/table.ts';
import { createRow } from '#lib/model/create.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { ArrangedLines } from './arranged-lines.svelte.ts';

/** What is said where rows cannot be moved, since they do not stand in the order of the document. */
export const SORTED = '排序后不能移动行，请先清除排序';

/** A grid as it is now. */
export interface GridState {
  readonly table: Pick<Table, 'selectedLines' | 'selectLines'> | undefined;
  /** The lines that are shown. */
  readonly lines: readonly Line[];
  /** How they are sorted and filtered, where they can be. */
  readonly arranged?: Pick<ArrangedLines, 'all' | 'sorted' | 'insertAbove'>;
  readonly sheets: readonly Sheet[];
  /** The column that is selected. */
  readonly column: string | undefined;
}

/**
 * What toolbar and menu of a grid do to its rows and columns, handed to `edit`. `current` is asked at each
 * action.
 */
export function gridActions(
  edit: (edit: Edit) => boolean,
  notices: Notices,
  current: () => GridState
) {
  function chosenLines(): number[] {
    const range = current().table?.selectedLines;
    if (!range) return [];
    return Array.from({ length: range.last - range.first + 1 }, (_, at) => range.first + at);
  }

  return {
    /** The selected lines, whole ones. */
    chosen(): readonly Line[] {
      const { lines } = current();
      return chosenLines().flatMap((line) => lines[line] ?? []);
    },

    /** Puts a row in beside the selected ones, or at the end where none is selected. */
    insert(side: 'above' | 'below'): void {
      const { lines, arranged, sheets } = current();
      const shown = lines[chosenLines().at(side === 'above' ? 0 : -1) ?? -1];
      // Its neighbour in the document is meant, which need not be the one beside it on the screen.
      const all = arranged?.all ?? lines;
      const beside = shown ? shown.number - 1 : all.length - 1;
      const [sheet] = sheets;
      if (all.length > 0) {
        if (shown && side === 'above') arranged?.insertAbove(shown.row.id);
        edit(editOfInsert(all, beside, side));
      } else if (sheet) {
        const change = { do: 'insert', sheet: sheet.id, after: null, rows: [createRow()] } as const;
        edit({ label: '插入一行', changes: [change] });
      }
    },

    remove(): void {
      const { lines } = current();
      const chosen = chosenLines();
      const rows = chosen.flatMap((line) => lines[line]?.row.id ?? []);
      edit(editOfDelete(lines, chosen));
      notices.say(chosen.length === 1 ? '已删除一行' : `已删除 ${chosen.length} 行`, {
        label: '撤销',
        run: () => edit({ label: '恢复删除的行', changes: [{ do: 'restore', rows }] })
      });
    },

    move(by: 1 | -1): void {
      const { lines, arranged, table } = current();
      if (arranged?.sorted) return notices.say(SORTED);
      const chosen = table?.selectedLines;
      const step = chosen && stepOf(lines, chosen.first, chosen.last, by);
      if (!chosen || !step) return;
      edit(step.edit);
      const { to } = step;
      queueMicrotask(() => table?.selectLines(to, to + chosen.last - chosen.first));
    },

    insertColumn(side: 'left' | 'right'): void {
      const { sheets, column = '' } = current();
      if (sheets[0]) edit(editOfColumnInsert(sheets[0], column, side));
    },

    removeColumn(): void {
      const { sheets, column = '' } = current();
      if (sheets[0]) edit(editOfColumnDelete(sheets[0], column));
    }
  };
}
