import { expect, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { HeldCells } from '#lib/grid/clipboard/held-cells.ts';
import type { ForeignPaste } from '#lib/grid/clipboard/clipboard-options.ts';
import { columnsOfSheet } from '#lib/grid/columns.ts';
import { shownColumns } from '#lib/grid/shown-columns.ts';
import { endOf, linesOf, type Line } from '#lib/grid/lines.ts';
import { Table } from '#lib/grid/table.ts';
import { readClipboardBlock } from '#lib/importers/clipboard/clipboard-block.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Edit } from '#lib/model/edit.ts';
import { cellText, findSheet, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import excelHtml from '#tests/clipboards/excel.html?raw';
import excelText from '#tests/clipboards/excel.txt?raw';
import { smallWorkbook } from './workbooks.ts';
import '#lib/ui/grid.css';

/** What a clipboard holds, by type. */
export type Held = Readonly<Record<string, string>>;

/** A table as Excel puts it on the clipboard. */
export const EXCEL: Held = { 'text/html': excelHtml, 'text/plain': excelText };

/** Grids of one workbook on the page, whose edits are applied and shown again, as the app does. */
export class ClipboardDesk {
  readonly edits: Edit[] = [];
  readonly refused: string[] = [];
  readonly foreign: ForeignPaste[] = [];
  /** Of each paste over hidden columns, how many they were. */
  readonly unseen: number[] = [];
  readonly #states: Workbook[];
  readonly #held = new HeldCells();
  readonly #element = document.createElement('div');
  #table: Table | null = null;
  #id = '';
  #lines: readonly Line[] = [];

  constructor(workbook = smallWorkbook(), id = 'p1', readOnly = false) {
    this.#states = [workbook];
    this.#element.style.width = '900px';
    document.body.append(this.#element);
    this.open(id, readOnly);
  }

  /** Shows another sheet of the workbook. */
  open(id: string, readOnly = false, hidden: readonly string[] = []): void {
    this.#table?.destroy();
    this.#id = id;
    const allColumns = columnsOfSheet(this.#sheet);
    this.#lines = linesOf([this.#sheet]);
    this.#table = new Table(
      this.#element,
      {
        name: '指标',
        columns: shownColumns(allColumns, { hidden, widths: {} }),
        allColumns,
        corner: '',
        widens: this.#sheet.kind === 'free',
        height: 'content',
        readOnly,
        licenseKey: 'non-commercial-and-evaluation',
        clipboard: {
          held: this.#held,
          workbook: () => this.#workbook,
          readHtml: (pasted) => Promise.resolve(readClipboardBlock(pasted)),
          onForeign: (paste) => this.foreign.push(paste),
          onHidden: (columns) => this.unseen.push(columns),
          onUnreadable: () => {}
        },
        end: () => endOf(this.#lines, this.#id),
        onEdit: (edit) => {
          this.edits.push(edit);
          this.#states.push(applyEdit(this.#workbook, edit));
          this.#show();
        },
        onRefused: (why) => this.refused.push(why),
        onSelect: () => {},
        onHover: () => {},
        onLeftOut: () => {},
        onLost: () => {}
      },
      this.#data()
    );
  }

  undo(): void {
    this.#states.pop();
    this.#show();
  }

  /** Selects cells and waits until the keyboard has come to them. */
  async select(row: string, column: string, keys = ''): Promise<void> {
    this.#table!.goTo({ row, column }, true);
    await vi.waitFor(() => expect(this.#element.contains(document.activeElement)).toBe(true));
    if (keys !== '') await userEvent.keyboard(keys);
  }

  /** The texts of some rows of a sheet, column by column. */
  texts(columns: readonly string[], id = this.#id): string[][] {
    const { rows } = findSheet(this.#workbook, id)!;
    return rows.map((row) => columns.map((column) => cellText(row, column)));
  }

  ids(id = this.#id): string[] {
    return findSheet(this.#workbook, id)!.rows.map((row) => row.id);
  }

  /** How many cells show the dashed border of a cut. */
  get marked(): number {
    return this.#element.querySelectorAll('.ht_master td.cell-cut').length;
  }

  close(): void {
    this.#table?.destroy();
    this.#element.remove();
  }

  get #workbook(): Workbook {
    return this.#states.at(-1)!;
  }

  get #sheet(): Sheet {
    return findSheet(this.#workbook, this.#id)!;
  }

  #show(): void {
    this.#lines = linesOf([this.#sheet], this.#lines);
    this.#table!.show(this.#data());
  }

  #data() {
    return { lines: this.#lines, marks: new Map(), comments: new Map(), peers: new Map() };
  }
}

/** What an event leaves on the clipboard. */
export function send(type: 'copy' | 'cut' | 'paste', held: Held = {}): Held {
  const clipboardData = new DataTransfer();
  for (const [kind, text] of Object.entries(held)) clipboardData.setData(kind, text);
  const event = new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true });
  document.activeElement!.dispatchEvent(event);
  return Object.fromEntries(clipboardData.types.map((kind) => [kind, clipboardData.getData(kind)]));
}

/** A clipboard that holds a text alone. */
export const plain = (text: string): Held => ({ 'text/plain': text });
