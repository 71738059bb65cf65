import type { GridColumn } from '#lib/grid/columns.ts';
import type { Table } from '#lib/grid/table.ts';
import type { Place } from '#lib/model/workbook.ts';

/** The grid that the menus belong to, as it is now. */
export interface MenuGrid {
  readonly table: Pick<Table, 'selectedLines' | 'editing' | 'listen'> | undefined;
  readonly columns: readonly GridColumn[];
  /** How many lines are shown. */
  readonly count: number;
  /** The cell that I am in. */
  readonly here: Place | null;
  /** Whether the menu of the cells is also that of columns, which can be put in and taken out. */
  readonly widens: boolean;
}

/** A point of the screen, in pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Which menu of a grid is open, and where: that of its cells, or that of a heading. */
export class GridMenus {
  readonly #grid: () => MenuGrid;
  /** Where the menu of the cells is open; null where it is not. */
  cells = $state.raw<Point | null>(null);
  #heading = $state.raw<(Point & { readonly column: GridColumn }) | null>(null);

  constructor(grid: () => MenuGrid) {
    this.#grid = grid;
  }

  /** The column whose menu is open, and where; null where none is. */
  get heading(): (Point & { readonly column: GridColumn }) | null {
    return this.#heading;
  }

  /** Opens the menu of a column below its button. */
  openHeading = (id: string, button: Element | null): void => {
    const column = this.#grid().columns.find((one) => one.id === id);
    const { left = 0, bottom = 0 } = button?.getBoundingClientRect() ?? {};
    if (column) this.#heading = { column, x: left, y: bottom };
  };

  /** Opens the menu of the column that I am in, as a click on its button does. */
  openHeadingHere = (): void => {
    const id = this.#grid().here?.column ?? '';
    const button = document.querySelector(`.ht_clone_top [data-column="${CSS.escape(id)}"]`);
    this.openHeading(id, button);
  };

  /** Opens the menu that is meant where somebody asks for one: that of a heading, or that of the cells. */
  open = (event: MouseEvent): void => {
    event.preventDefault();
    const heading = event.target instanceof Element && event.target.closest('thead th');
    const button = heading && heading.querySelector<HTMLElement>('[data-column]');
    if (button && !this.#grid().widens) this.openHeading(button.dataset.column ?? '', button);
    else this.#openCells(event);
  };

  #openCells(event: MouseEvent): void {
    if (this.#grid().table?.selectedLines == null) return;
    // The menu key and Shift+F10 bring no pointer: the menu opens at the cell.
    const cell =
      event.currentTarget instanceof HTMLElement && event.currentTarget.querySelector('td.current');
    const { left = 0, bottom = 0 } = cell ? cell.getBoundingClientRect() : {};
    const byKey = event.clientX === 0 && event.clientY === 0;
    this.cells = byKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY };
  }

  /** Closes them, and gives the keyboard back. */
  close = (): void => {
    this.cells = null;
    this.#heading = null;
    this.#grid().table?.listen();
  };

  /** Ctrl+Shift+L in a cell, and Alt+↓ where its whole column is selected. */
  onkeydown = (event: KeyboardEvent): void => {
    const { table, count, here } = this.#grid();
    const { ctrlKey, metaKey, altKey, shiftKey, key } = event;
    const rows = table?.selectedLines;
    const whole = rows?.first === 0 && rows.last === count - 1 && rows.last > 0;
    const asked =
      ((ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'l') ||
      (altKey && key === 'ArrowDown' && whole);
    if (!asked || here === null || table?.editing) return;
    event.preventDefault();
    event.stopPropagation();
    this.openHeadingHere();
  };
}
