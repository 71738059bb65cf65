import 'handsontable/styles/handsontable.min.css';
import 'handsontable/styles/ht-theme-main-no-icons.min.css';
import Handsontable from 'handsontable/base';
import { registerCellType, TextCellType } from 'handsontable/cellTypes';
import { registerLanguageDictionary, zhCN } from 'handsontable/i18n';
import {
  Autofill,
  DragToScroll,
  ManualColumnResize,
  ManualRowMove,
  registerPlugin
} from 'handsontable/plugins';
import { headingOf, type GridColumn } from './columns.ts';
import type { Content } from './content.ts';
import type { CellChange } from './gestures.ts';
import { dressHeading, undressHeading, type HeadingOptions } from './heading-buttons.ts';
import { setHeadingHeights } from './heading-heights.ts';
import { headingClass, headingRows } from './heading-rows.ts';
import { ROW } from './row-height.ts';
import type { RowOperation } from './row-operations.ts';
import { NUMBERS } from './sizes.ts';

registerCellType(TextCellType);
// What screen readers hear of headers and corner.
registerLanguageDictionary(zhCN);
for (const plugin of [Autofill, DragToScroll, ManualColumnResize, ManualRowMove]) {
  registerPlugin(plugin);
}

export type Hot = InstanceType<typeof Handsontable>;
export type HotSettings = Handsontable.GridSettings;
export type HotChange = Handsontable.CellChange;

/** Rows that colleagues change come with this source; every other change is a gesture. */
export const REMOTE = 'remote';

/** The object that Handsontable reads a row from. */
export type Source = Record<string, string>;

/** How Handsontable is made for a table. */
export interface HotOptions {
  /** What a screen reader calls the table. */
  readonly name: string;
  readonly columns: readonly GridColumn[];
  /** What stands over the numbers of the rows, such as 序号. */
  readonly corner: string;
  /** `content` is as high as its rows and scrolls with the page; `fill` scrolls by itself. */
  readonly height: 'content' | 'fill';
  readonly readOnly: boolean;
  /** What the headings offer; nothing by default. */
  readonly headings?: HeadingOptions;
  readonly licenseKey: string;
}

/** The cells of a change as Handsontable tells of it. */
export function changedCells(changes: readonly (HotChange | null)[]): CellChange[] {
  return changes.flatMap((change) => {
    if (!change) return [];
    const [line, column, , text] = change;
    return [{ line, column: String(column), text: String(text ?? '') }];
  });
}

/** Takes rows out and puts empty ones in, as others have done. */
export function alterRows(hot: Hot, operations: readonly RowOperation[]): void {
  for (const { do: what, at, count } of operations) {
    hot.alter(what === 'remove' ? 'remove_row' : 'insert_row_above', at, count, REMOTE);
  }
}

/**
 * Puts other rows in the places of all. Where there are fewer, Handsontable by itself would compare each row
 * that stays with each that goes.
 */
export function renewRows(hot: Hot, sources: Source[]): void {
  hot.rowIndexMapper.initToLength(sources.length);
  hot.updateData(sources);
}

/** Headings are the only texts that Handsontable would take for markup. */
function escapeHeading(content: string, context: string): string {
  return context === 'header' ? content.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : content;
}

/** Lets a table call some hooks until it is destroyed. */
export function addHooks(hot: Hot, hooks: HotSettings): void {
  for (const [name, hook] of Object.entries(hooks)) hot.addHook(name, hook as () => unknown);
}

/** Makes Handsontable as a mere view: its undo, merging, sorting and filtering are left out. */
export function makeHandsontable(
  element: HTMLElement,
  { name, columns, corner, height, readOnly, headings: offered, licenseKey }: HotOptions,
  content: Content
): Hot {
  const { sizes } = content;
  const headings = headingRows(columns);
  const hot = new Handsontable(element, {
    data: content.sources.list,
    dataSchema: Object.fromEntries(columns.map(({ id }) => [id, ''])),
    columns: columns.map((column) => ({
      data: column.id,
      headerClassName: headingClass(column),
      editor: 'text',
      renderer: (_hot: unknown, td: HTMLTableCellElement, row: number, column: number) =>
        content.paint(td, row, column),
      readOnly: readOnly || column.readOnly === true
    })),
    // In a table that is only shown, grey would tell nothing and hide the colours of the problems.
    ...(readOnly && { readOnlyCellClassName: '' }),
    colHeaders: columns.map((_, at) => headingOf(columns, at)),
    ...(headings && { nestedHeaders: headings }),
    sanitizer: escapeHeading,
    fixedColumnsStart: sizes.frozen,
    rowHeaders: (row: number) => String(content.lines[row]?.number ?? row + 1),
    rowHeaderWidth: NUMBERS,
    // Otherwise a title would widen its column.
    autoColumnSize: false,
    colWidths: (column: number) => sizes.widths[column] ?? 80,
    height: height === 'fill' ? '100%' : 'auto',
    width: '100%',
    licenseKey,
    language: 'zh-CN',
    themeName: 'ht-theme-main',
    injectCoreCss: false,
    undo: false,
    allowInsertColumn: false,
    allowRemoveColumn: false,
    enterBeginsEditing: false,
    // Without it a composition that begins on a selected cell loses its first letter.
    imeFastEdit: true,
    autoWrapRow: true,
    manualColumnResize: true,
    manualRowMove: !readOnly,
    fillHandle: readOnly ? false : { autoInsertRow: false },
    outsideClickDeselects: false,
    modifyRowHeight(this: Hot, _height, row) {
      // The first one that is painted has a border above it; without a pixel for that, Handsontable would
      // find it too high at every paint, and ask for the heights of all rows again.
      const border = row === this.view.getFirstRenderedVisibleRow() ? 1 : 0;
      return (sizes.heights[row] ?? ROW) + border;
    },
    afterInit() {
      this.rootElement.setAttribute('aria-label', name);
    },
    beforeRender: () => setHeadingHeights(element, content.headingHeights),
    afterGetColHeader(column, th, level) {
      const shown = columns[column];
      if (shown) {
        const own = headings === null || (shown.group === undefined ? 0 : 1) === level;
        const mark = content.data.headings?.get(shown.id);
        if (offered && own) dressHeading(th, shown, headingOf(columns, column), mark, offered);
        else undressHeading(th);
      } else if (level === (headings ? 1 : 0)) {
        th.setAttribute('aria-label', '全选');
        th.querySelector('.relative')!.classList.add('heading-corner');
        th.querySelector('.colHeader')!.textContent = corner;
      }
    }
  });
  if (headings && !hot.getPlugin('nestedHeaders')) {
    throw new Error('headings in groups: import grouped-headings.ts before making the table');
  }
  return hot;
}
