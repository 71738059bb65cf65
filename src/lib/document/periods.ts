import type { Author } from '#lib/model/author.ts';
import type { LogEntry } from './log.ts';

/** A person's pause after which their next edit begins another period of work, in milliseconds. */
const PAUSE = 30 * 60 * 1000;

/** What one person did without a long pause and on one day, by the clock of their device. */
export interface Period {
  /** Of its first entry. */
  readonly id: string;
  readonly by: Author;
  /** When its first and last edits were made, ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Oldest first. */
  readonly entries: readonly LogEntry[];
}

interface Growing {
  readonly id: string;
  entries: LogEntry[];
  /** What was handed out of it; null after it has grown. */
  period: Period | null;
}

/**
 * The entries of a log in periods of work. Where only entries at the end are new, only their periods are
 * made anew.
 */
export class Periods {
  #known: readonly LogEntry[] = [];
  /** By id, in the order of their last entries. */
  #all = new Map<string, Growing>();
  #open = new Map<string, Growing>();

  /**
   * The periods of these entries, the one with the newest entry first. Their order is the order of the log,
   * whatever the clocks say; of a clock only the distances between the edits of one person count.
   */
  of(entries: readonly LogEntry[]): readonly Period[] {
    if (this.#known.some((entry, at) => entries[at] !== entry)) {
      this.#known = [];
      this.#all = new Map();
      this.#open = new Map();
    }
    for (const entry of entries.slice(this.#known.length)) this.#take(entry);
    this.#known = entries;
    return [...this.#all.values()].reverse().map(handedOut);
  }

  #take(entry: LogEntry): void {
    const open = this.#open.get(entry.by.id);
    const goesOn = open !== undefined && goOn(open.entries.at(-1)!, entry);
    const period = goesOn ? open : { id: entry.id, entries: [], period: null };
    period.entries.push(entry);
    period.period = null;
    this.#open.set(entry.by.id, period);
    // At the end of the map again.
    this.#all.delete(period.id);
    this.#all.set(period.id, period);
  }
}

function handedOut(growing: Growing): Period {
  const { id, entries } = growing;
  const last = entries.at(-1)!;
  growing.period ??= { id, by: last.by, from: entries[0]!.at, to: last.at, entries: [...entries] };
  return growing.period;
}

function goOn(last: LogEntry, next: LogEntry): boolean {
  const [before, after] = [new Date(last.at), new Date(next.at)];
  const pause = Math.abs(after.getTime() - before.getTime());
  return pause <= PAUSE && before.toDateString() === after.toDateString();
}
