/** `faults` tells what went wrong, `all` also who came and went. */
export type LogLevel = 'none' | 'faults' | 'all';

/** What can be told, and from which level on. */
const EVENTS = {
  started: 'all',
  stopping: 'all',
  stopped: 'all',
  'connection-opened': 'all',
  'connection-closed': 'all',
  admitted: 'all',
  refused: 'all',
  folded: 'all',
  'link-ended': 'all',
  'certificate-loaded': 'all',
  'certificate-refused': 'faults',
  'not-stored': 'faults',
  'not-loaded': 'faults',
  'not-applied': 'faults',
  fault: 'faults'
} as const satisfies Record<string, LogLevel>;

export type LogEvent = keyof typeof EVENTS;

/**
 * Tells an event as one line of JSON. Its fields are numbers and the program's own words: never a
 * cell, a name, a token, a message of a library, or an id in full.
 */
export type Log = (event: LogEvent, fields?: Readonly<Record<string, string | number>>) => void;

const SHOWN_OF_ID = 4;

/** A log of a level. `write` takes lines with their ends. */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => process.stderr.write(line)
): Log {
  return (event, fields = {}) => {
    const told = level === 'all' || (level === 'faults' && EVENTS[event] === 'faults');
    if (told) write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`);
  };
}

/** The beginning of an id: enough to follow one through a log, too little to use it. */
export function shortId(id: string): string {
  return `${id.slice(0, SHOWN_OF_ID)}…`;
}

/** What may be told of a document's name: its kind and the beginning of its workbook's id. */
export function shortName(name: string): string {
  return shortId(name.slice(0, SHOWN_OF_ID + 2));
}

/**
 * What may be told of an error: its code or name, and where in the program it was made. Messages
 * quote what could not be read, such as `Unexpected token … in JSON`.
 */
export function errorFields(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const place = /\n\s+at .*?([^/\\\s(]+:\d+):\d+\)?/.exec(error.stack ?? '')?.[1];
  return { error: code, at: place ?? '' };
}

/** Sends what libraries print as errors and warnings into a log, by the rules of `errorFields`. */
export function logLibraries(log: Log): void {
  const tell = (...parts: unknown[]) => {
    log('fault', errorFields(parts.find((part) => part instanceof Error)));
  };
  console.error = tell;
  console.warn = tell;
}
