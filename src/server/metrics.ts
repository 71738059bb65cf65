/** Why something was turned away. */
export type RefusalKind =
  | 'address' // too many connections from it
  | 'full' // too many connections in all
  | 'origin' // a page from elsewhere
  | 'token' // wrong, of another workbook, or expired
  | 'password' // missing or wrong where a workbook was to be claimed
  | 'guesses' // too many wrong tokens from one address
  | 'version' // a page that speaks another version of the protocol
  | 'silent' // no good token in time
  | 'rate' // too many messages
  | 'documents' // too many documents on one connection
  | 'malformed' // no message of the protocol, or no update
  | 'large' // an update for which a document has no room
  | 'missing' // an update that rests on too much that has not come
  | 'storage'; // the disk did not take it

/** What is counted since the start. */
export interface Metrics {
  acknowledged(): void;
  refused(kind: RefusalKind): void;
  /** Everything in Prometheus' text format, together with what is measured now. */
  text(now: Readonly<Record<string, number>>): string;
}

/** Counters that begin at zero. */
export function createMetrics(): Metrics {
  const refusals = new Map<RefusalKind, number>();
  let acknowledged = 0;
  return {
    acknowledged: () => void (acknowledged += 1),
    refused: (kind) => void refusals.set(kind, (refusals.get(kind) ?? 0) + 1),
    text(now) {
      const gauges = Object.entries(now).flatMap(([name, value]) => [
        `# TYPE jibiao_${name} gauge`,
        `jibiao_${name} ${value}`
      ]);
      const kinds = [...refusals].map(
        ([kind, count]) => `jibiao_refusals_total{kind="${kind}"} ${count}`
      );
      const lines = [
        ...gauges,
        '# TYPE jibiao_acknowledged_updates_total counter',
        `jibiao_acknowledged_updates_total ${acknowledged}`,
        '# TYPE jibiao_refusals_total counter',
        ...kinds
      ];
      return `${lines.join('\n')}\n`;
    }
  };
}
