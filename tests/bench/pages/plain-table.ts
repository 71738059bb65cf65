import 'handsontable/styles/handsontable.min.css';
import 'handsontable/styles/ht-theme-main-no-icons.min.css';
import '#lib/ui/theme.css';
import '#lib/ui/grid.css';
import Handsontable from 'handsontable/base';
import { CheckboxCellType, registerCellType } from 'handsontable/cellTypes';
import { registerEditor, TextEditor } from 'handsontable/editors';
import {
  AutoColumnSize,
  Autofill,
  ColumnSorting,
  CopyPaste,
  DropdownMenu,
  Filters,
  HiddenRows,
  ManualColumnResize,
  ManualRowMove,
  registerPlugin
} from 'handsontable/plugins';
import { ALL_COLUMNS, PROJECT_COLUMN } from '#lib/grid/columns.ts';
import { linesOf, lineText } from '#lib/grid/lines.ts';
import { createMarking } from '#lib/grid/marks.ts';
import { paintCell } from '#lib/grid/paint-cell.ts';
import { columnWidths, rowHeight } from '#lib/grid/row-height.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker } from '#lib/rules/check.ts';

/** How a table is to be arranged: sorted, or filtered by what its texts contain. */
export interface Arranging {
  readonly descending?: boolean;
  readonly words?: string;
}

declare global {
  interface Window {
    /** Shows the indicators of a workbook in a table of Handsontable's own, of this size in pixels. */
    showPlainTable(workbook: Workbook, width: number, height: number, arranges?: boolean): void;
    /** Puts so many texts into it, one after the other, each as a task of its own. */
    editPlainTable(texts: number): Promise<void>;
    /** Sorts or filters that table at the next Enter, where it was made to be `arranges`. */
    arrangeAtEnter(asked: Arranging & { readonly column: number }): void;
    /** Shows all of its rows again. */
    clearPlainTable(): void;
    /** Shows texts in a table of Handsontable's own, of this size in pixels. */
    showPlainTexts(texts: string[][], width: number, height: number): void;
  }
}

/** What the app's grid takes for the numbers of rows and for its border. */
const NUMBERS = 36;
const BORDER = 2;

registerEditor(TextEditor);
// Filters asks for it, for DropdownMenu and for HiddenRows; that for AutoColumnSize.
registerCellType(CheckboxCellType);
for (const plugin of [
  AutoColumnSize,
  Autofill,
  ColumnSorting,
  CopyPaste,
  DropdownMenu,
  Filters,
  HiddenRows,
  ManualColumnResize,
  ManualRowMove
]) {
  registerPlugin(plugin);
}

let table: Handsontable | undefined;

window.showPlainTable = (workbook, width, height, arranges = false) => {
  const lines = linesOf(workbook.sheets);
  const widths = columnWidths(ALL_COLUMNS, width - NUMBERS - BORDER);
  const heights = lines.map((line) => rowHeight(line, ALL_COLUMNS, widths));
  const classes = classesOf(lines, workbook);
  const holder = document.createElement('div');
  holder.style.cssText = `width: ${width}px; height: ${height}px; overflow: hidden;`;
  document.body.append(holder);
  const hot = new Handsontable(holder, {
    data: lines.map((line) =>
      Object.fromEntries(ALL_COLUMNS.map(({ id }) => [id, lineText(line, id)]))
    ),
    columns: ALL_COLUMNS.map(({ id }) => ({
      data: id,
      editor: 'text',
      readOnly: id === PROJECT_COLUMN,
      renderer: (
        _hot: unknown,
        td: HTMLTableCellElement,
        row: number,
        column: number,
        _property: unknown,
        value: unknown
      ) => {
        td.className = classes[row]![column]!;
        td.textContent = String(value ?? '');
      }
    })),
    colHeaders: ALL_COLUMNS.map(({ title }) => title),
    rowHeaders: true,
    rowHeaderWidth: NUMBERS,
    colWidths: widths,
    rowHeights: heights,
    height: '100%',
    width: '100%',
    licenseKey: 'non-commercial-and-evaluation',
    themeName: 'ht-theme-main',
    injectCoreCss: false,
    undo: false,
    enterBeginsEditing: false,
    imeFastEdit: true,
    manualColumnResize: true,
    manualRowMove: true,
    fillHandle: { direction: 'vertical', autoInsertRow: false },
    outsideClickDeselects: false,
    autoColumnSize: false,
    columnSorting: arranges,
    filters: arranges
  });
  table = hot;
  window.arrangeAtEnter = (asked) => arrangeAtEnter(hot, asked);
  window.clearPlainTable = () => {
    hot.getPlugin('filters').clearConditions();
    hot.getPlugin('filters').filter();
  };
};

window.editPlainTable = (texts) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let count = 0;
    port1.onmessage = () => {
      const row = (count * 7) % (table?.countRows() ?? 1);
      table?.setDataAtRowProp(row, 'target', `≥${++count}个`);
      if (count < texts) port2.postMessage(null);
      else resolve();
    };
    port2.postMessage(null);
  });

function arrangeAtEnter(
  hot: Handsontable,
  { column, descending, words }: Arranging & { readonly column: number }
): void {
  const arrange = ({ key }: KeyboardEvent) => {
    if (key !== 'Enter') return;
    document.removeEventListener('keydown', arrange, { capture: true });
    if (words === undefined) {
      hot.getPlugin('columnSorting').sort({ column, sortOrder: descending ? 'desc' : 'asc' });
    } else {
      hot.getPlugin('filters').addCondition(column, 'contains', [words]);
      hot.getPlugin('filters').filter();
    }
  };
  // Not on the window, where the time is taken: that comes first.
  document.addEventListener('keydown', arrange, { capture: true });
}

window.showPlainTexts = (texts, width, height) => {
  const holder = document.createElement('div');
  holder.style.cssText = `width: ${width}px; height: ${height}px; overflow: hidden;`;
  document.body.append(holder);
  new Handsontable(holder, {
    data: texts,
    colHeaders: true,
    rowHeaders: true,
    colWidths: 80,
    rowHeights: 28,
    height: '100%',
    width: '100%',
    licenseKey: 'non-commercial-and-evaluation',
    themeName: 'ht-theme-main',
    injectCoreCss: false,
    undo: false,
    imeFastEdit: true
  });
};

/** The classes that the app gives each cell. */
function classesOf(lines: ReturnType<typeof linesOf>, workbook: Workbook): string[][] {
  const painting = {
    columns: ALL_COLUMNS,
    lines,
    marks: createMarking(ALL_COLUMNS)(createChecker().check(workbook).bySheet),
    comments: new Map(),
    peers: new Map()
  };
  const td = document.createElement('td');
  return lines.map((_, at) =>
    ALL_COLUMNS.map((_column, across) => {
      paintCell(td, painting, at, across);
      return td.className;
    })
  );
}
