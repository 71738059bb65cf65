/** How much a server lets others ask of it. */
export interface Limits {
  /** Sync connections in all. */
  readonly connections: number;
  /** Sync connections from one address: a whole office may come from one. */
  readonly connectionsPerAddress: number;
  /** Documents on one connection. A workbook has three. */
  readonly documentsPerConnection: number;
  /** Milliseconds in which a connection has to show a good token, and a request its head. */
  readonly silence: number;
  /**
   * Messages that a connection may send at once, and how many a second it gains again. Each 16 KiB
   * of a long message count as one more.
   */
  readonly burst: number;
  readonly perSecond: number;
  /** Workbooks that have ever been shared: anybody may claim one, and each is kept for good. */
  readonly workbooks: number;
}

/** The limits of a server that is told nothing else. */
export const LIMITS: Limits = {
  connections: 5000,
  connectionsPerAddress: 1000,
  documentsPerConnection: 8,
  silence: 5000,
  // A frame of 32 MiB is 2,049 of these: one may come at any time, two at once may not.
  burst: 4000,
  perSecond: 300,
  workbooks: 100_000
};
