import type { Edit } from '#lib/model/edit.ts';
import type { CellEditor } from '../cell-editor.ts';
import type { Content } from '../content.ts';
import type { Hot } from '../handsontable.ts';
import type { Selection } from '../selection.ts';
import type { TableOptions } from '../table-options.ts';
import { HiddenColumns } from './hidden-columns.ts';
import type { Block } from '../gestures.ts';
import { GridClipboard } from './grid-clipboard.ts';

/** The parts of a table that its clipboard works with. */
export interface ClipboardParts {
  readonly content: Content;
  readonly editor: CellEditor;
  readonly selection: Selection;
  readonly gestures: { readonly commit: (edit: Edit) => void };
}

/** The clipboard of a table, until the signal ends it; undefined where its options give it none. */
export function tableClipboard(
  hot: Hot,
  element: HTMLElement,
  options: TableOptions,
  { content, editor, selection, gestures }: ClipboardParts,
  signal: AbortSignal
): GridClipboard | undefined {
  const { clipboard, columns, readOnly, widens, end, onLeftOut, onBlock, onRefused } = options;
  if (!clipboard) return undefined;
  const { allColumns = columns } = options;
  const hidden = new HiddenColumns(allColumns, columns);
  const table = {
    element,
    columns: allColumns,
    hidden,
    selection: {
      get block() {
        return selection.block && hidden.among(selection.block);
      },
      take: (block: Block) => selection.take(hidden.onScreen(block))
    },
    readOnly,
    widens,
    onLeftOut,
    onRefused,
    ...(end && { end }),
    ...(onBlock && { onBlock }),
    lines: () => content.lines,
    listens: () => hot.isListening() && !editor.open,
    cellAt: (line: number, column: number) => hot.getCell(line, hidden.shownUpTo(column)),
    commit: (edit: Edit) => gestures.commit(edit),
    repaint: () => hot.render()
  };
  return new GridClipboard(table, clipboard, signal);
}
