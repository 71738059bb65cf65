import { blockEdge } from './block-edge.ts';
import type { CellEditor } from './cell-editor.ts';
import type { Content } from './content.ts';
import type { FillHandle } from './fill-handle.ts';
import type { Hot } from './handsontable.ts';
import { lineText } from './lines.ts';
import type { Scroll } from './scroll.ts';
import type { Cell, Selection } from './selection.ts';

/** The parts of a table that keys have to do with. */
export interface KeyParts {
  readonly content: Content;
  readonly editor: CellEditor;
  readonly selection: Selection;
  readonly fill: FillHandle;
  readonly scroll: Scroll;
}

const GROUP = 'as-in-excel';
const CTRL = 'Control/Meta';
const ARROWS: Readonly<Record<string, Cell>> = {
  ArrowUp: { line: -1, column: 0 },
  ArrowDown: { line: 1, column: 0 },
  ArrowLeft: { line: 0, column: -1 },
  ArrowRight: { line: 0, column: 1 }
};

/** Binds the keys of Excel that Handsontable lacks or takes for something else. */
export function bindKeys(hot: Hot, { content, editor, selection, fill, scroll }: KeyParts): void {
  bind(hot, 'editor', ['F2'], () => editor.switchMode());
  for (const held of ['Control', 'Meta']) {
    bind(hot, 'editor', ['Enter', held], () => editor.commitToSelection());
  }
  bind(hot, 'grid', ['Backspace'], () => editor.beginEmpty());
  bind(hot, 'grid', ['D', CTRL], () => fill.copySelection('down'));
  bind(hot, 'grid', ['R', CTRL], () => fill.copySelection('right'));
  bind(hot, 'grid', ['Home', CTRL, 'Shift'], () => selection.grow({ line: 0, column: 0 }));
  bind(hot, 'grid', ['End', CTRL, 'Shift'], () =>
    selection.grow({ line: content.lines.length - 1, column: content.columns.length - 1 })
  );
  for (const [key, step] of [
    ['PageDown', 1],
    ['PageUp', -1]
  ] as const) {
    bind(hot, 'grid', [key], () => {
      const { cell } = selection;
      if (cell) selection.move({ ...cell, line: scroll.page(cell.line, step) });
    });
    bind(hot, 'grid', [key, 'Shift'], () => {
      const { end } = selection;
      if (end) selection.grow({ ...end, line: scroll.page(end.line, step) });
    });
  }
  for (const [arrow, step] of Object.entries(ARROWS)) {
    bind(hot, 'grid', [arrow, CTRL], () => {
      const { cell } = selection;
      if (cell) selection.move(edgeFrom(cell, step));
    });
    bind(hot, 'grid', [arrow, CTRL, 'Shift'], () => {
      const { cell, end } = selection;
      if (!cell || !end) return;
      // The row or column of the cell that is typed into decides, the other end of the selection moves.
      const edge = edgeFrom(
        step.line === 0 ? { ...end, line: cell.line } : { ...end, column: cell.column },
        step
      );
      selection.grow(
        step.line === 0 ? { ...end, column: edge.column } : { ...end, line: edge.line }
      );
    });
  }

  function edgeFrom({ line, column }: Cell, step: Cell): Cell {
    const { lines, columns } = content;
    const filled = (down: number, across: number) =>
      lineText(lines[down]!, columns[across]!.id) !== '';
    if (step.line === 0) {
      const last = columns.length - 1;
      return { line, column: blockEdge((at) => filled(line, at), column, last, step.column) };
    }
    const last = lines.length - 1;
    return { line: blockEdge((at) => filled(at, column), line, last, step.line), column };
  }
}

/** Lets keys do this and nothing else, on selected cells or in an open editor. */
function bind(hot: Hot, where: 'grid' | 'editor', keys: string[], run: () => void): void {
  const context = hot.getShortcutManager().getContext(where)!;
  if (where === 'grid') context.removeShortcutsByKeys(keys);
  const callback = () => {
    run();
    return false;
  };
  // Held Ctrl would begin a second selection beside the first.
  context.addShortcut({ group: GROUP, keys: [keys], captureCtrl: true, callback });
}
