import { untrack } from 'svelte';
import type { OfferAnswer, Offerer, Offering } from '#lib/grid/offers.ts';
import type { Table } from '#lib/grid/table.ts';
import { classificationOf } from '#lib/model/disclosure/subject-sums.ts';
import type { Change, Edit } from '#lib/model/edit.ts';
import type { Offer } from '#lib/model/offer.ts';
import { cellText, findSheet, type Place } from '#lib/model/workbook.ts';
import type { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import type { IndicatorIndex } from '#lib/workspace/offers/indicator-index.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';

/** Loaded when a list is first asked for: it brings the classifications along. */
const sources = () => import('#lib/workspace/offers/offer-source.ts');
const devices = () => import('#lib/workspace/offers/device-indicators.ts');

const OF_PROJECTS = new Set(['level1', 'level2', 'level3', 'target', 'basis']);
/** In these columns Enter takes the first offer that answers: few other texts are ever meant. */
const CHOSEN_AT_ONCE = new Set(['level1', 'level2']);
const LEAVE: OfferAnswer = { do: 'leave' };
const KEEP: OfferAnswer = { do: 'keep' };

/** The list of texts that is offered in a grid: what it shows, which item is chosen, what was taken. */
export class GridOffers implements Offerer {
  readonly #opened: OpenWorkbook;
  readonly #cabinet: Cabinet;
  readonly #table: () => Table | undefined;
  #offering = $state.raw<Offering | null>(null);
  #offers = $state.raw<readonly Offer[]>([]);
  #active = $state(-1);
  #source: Awaited<ReturnType<typeof sources>> | null = null;
  #others: IndicatorIndex | null = null;
  #loading: Promise<void> | null = null;
  /** The cell for which the list was asked by hand; what is typed there narrows it. */
  #askedAt = '';
  #taken: { readonly cell: Place; readonly offer: Offer } | null = null;

  constructor(opened: OpenWorkbook, cabinet: Cabinet, table: () => Table | undefined) {
    this.#opened = opened;
    this.#cabinet = cabinet;
    this.#table = table;
  }

  /** The items, and where the cell stands; null where there is no list. */
  get list(): { readonly offers: readonly Offer[]; readonly box: DOMRect } | null {
    return this.#offering && this.#offers.length > 0
      ? { offers: this.#offers, box: this.#offering.box }
      : null;
  }

  /** The place of the chosen item; -1 where none is. */
  get active(): number {
    return this.#active;
  }

  has = ({ sheet, column }: Place): boolean => {
    if (column === 'moneyUnit') return true;
    const found = findSheet(this.#opened.workbook, sheet);
    if (column === undefined || !found) return false;
    if (column === 'level3' && !this.#cabinet.profile.suggests) return false;
    if (found.kind === 'project') return OF_PROJECTS.has(column);
    const isSubject = column === 'code' || column === 'name';
    return isSubject && found.kind === 'disclosure' && classificationOf(found.form) !== null;
  };

  look = (offering: Offering | null): void => {
    untrack(() => {
      if (!offering) {
        this.#close();
        this.#askedAt = '';
        return;
      }
      if (offering.asked) this.#askedAt = keyOf(offering.cell);
      void this.#prepare(offering.cell);
      this.#offering = offering;
      this.#find();
    });
  };

  key = (key: string): OfferAnswer => {
    if (!this.list) return LEAVE;
    const offer = this.#offers[this.#active];
    switch (key) {
      case 'ArrowDown':
        this.#active = Math.min(this.#active + 1, this.#offers.length - 1);
        return KEEP;
      case 'ArrowUp':
        if (this.#active < 0 && !this.#asked) return LEAVE;
        this.#active = Math.max(this.#active - 1, this.#asked ? 0 : -1);
        return KEEP;
      case 'Escape': {
        const chosen = offer !== undefined || this.#asked;
        this.#close();
        this.#askedAt = '';
        return chosen ? KEEP : LEAVE;
      }
      default:
        if (!offer) {
          this.#close();
          return LEAVE;
        }
        return { do: 'write', text: this.#take(offer), unfinished: offer.unfinished };
    }
  };

  /** Takes an item that was pressed with the pointer. */
  press(offer: Offer): void {
    this.#table()?.offers.write(this.#take(offer), offer.unfinished);
  }

  /** An edit of the grid with what the taken offer brings along, in one step. */
  complete(edit: Edit): Edit {
    const taken = this.#taken;
    if (!taken) return edit;
    const { cell, offer } = taken;
    const isIt = edit.changes.some(
      (change) =>
        change.do === 'cell' &&
        change.row === cell.row &&
        change.column === cell.column &&
        change.text === offer.text
    );
    if (!isIt) return edit;
    this.#taken = null;
    return { ...edit, changes: [...edit.changes, ...this.#beside(cell, offer)] };
  }

  get #asked(): boolean {
    return this.#offering !== null && this.#askedAt === keyOf(this.#offering.cell);
  }

  #close(): void {
    this.#offering = null;
    this.#offers = [];
    this.#active = -1;
  }

  #find(): void {
    const offering = this.#offering;
    if (!offering || !this.#source) return;
    const { cell, text, typing } = offering;
    const asked = this.#asked;
    // Of a list that is opened at a filled cell all items can be chosen.
    const all = !typing && text !== '' && cell.column !== 'target';
    const found = this.#source.offersAt(this.#opened.workbook, cell, text, all, this.#others);
    const [only, ...more] = found;
    const says =
      more.length > 0 ||
      (only !== undefined && (only.text !== text || this.#beside(cell, only).length > 0));
    this.#offers = says || asked ? found : [];
    const standing = this.#offers.findIndex((offer) => offer.text === text);
    const atOnce = typing && text.trim() !== '' && CHOSEN_AT_ONCE.has(cell.column ?? '');
    this.#active = asked ? Math.max(0, standing) : atOnce ? Math.max(0, standing) : -1;
  }

  /** Writes down what was taken; what it brings along goes with the edit that writes its text. */
  #take(offer: Offer): string {
    const cell = this.#offering?.cell;
    this.#close();
    this.#taken = cell && !offer.unfinished ? { cell, offer } : null;
    const row = cell && this.#rowOf(cell);
    if (cell && row && cellText(row, cell.column ?? '') === offer.text) {
      // The text stands there already, so that no edit writes it.
      this.#taken = null;
      const changes = this.#beside(cell, offer);
      if (changes.length > 0) this.#opened.edit({ label: `补全 ${offer.text}`, changes });
    }
    return offer.text;
  }

  /** What an offer writes into the other cells of the row, as far as they are empty. */
  #beside(cell: Place, offer: Offer): Change[] {
    const row = this.#rowOf(cell);
    if (!row) return [];
    return Object.entries(offer.cells).flatMap(([column, text]): Change[] =>
      column === cell.column || text === '' || cellText(row, column).trim() !== ''
        ? []
        : [{ do: 'cell', row: row.id, column, text }]
    );
  }

  #rowOf({ sheet, row }: Place) {
    return findSheet(this.#opened.workbook, sheet)?.rows.find(({ id }) => id === row);
  }

  /** Loads what lists are made of, once; the indicators of the device when one is first typed. */
  async #prepare({ column }: Place): Promise<void> {
    if (!this.#source) {
      this.#source = await sources().catch(() => null);
      this.#find();
    }
    if (column !== 'level3') return;
    this.#loading ??= this.#readDevice();
    await this.#loading;
  }

  async #readDevice(): Promise<void> {
    const found = await devices().catch(() => null);
    const entries = [...(this.#cabinet.entries ?? []), ...this.#cabinet.deleted];
    this.#others = (await found?.deviceIndicators(this.#opened.workbook, entries)) ?? null;
    if (this.#offering?.cell.column === 'level3' && this.#active < 0) this.#find();
  }
}

function keyOf({ row, column }: Place): string {
  return `${row}/${column}`;
}
