import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGuesses } from '#server/guesses.ts';
import { createJournal } from '#server/journal.ts';
import { startJournalWriter } from '#server/journal-writer.ts';
import { LIMITS } from '#server/limits.ts';
import { createLinks } from '#server/links.ts';
import { createMetrics } from '#server/metrics.ts';
import { createRelay } from '#server/relay.ts';
import { openStore } from '#server/store.ts';
import { createVisitors } from '#server/visitors.ts';

/** Our server with a journal that keeps nothing, for whoever says to be an owner. Prints its address. */
const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-'));
const store = openStore(folder);
const relay = createRelay(
  createJournal(store),
  { ...startJournalWriter({ folder, limit: null }), append: async () => {} },
  {
    links: { ...createLinks(store), owns: () => 'anybody', stillOwns: () => true },
    log: () => {},
    metrics: createMetrics(),
    guesses: createGuesses()
  },
  createVisitors(LIMITS),
  LIMITS
);
const server = createServer();
server.on('upgrade', (request, socket, head) => relay.accept(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
