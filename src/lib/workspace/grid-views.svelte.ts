import { PLAIN_VIEW, readGridViews, type GridView } from '#lib/model/grid-view.ts';
import type { Catalogue } from '#lib/storage/catalogue.ts';

/** How the grids of one workbook are looked at on this device: kept here alone, and never synced. */
export class GridViews {
  readonly #catalogue: Catalogue;
  readonly #setting: string;
  #views = $state.raw<Readonly<Record<string, GridView>>>({});
  #storing: Promise<void> = Promise.resolve();

  private constructor(catalogue: Catalogue, workbook: string) {
    this.#catalogue = catalogue;
    this.#setting = `grid-views-${workbook}`;
  }

  /** Reads what the device has kept; where it cannot be read, every grid is plain. */
  static async load(catalogue: Catalogue, workbook: string): Promise<GridViews> {
    const views = new GridViews(catalogue, workbook);
    views.#views = await views.#stored().catch(() => ({}));
    return views;
  }

  /** How a grid is looked at: one sheet, or the grid over several of them. */
  of(grid: string): GridView {
    return this.#views[grid] ?? PLAIN_VIEW;
  }

  /** Looks at a grid in another way. Where the device keeps nothing, it holds until the workbook is closed. */
  change(grid: string, changes: Partial<GridView>): void {
    const view = { ...this.of(grid), ...changes };
    this.#views = { ...this.#views, [grid]: view };
    this.#storing = this.#storing.then(() => this.#store(grid, view)).catch(() => undefined);
  }

  /** Resolves when everything is stored. */
  settled(): Promise<void> {
    return this.#storing;
  }

  /** Another window may have stored how it looks at other grids. */
  async #store(grid: string, view: GridView): Promise<void> {
    const views = { ...(await this.#stored()), [grid]: view };
    await this.#catalogue.setSetting(this.#setting, JSON.stringify(views));
  }

  async #stored(): Promise<Readonly<Record<string, GridView>>> {
    return readGridViews(await this.#catalogue.setting(this.#setting));
  }
}
