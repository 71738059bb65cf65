import type { Place } from '#lib/model/workbook.ts';
import { connect, syncAddress, type Connection, type SyncStatus } from '#lib/sync/connection.ts';
import type { Peer } from '#lib/sync/peers.ts';
import { distinctColours } from './colours.ts';
import type { StoredWorkbook } from './documents.ts';
import type { Profile } from './profile.svelte.ts';

/** How an open workbook is connected with its server and with those who have it open too. */
export class OpenConnection {
  readonly #profile: Profile;
  readonly #onStatus: () => void;
  #connection: Connection | null = null;
  #ends: (() => void)[] = [];
  #status = $state.raw<SyncStatus | null>(null);
  #peers = $state.raw<readonly Peer[]>([]);

  /** @param onStatus is called whenever `status` changes */
  constructor(profile: Profile, onStatus: () => void) {
    this.#profile = profile;
    this.#onStatus = onStatus;
  }

  /** Null while the workbook is not shared. */
  get status(): SyncStatus | null {
    return this.#status;
  }

  get peers(): readonly Peer[] {
    return this.#peers;
  }

  /** Connects the documents to the server of this page, and keeps them in step until the end. */
  begin(workbook: string, { sheets, comments, log }: StoredWorkbook, token: string): void {
    const connection = connect({
      url: syncAddress(location.origin),
      workbook,
      documents: { d: sheets.doc, c: comments.doc, h: log.doc },
      token
    });
    this.#connection = connection;
    this.#ends = [
      connection.status.subscribe((status) => {
        this.#status = status;
        this.#onStatus();
      }),
      connection.peers.subscribe((peers) => {
        this.#peers = distinctColours(this.#profile.colour, peers);
      })
    ];
    this.showPlace({});
  }

  /** Shows colleagues the cell that I am in. */
  showPlace({ sheet, row, column, field }: Place): void {
    const { name, colour } = this.#profile;
    this.#connection?.setPresence({
      name: name || '未署名',
      colour,
      sheet: sheet ?? null,
      row: row ?? null,
      column: column ?? field ?? null
    });
  }

  /** Ends the connection. Nobody hears of it as of a network that was lost. */
  end(): void {
    for (const end of this.#ends.splice(0)) end();
    this.#connection?.disconnect();
    this.#connection = null;
  }
}
