/**
 * Why edits do not reach the server’s disk although it answers: `slow` it confirms nothing for a while,
 * `unstored` it could not store what was sent, `unreadable` it cannot open the workbook just now, `busy`
 * it lets nobody more in, `large` more was sent than it takes at once or keeps of one document, `older`
 * or `newer` it speaks the protocol of another version, `withheld` the role does not let one write what
 * the device has.
 */
export type SyncTrouble =
  'slow' | 'unstored' | 'unreadable' | 'busy' | 'large' | 'older' | 'newer' | 'withheld';

/** How long a server may take to confirm an edit before it is called slow, in milliseconds. */
export const SLOW = 10_000;

const OTHER_VERSION = 4426;
const NOT_STORED = 1011;
const TOO_LARGE = 1009;
const TRY_LATER = 1013;
const AGAINST_THE_RULES = 1008;

/** What the end of a socket tells, by its code and the reason that the server gave; null for a network that was lost. */
export function troubleOf(code: number, reason: string): SyncTrouble | null {
  if (code === OTHER_VERSION) return reason === 'older' ? 'older' : 'newer';
  if (code === NOT_STORED) return 'unstored';
  if (code === TOO_LARGE) return 'large';
  return code === TRY_LATER || (code === AGAINST_THE_RULES && reason === 'rate') ? 'busy' : null;
}
