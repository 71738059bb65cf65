import type { HocuspocusProvider } from '@hocuspocus/provider';

/** How much of a document the server has not yet confirmed to have on its disk. */
export interface Acknowledgement {
  /** Edits that are not confirmed. While it is unknown what the server has, at least one. */
  pending(): number;
  /** Whether everything has been confirmed since the connection was last opened. */
  settled(): boolean;
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
  let edits = 0;
  let before = 0;
  let underWay = 0;

  const counted = () => (open ? Math.min(edits, before + underWay) : edits);
  const pending = () => {
    const unknown = !known && document.store.clients.size > 0;
    return unknown ? Math.max(1, counted()) : counted();
  };
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
  const onOpen = () => {
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
  provider.on('unsyncedChanges', onUnsynced).on('open', onOpen).on('close', onClose);

  return {
    pending,
    settled: () => open && known && underWay === 0,
    stop() {
      document.off('update', onUpdate);
      provider.off('unsyncedChanges', onUnsynced).off('open', onOpen).off('close', onClose);
    }
  };
}
