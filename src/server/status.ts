import type { ServerResponse } from 'node:http';
import type { Journal } from './journal.ts';
import type { Metrics } from './metrics.ts';

/** Answers to those who watch the server: numbers, and nothing of what it keeps. */
export interface Status {
  answers(path: string): boolean;
  answer(response: ServerResponse, path: string): void;
}

const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * /health says whether the store can be read, /metrics counts. `measure` tells what else is now,
 * under the names of gauges.
 */
export function createStatus(
  journal: Journal,
  metrics: Metrics,
  measure: () => Readonly<Record<string, number>>
): Status {
  const answers = new Map<string, (response: ServerResponse) => void>([
    ['/health', (response) => send(response, isHealthy(journal))],
    [
      '/metrics',
      (response) => {
        const { updates, documents } = journal.size();
        const text = metrics.text({ ...measure(), documents, journal_updates: updates });
        response.writeHead(200, { ...HEADERS, 'content-type': 'text/plain; version=0.0.4' });
        response.end(text);
      }
    ]
  ]);
  return {
    answers: (path) => answers.has(path),
    answer: (response, path) => answers.get(path)?.(response)
  };
}

function isHealthy(journal: Journal): boolean {
  try {
    journal.size();
    return true;
  } catch {
    return false;
  }
}

function send(response: ServerResponse, ok: boolean): void {
  response.writeHead(ok ? 200 : 503, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok }));
}
