import type { HocuspocusProvider } from '@hocuspocus/provider';
import { trackAcknowledgement } from './acknowledgement.ts';

/** How much of a workbook the server has not yet confirmed to have on its disk. */
export interface Pending {
  /** `pending` is at least 1 while nobody knows what the server has, and `unsure` where only that is so. */
  count(): { readonly pending: number; readonly unsure: boolean };
  /** Whether everything has been confirmed since the connection was last opened. */
  settled(): boolean;
  /** Whether the server does not take what the device has, since the role does not let one write it. */
  withheld(): boolean;
  stop(): void;
}

/**
 * Follows the documents of a workbook. An edit writes the sheets and the log at once, and counts once.
 * `unsent` edits of earlier times count until everything has been confirmed for the first time.
 */
export function countPending(
  {
    sheets,
    comments,
    log
  }: {
    readonly sheets: HocuspocusProvider;
    readonly comments: HocuspocusProvider | undefined;
    readonly log: HocuspocusProvider;
  },
  unsent: number,
  onChange: () => void
): Pending {
  const ofSheets = trackAcknowledgement(sheets, onChange);
  const ofLog = trackAcknowledgement(log, onChange);
  const ofComments = comments && trackAcknowledgement(comments, onChange);
  const all = [ofSheets, ofLog, ...(ofComments ? [ofComments] : [])];
  let earlier = unsent;

  return {
    count() {
      const known = all.every((one) => !one.unknown());
      if (known) earlier = 0;
      const edits = Math.max(ofSheets.edits(), ofLog.edits()) + (ofComments?.edits() ?? 0);
      const counted = earlier + edits;
      return { pending: known ? counted : Math.max(1, counted), unsure: !known && counted === 0 };
    },
    settled: () => all.every((one) => one.settled()),
    withheld: () => all.some((one) => one.withheld()),
    stop: () => all.forEach((one) => one.stop())
  };
}
