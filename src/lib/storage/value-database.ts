import { openDatabaseAs } from './database.ts';

/** How a store of values is made. */
export interface StoreShape {
  /** The property that tells its values apart. */
  readonly key: string;
  /** A property that they can be read in the order of. */
  readonly order?: string;
}

/** How a database of values is made: the stores that it lacks are added when its version is a new one. */
export interface DatabaseShape<Values> {
  readonly version: number;
  readonly stores: Readonly<Record<keyof Values & string, StoreShape>>;
}

/** A store within a transaction. What is asked of it is rejected with the browser's reason. */
export class ValueStore<Value> {
  readonly #store: IDBObjectStore;

  constructor(store: IDBObjectStore) {
    this.#store = store;
  }

  get(key: string): Promise<Value | undefined> {
    return answered(this.#store.get(key));
  }

  /** All values, in the order of a property where one is named. */
  all(order?: string): Promise<Value[]> {
    return answered((order === undefined ? this.#store : this.#store.index(order)).getAll());
  }

  keys(): Promise<string[]> {
    return answered(this.#store.getAllKeys() as IDBRequest<string[]>);
  }

  async put(value: Value): Promise<void> {
    await answered(this.#store.put(value));
  }

  async delete(key: string): Promise<void> {
    await answered(this.#store.delete(key));
  }
}

/** What is done within a transaction; it may wait for nothing but its stores. */
export type Act<Values, Result> = (
  storeOf: <Name extends keyof Values & string>(name: Name) => ValueStore<Values[Name]>
) => Promise<Result>;

/**
 * Plain values in IndexedDB, by store. It is opened when it is first used, and anew after the browser has
 * closed it; every window hears of what any of them writes.
 */
export class ValueDatabase<Values> {
  readonly #name: string;
  readonly #shape: DatabaseShape<Values>;
  #opening: Promise<IDBDatabase> | null = null;
  readonly #others: BroadcastChannel;
  readonly #listeners = new Set<(stores: readonly string[]) => void>();

  constructor(name: string, shape: DatabaseShape<Values>) {
    this.#name = name;
    this.#shape = shape;
    this.#others = new BroadcastChannel(`${name}-written`);
    this.#others.onmessage = ({ data }: MessageEvent<readonly string[]>) => this.#tell(data);
  }

  /** Reads stores as they are at one moment. Rejects with a StorageError or the browser's reason. */
  read<Result>(
    stores: readonly (keyof Values & string)[],
    act: Act<Values, Result>
  ): Promise<Result> {
    return this.#transact(stores, 'readonly', act);
  }

  /**
   * Writes all that is put and deleted, or nothing where any of it fails, and tells every window. No other
   * writing comes between what the act reads and what it writes. Rejects as reading does.
   */
  async write<Result>(
    stores: readonly (keyof Values & string)[],
    act: Act<Values, Result>
  ): Promise<Result> {
    const result = await this.#transact(stores, 'readwrite', act);
    this.#others.postMessage(stores);
    this.#tell(stores);
    return result;
  }

  /** Calls the listener with what is read now, and again after stores were written. Returns how to stop it. */
  watch<Result>(
    stores: readonly (keyof Values & string)[],
    act: Act<Values, Result>,
    listener: (result: Result) => void,
    failed: (error: unknown) => void
  ): () => void {
    let reading = false;
    let outdated = true;
    const readOn = async () => {
      if (reading) return;
      reading = true;
      while (outdated && this.#listeners.has(onwrite)) {
        outdated = false;
        const said = await this.read(stores, act).then(
          (result) => () => listener(result),
          (error: unknown) => () => failed(error)
        );
        if (this.#listeners.has(onwrite)) said();
      }
      reading = false;
    };
    const onwrite = (written: readonly string[]) => {
      if (!stores.some((name) => written.includes(name))) return;
      outdated = true;
      void readOn();
    };
    this.#listeners.add(onwrite);
    void readOn();
    return () => this.#listeners.delete(onwrite);
  }

  /** Ends all watching, and lets go of the database when what goes on in it has ended. */
  close(): void {
    this.#listeners.clear();
    this.#others.close();
    void this.#opening?.then(
      (database) => database.close(),
      () => undefined
    );
  }

  #tell(stores: readonly string[]): void {
    for (const listener of this.#listeners) listener(stores);
  }

  #open(): Promise<IDBDatabase> {
    const lose = () => {
      if (this.#opening === opening) this.#opening = null;
    };
    const opening = (this.#opening ??= openDatabaseAs(
      this.#name,
      { version: this.#shape.version, make: (database) => this.#make(database) },
      lose
    ));
    opening.catch(lose);
    return opening;
  }

  #make(database: IDBDatabase): void {
    for (const [name, { key, order }] of Object.entries<StoreShape>(this.#shape.stores)) {
      if (database.objectStoreNames.contains(name)) continue;
      const store = database.createObjectStore(name, { keyPath: key });
      if (order !== undefined) store.createIndex(order, order);
    }
  }

  async #transact<Result>(
    stores: readonly string[],
    mode: IDBTransactionMode,
    act: Act<Values, Result>
  ): Promise<Result> {
    const transaction = (await this.#open()).transaction(stores, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const acted = act((name) => new ValueStore(transaction.objectStore(name))).catch(
      (error: unknown) => {
        abandon(transaction);
        throw error;
      }
    );
    const [result] = await Promise.all([acted, ended]);
    return result;
  }
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Takes back what an act has written before it failed. */
function abandon(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // The browser has done so already.
  }
}
