import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { onCloseParameters } from '@hocuspocus/provider';
import { Paced } from './paced.ts';
import { troubleOf } from './trouble.ts';
import type { SyncTrouble } from './trouble.ts';

const FIRST_DELAY = 300;
const LONGEST_DELAY = 3000;
/** A server that is full, or cannot store, is asked again after so many milliseconds, or up to twice as many. */
const PATIENT_DELAY = 2000;
/** A hidden tab may get one timer a minute, so a minute's silence means nothing. */
const SILENCE = 90_000;
const OPEN = 1;

/** The code that a socket ends with which this side gives up, of the range that applications may use. */
export const DROPPED = 4408;
/** What a browser calls the end of a connection that nobody closed. */
const LOST = 1006;

/**
 * The WebSocket that a workbook's documents share. It comes back within three seconds of the
 * network, at once where the browser says that the network is back.
 *
 * Two habits of Hocuspocus are changed. It keeps what is sent while the socket is closed and counts
 * each as acknowledged before the whole is; the exchange of state vectors after opening brings all of
 * that anyway, so nothing is kept. And its timer to connect again survives its own end.
 */
export class Socket extends HocuspocusProviderWebsocket {
  private ended = false;
  private readonly incoming = new Paced<MessageEvent>((message) => super.onMessage(message));

  /** @param url ws:// or wss:// address of the sync server */
  constructor(url: string) {
    super({
      url,
      autoConnect: false,
      delay: FIRST_DELAY,
      minDelay: FIRST_DELAY,
      maxDelay: LONGEST_DELAY,
      messageReconnectTimeout: SILENCE
    });
    globalThis.addEventListener?.('online', this.reconnect);
    globalThis.addEventListener?.('offline', this.lose);
  }

  override async connect(): Promise<unknown> {
    return this.ended ? undefined : super.connect();
  }

  override send(message: unknown): void {
    if (this.webSocket?.readyState === OPEN) super.send(message);
  }

  /** Colleagues who edit fast, or paste much, do not keep the screen of somebody who types waiting. */
  override onMessage(message: MessageEvent): void {
    this.incoming.give(message);
    // There is no screen then, and timers come once a second or once a minute.
    if (globalThis.document?.hidden) this.incoming.finish();
  }

  /**
   * Gives the connection up, because of a trouble or to begin anew, and tries for a new one without
   * waiting for the other side's goodbye.
   */
  drop(trouble: SyncTrouble | null = null): void {
    this.giveUp(DROPPED, trouble ?? '');
  }

  override onClose(closing: onCloseParameters): void {
    this.incoming.finish();
    const { code, reason } = closing.event;
    const trouble = code === DROPPED ? reason : troubleOf(code, reason);
    const crowded = trouble === 'busy' || trouble === 'unstored';
    // In whole milliseconds: with others the provider ends its attempts without a word.
    const patient = Math.round(PATIENT_DELAY * (1 + Math.random()));
    this.configuration.delay = crowded ? patient : FIRST_DELAY;
    super.onClose(closing);
  }

  /** Closes for good. */
  end(): void {
    this.ended = true;
    globalThis.removeEventListener?.('online', this.reconnect);
    globalThis.removeEventListener?.('offline', this.lose);
    this.destroy();
  }

  private lose = (): void => this.giveUp(LOST);

  private giveUp(code: number, reason = ''): void {
    if (this.webSocket) this.emit('close', { event: { code, reason } });
  }

  private reconnect = (): void => {
    this.drop();
    void this.connect();
  };
}
