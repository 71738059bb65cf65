import { expect, vi } from 'vitest';
import { arrange, arrangedLines, AS_WRITTEN, follow, type Arrangement } from '#lib/grid/arrange.ts';
import { columnsOfSheet, type GridColumn } from '#lib/grid/columns.ts';
import type { HeadingMark } from '#lib/grid/heading-buttons.ts';
import { linesOf, type Line } from '#lib/grid/lines.ts';
import { Table } from '#lib/grid/table.ts';
import type { TableOptions } from '#lib/grid/table-options.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import type { GridView } from '#lib/model/grid-view.ts';
import { cellText, findSheet, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import '#lib/grid/grouped-headings.ts';
import '#lib/ui/grid.css';

/** A table of one sheet on the page whose edits are applied to a plain workbook and shown again, as the app does. */
export class TableDesk {
  readonly edits: Edit[] = [];
  readonly lost: string[] = [];
  readonly refused: string[] = [];
  readonly table: Table;
  /** The room that the page gives the table. */
  readonly #frame = document.createElement('div');
  readonly #element = document.createElement('div');
  readonly #columns: readonly GridColumn[];
  readonly #id: string;
  #workbook: Workbook;
  #lines: readonly Line[];
  #headings: ReadonlyMap<string, HeadingMark> = new Map();
  #arrangement: Arrangement = AS_WRITTEN;
  #asked: object = this.#arrangement;

  constructor(workbook = smallWorkbook(), id = 'p1', options: Partial<TableOptions> = {}) {
    this.#workbook = workbook;
    this.#id = id;
    this.#columns = options.columns ?? columnsOfSheet(this.#sheet);
    this.#lines = linesOf([this.#sheet]);
    this.#frame.style.width = '900px';
    if (options.height === 'fill') this.#element.style.height = '400px';
    this.#frame.append(this.#element);
    document.body.append(this.#frame);
    this.table = new Table(
      this.#element,
      {
        name: '指标',
        columns: this.#columns,
        corner: '序号',
        widens: this.#sheet.kind === 'free',
        height: 'content',
        readOnly: false,
        licenseKey: 'non-commercial-and-evaluation',
        onEdit: (edit) => {
          this.edits.push(edit);
          this.#show(edit);
        },
        onSelect: () => {},
        onHover: () => {},
        onLeftOut: () => {},
        onRefused: (why) => this.refused.push(why),
        onLost: (text) => this.lost.push(text),
        ...options
      },
      this.#data()
    );
  }

  /** What a colleague does, coming in from outside. */
  remote(...changes: Change[]): void {
    this.#show({ label: '', changes });
  }

  /** Sorts and filters the table, as one person does for themselves. */
  arrange(asked: Pick<GridView, 'sort' | 'filters'>): void {
    this.#asked = asked;
    this.#arrangement = arrange(this.#lines, asked, this.#columns);
    this.table.show(this.#data());
  }

  /** Selects a cell and waits until the keyboard has come to it, which takes the grid a moment. */
  async select(row: string, column = 'target'): Promise<void> {
    this.table.goTo({ row, column }, true);
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
  }

  /** Gives the table so many pixels, and waits for the paint by which it has taken them. */
  async widen(pixels: number): Promise<void> {
    this.#frame.style.width = `${pixels}px`;
    await nextFrame();
    await nextFrame();
  }

  /** Shows in the headings how their columns are sorted and filtered. */
  async mark(headings: ReadonlyMap<string, HeadingMark>): Promise<void> {
    this.#headings = headings;
    this.table.show(this.#data());
    await nextFrame();
    await nextFrame();
  }

  text(row: string, column = 'target'): string {
    const found = this.#sheet.rows.find(({ id }) => id === row);
    return found ? cellText(found, column) : '(gone)';
  }

  /** The ids of the rows, in order. */
  get rows(): string[] {
    return this.#sheet.rows.map(({ id }) => id);
  }

  /** The ids of the rows that are shown, in their order. */
  get shownRows(): string[] {
    return this.#shown.map(({ row }) => row.id);
  }

  /** The texts of a column, row by row. */
  texts(column: string): string[] {
    return this.#sheet.rows.map((row) => cellText(row, column));
  }

  /** What stands on the screen in a column, line by line. */
  shown(column: string): string[] {
    const across = this.#columns.findIndex(({ id }) => id === column);
    return this.#drawn.map((row) => row.querySelectorAll('td')[across]?.textContent ?? '');
  }

  /** The numbers beside the lines. */
  get numbers(): string[] {
    return this.#drawn.map((row) => row.querySelector('th')!.textContent!.trim());
  }

  /** The selected cell, such as `r2/target`; empty where none is on the screen. */
  get at(): string {
    return this.#cells('td.current')[0] ?? '';
  }

  /** The first and the last of several selected cells, such as `r1/A…r3/B`, or the one that is. */
  get area(): string {
    const cells = this.#cells('td.area');
    return cells.length > 0 ? `${cells[0]}…${cells.at(-1)}` : this.at;
  }

  /** What stands in the open editor; null where none is open. */
  get typed(): string | null {
    const { activeElement } = document;
    const typing = this.table.editing && activeElement instanceof HTMLTextAreaElement;
    return typing ? activeElement.value : null;
  }

  /** What stands over the columns, heading by heading. */
  get headings(): string[] {
    const heads = [...this.#element.querySelectorAll('.ht_master thead th .colHeader')];
    return heads.map((head) => head.textContent?.trim() ?? '').filter((text) => text !== '');
  }

  close(): void {
    this.table.destroy();
    this.#frame.remove();
  }

  get #drawn(): HTMLTableRowElement[] {
    return [...this.#element.querySelectorAll<HTMLTableRowElement>('.ht_master tbody tr')];
  }

  get #sheet(): Sheet {
    return findSheet(this.#workbook, this.#id)!;
  }

  #cells(selector: string): string[] {
    return this.#drawn.flatMap((tr) => {
      const line = Number(tr.querySelector('th')?.textContent) - 1;
      return [...tr.querySelectorAll('td')].flatMap((td, across) =>
        td.matches(selector) ? `${this.#lines[line]?.row.id}/${this.#columns[across]?.id}` : []
      );
    });
  }

  #show(edit: Edit): void {
    this.#workbook = applyEdit(this.#workbook, edit);
    this.#lines = linesOf([this.#sheet], this.#lines);
    this.#arrangement = follow(this.#arrangement, this.#lines);
    this.table.show(this.#data());
  }

  get #shown(): readonly Line[] {
    return arrangedLines(this.#arrangement, this.#lines, new Set());
  }

  #data() {
    return {
      lines: this.#shown,
      asked: this.#asked,
      headings: this.#headings,
      marks: new Map(),
      comments: new Map(),
      peers: new Map()
    };
  }
}

function nextFrame(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(done));
}
