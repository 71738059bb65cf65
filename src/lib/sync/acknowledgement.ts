import { MessageType } from '@hocuspocus/provider';
import type { HocuspocusProvider } from '@hocuspocus/provider';
import { readVarInt, readVarString, readVarUint } from 'lib0/decoding';
import type { Decoder } from 'lib0/decoding';

/** How much of a document the server has not yet confirmed to have on its disk. */
export interface Acknowledgement {
  /** Edits that are known not to be confirmed. */
  edits(): number;
  /** Whether the device may hold more than the server, from before it was followed. */
  unknown(): boolean;
  /** Whether everything has been confirmed since the connection was last opened. */
  settled(): boolean;
  /** Whether the server has said that it does not take what the device has, since it may only be read. */
  withheld(): boolean;
  stop(): void;
}

/**
 * Follows one provider. Its own `unsyncedChanges` counts what is under way since the socket opened,
 * the exchange of state vectors included; edits made before that go with the exchange, and are
 * confirmed when the count is at zero.
 */
export function trackAcknowledgement(
  provider: HocuspocusProvider,
  onChange: () => void
): Acknowledgement {
  const { document } = provider;
  let open = false;
  let known = false;
  let withheld = false;
  let edits = 0;
  let before = 0;
  let underWay = 0;

  const counted = () => (open ? Math.min(edits, before + underWay) : edits);
  const onUpdate = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    edits += 1;
    if (!open) before += 1;
    onChange();
  };
  const onUnsynced = ({ number }: { number: number }) => {
    underWay = number;
    if (open && number === 0) {
      known = true;
      edits = before = 0;
    }
    onChange();
  };
  const onMessage = ({ message }: { message: { decoder: Decoder } }) => {
    if (!withheld && isRefusal(message.decoder)) {
      withheld = true;
      onChange();
    }
  };
  const onOpen = () => {
    withheld = false;
    before = edits;
    underWay = 1;
    open = true;
    onChange();
  };
  const onClose = () => {
    edits = before = counted();
    open = false;
    onChange();
  };

  document.on('update', onUpdate);
  provider.on('unsyncedChanges', onUnsynced).on('message', onMessage);
  provider.on('open', onOpen).on('close', onClose);

  return {
    edits: counted,
    unknown: () => !known && document.store.clients.size > 0,
    withheld: () => withheld,
    settled: () => open && known && underWay === 0,
    stop() {
      document.off('update', onUpdate);
      provider.off('unsyncedChanges', onUnsynced).off('message', onMessage);
      provider.off('open', onOpen).off('close', onClose);
    }
  };
}

/** Whether the server answers that it has not taken what was sent: it does so where one may only read. */
function isRefusal(message: Decoder): boolean {
  readVarString(message);
  return readVarUint(message) === MessageType.SyncStatus && readVarInt(message) === 0;
}
