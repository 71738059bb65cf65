import * as Y from 'yjs';
import { mutated, writtenDocument } from './mutations.ts';
import { openRaw } from './raw-client.ts';
import type { RawClient } from './raw-client.ts';
import type { Random } from './random.ts';
import { claimWorkbook, newReplica, settled } from './replica.ts';
import { refusals, runServer } from './running.ts';
import { until } from './until.ts';

export interface Mutations {
  /** How many connections were closed for what they had sent. */
  readonly refused: number;
  /** Whether the document could be read again afterwards, by a server that knows only its disk. */
  readonly readable: boolean;
  /** Whether what an honest person wrote meanwhile was there. */
  readonly kept: boolean;
}

/** A client that may write, as soon as the document has been read again after what came before. */
async function letIn(origin: string, name: string, token: string): Promise<RawClient> {
  for (;;) {
    const client = await openRaw(origin, name);
    client.sendToken(token);
    await until(() => client.isClosed() || client.answers.length > 0);
    if (client.answers[0] === 'read-write') return client;
    client.close();
  }
}

/**
 * Sends so many mutated updates as an editor, on new connections whenever one is closed, while an
 * honest person writes; then starts the server again on its data.
 */
export async function sendMutations(count: number, random: Random): Promise<Mutations> {
  const { document, updates } = writtenDocument();
  const server = await runServer({ limits: { burst: count, perSecond: count } });
  const owner = await claimWorkbook(server.origin);
  const name = `d.${owner.workbook}`;
  const honest = newReplica();
  Y.applyUpdate(honest.d, Y.encodeStateAsUpdate(document));
  const connection = honest.join(server.origin, owner.workbook, owner.token);
  await settled(connection);

  let client: RawClient | null = null;
  for (let sent = 0; sent < count; sent++) {
    if (client === null || client.isClosed()) {
      client = await letIn(server.origin, name, owner.token);
    }
    const answered = client.received.length;
    client.sendUpdate(mutated(updates, random));
    const current = client;
    await until(() => current.isClosed() || current.received.length > answered);
  }
  honest.h.getArray('log').push(['honest']);
  await settled(connection);
  const refused = (await refusals(server, 'malformed')) + (await refusals(server, 'missing'));
  connection.disconnect();
  await server.close();

  const again = await runServer({ data: server.data });
  const reader = newReplica();
  const reading = reader.join(again.origin, owner.workbook, owner.token);
  await settled(reading);
  return {
    refused,
    readable: !again.logged.some((line) => line.includes('not-loaded')),
    kept: reader.h.getArray('log').length === 1
  };
}
