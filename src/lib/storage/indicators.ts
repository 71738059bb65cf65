import { Dexie, type EntityTable } from 'dexie';

/** An indicator as it is kept for suggestions: its six columns and the project it is of. */
export interface KeptIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly description: string;
  readonly target: string;
  readonly basis: string;
  readonly project: string;
}

/** The indicators of one workbook, materialised, so that nobody opens its documents to suggest them. */
export interface KeptIndicators {
  /** The id of the workbook. */
  readonly id: string;
  /** As the catalogue has it. */
  readonly unit: string;
  readonly year: number | null;
  readonly indicators: readonly KeptIndicator[];
}

type IndicatorDatabase = Dexie & { workbooks: EntityTable<KeptIndicators, 'id'> };

/** The indicators of the workbooks of this device. A database of its own: it can be made anew at any time. */
export class IndicatorStore {
  readonly #database: IndicatorDatabase;

  constructor(name = 'jibiao-indicators') {
    this.#database = new Dexie(name) as IndicatorDatabase;
    this.#database.version(1).stores({ workbooks: 'id' });
  }

  /** Keeps the indicators of a workbook in place of those it had. */
  async put(kept: KeptIndicators): Promise<void> {
    await this.#database.workbooks.put(kept);
  }

  async remove(id: string): Promise<void> {
    await this.#database.workbooks.delete(id);
  }

  /** The workbooks whose indicators are kept. */
  async ids(): Promise<string[]> {
    return this.#database.workbooks.toCollection().primaryKeys();
  }

  async all(): Promise<KeptIndicators[]> {
    return this.#database.workbooks.toArray();
  }

  close(): void {
    this.#database.close();
  }
}
