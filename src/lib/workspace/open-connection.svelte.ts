import type { Place } from '#lib/model/workbook.ts';
import type { Catalogue, SharedRole, Sharing } from '#lib/storage/catalogue.ts';
import type { Connection, SyncStatus } from '#lib/sync/connection.ts';
import type { Peer } from '#lib/sync/peers.ts';
import { clockAhead } from '#lib/sync/server-clock.ts';
import { ownerKeyIn } from '#lib/sync/token.ts';
import { distinctColours } from './colours.ts';
import { storesOf, type StoredWorkbook } from './documents.ts';
import type { Profile } from './profile.svelte.ts';
import { roleIn } from './roles.ts';

/** Fetched for a workbook that is shared: most are not. */
const connecting = () => import('#lib/sync/connection.ts');

/** What is connected, for whom, and where the role is kept that the server answers. */
export interface Connected {
  readonly id: string;
  readonly stored: StoredWorkbook;
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  /** Called whenever `status` changes. */
  readonly onStatus: () => void;
}

/** How an open workbook is shared, and connected with its server and those who have it open too. */
export class OpenConnection {
  readonly #connected: Connected;
  #connection: Connection | null = null;
  /** Ends when the connection does, also while it is on its way. */
  #hold = new AbortController();
  /** What the server answered of the token in use; null before it has. */
  #answered: SharedRole | null = null;
  #ends: (() => void)[] = [];
  #sharing = $state.raw<Sharing | null>(null);
  #status = $state.raw<SyncStatus | null>(null);
  #peers = $state.raw<readonly Peer[]>([]);
  #clockAhead = $state<number | null>(null);

  constructor(connected: Connected) {
    this.#connected = connected;
  }

  /** Null while the workbook is not shared. */
  get sharing(): Sharing | null {
    return this.#sharing;
  }

  get role(): SharedRole {
    return roleIn(this.#sharing);
  }

  /** Null while the workbook is not connected. */
  get status(): SyncStatus | null {
    return this.#status;
  }

  get peers(): readonly Peer[] {
    return this.#peers;
  }

  /** Milliseconds that the device's clock is ahead of the server's; null while nobody knows. */
  get clockAhead(): number | null {
    return this.#clockAhead;
  }

  /** Compares the clocks again. */
  async compareClocks(): Promise<void> {
    this.#clockAhead = (await clockAhead(location.origin)) ?? this.#clockAhead;
  }

  /**
   * Takes over how the workbook is shared now, and connects it where it was not by this token. `unsent`
   * is how many edits the server is known not to have from earlier times.
   */
  share(sharing: Sharing, unsent = this.#unsent): void {
    if (this.#sharing?.token === sharing.token) {
      this.#sharing = { ...sharing, role: this.#answered ?? sharing.role };
      return;
    }
    this.end();
    this.#sharing = sharing;
    this.#answered = null;
    // Nothing is sent of a document that nobody knows.
    if (!storesOf(this.#connected.stored).every(({ loaded }) => loaded)) return;
    this.#status = beforeConnecting(unsent);
    void this.#begin(sharing, unsent, this.#hold.signal);
  }

  /** Shows colleagues the cell that I am in. */
  showPlace({ sheet, row, column, field }: Place): void {
    const { name, colour } = this.#connected.profile;
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
    this.#hold.abort();
    this.#hold = new AbortController();
    for (const end of this.#ends.splice(0)) end();
    this.#connection?.disconnect();
    this.#connection = null;
  }

  get #unsent(): number {
    return this.#status === null || this.#status.unsure ? 0 : this.#status.pending;
  }

  async #begin({ token }: Sharing, unsent: number, held: AbortSignal): Promise<void> {
    const { id, stored, profile, onStatus } = this.#connected;
    const { sheets, comments, log } = stored;
    const sync = await connecting().catch(() => null);
    if (held.aborted) return;
    if (sync === null) {
      this.#status = { ...beforeConnecting(unsent), state: 'offline' };
      return;
    }
    const { connect, syncAddress } = sync;
    const connection = connect({
      url: syncAddress(location.origin),
      workbook: id,
      documents: { d: sheets.doc, c: comments.doc, h: log.doc },
      token,
      unsent
    });
    this.#connection = connection;
    this.#ends = [
      connection.status.subscribe((status) => {
        const connects = status.state === 'connected' && this.#status?.state !== 'connected';
        if (connects) void this.compareClocks();
        this.#status = status;
        onStatus();
      }),
      connection.role.subscribe((role) => {
        if (role !== null) this.#takeRole(ownerKeyIn(token) === null ? role : 'owner');
      }),
      connection.peers.subscribe((peers) => {
        this.#peers = distinctColours(profile.colour, peers);
      })
    ];
    this.showPlace({});
  }

  /** The role that the server answers is the one that counts, also when there is no network later. */
  #takeRole(role: SharedRole): void {
    this.#answered = role;
    const sharing = this.#sharing;
    if (sharing === null || sharing.role === role) return;
    this.#sharing = { ...sharing, role };
    const { token } = sharing;
    const { catalogue, id } = this.#connected;
    // Where the device cannot keep it, the server says it again the next time.
    catalogue
      .change(id, (entry) =>
        entry.sharing?.token === token ? { sharing: { ...entry.sharing, role } } : {}
      )
      .catch(() => undefined);
  }
}

/** What is said of a connection that is on its way. */
function beforeConnecting(unsent: number): SyncStatus {
  const pending = Math.max(1, unsent);
  return { state: 'connecting', pending, unsure: unsent === 0, trouble: null, syncedAt: null };
}
