import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import * as encoding from 'lib0/encoding';
import { openLink, stopLink } from '#lib/sync/sharing.ts';
import { createLog, errorFields } from '#server/log.ts';
import { builtPages, temporaryFolder } from './folders.ts';
import { mutated, writtenDocument } from './mutations.ts';
import { runProgram } from './program.ts';
import { seeded } from './random.ts';
import { MESSAGE, openRaw } from './raw-client.ts';
import { claimWorkbook, newReplica, settled, shareWorkbook } from './replica.ts';
import { until } from './until.ts';

const TEXT = '绝密的目标值九十五';
const PERSON = '赵青山某某';

it('logs one line of JSON for each event, and no secret, id, text or name', async () => {
  const server = runProgram({
    JIBIAO_DATA: temporaryFolder(),
    JIBIAO_BUILD: builtPages(),
    JIBIAO_LOG: 'all'
  });
  const origin = await server.origin();
  const owner = await claimWorkbook(origin);
  const [link, other] = [await shareWorkbook(origin, owner), await shareWorkbook(origin, owner)];
  const writer = newReplica();
  const connection = writer.join(origin, owner.workbook, link.token);
  connection.setPresence({ name: PERSON, colour: '#000', sheet: null, row: null, column: null });
  writer.cells.set('r1/target', TEXT);
  await settled(connection);
  const wrong = `1.${link.id}.${'W'.repeat(43)}`;
  const guesser = newReplica().join(origin, owner.workbook, wrong);
  await until(() => guesser.status.current().state === 'refused');
  await openLink(origin, { linkId: other.id, secret: 'V'.repeat(43) });
  await fetch(`${origin}/api/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"text": ${TEXT}}`
  });
  await fetch(`${origin}/w/${owner.workbook}?token=${link.secret}`);
  await sendBroken(origin, `d.${owner.workbook}`, owner.token);
  await stopLink(origin, owner, link.id);
  await until(() => connection.status.current().state === 'refused');
  await server.end('SIGTERM');

  const lines = server.logged().trimEnd().split('\n');
  const events = lines.map((line) => (JSON.parse(line) as { event: string }).event);
  for (const event of ['started', 'admitted', 'refused', 'not-stored', 'link-ended', 'stopped']) {
    expect(events).toContain(event);
  }
  const { d, h } = writer;
  const secrets = [owner.ownerKey, link.secret, other.secret, wrong, 'W'.repeat(43)];
  const ids = [link.id, other.id, owner.workbook];
  for (const word of [...secrets, ...ids, TEXT, PERSON, String(d.clientID), String(h.clientID)]) {
    expect(server.printed()).not.toContain(word);
    expect(server.printed()).not.toContain(Buffer.from(word).toString('base64'));
  }
}, 30_000);

/** What makes libraries complain: presence that is no JSON, updates that are none, stray messages. */
async function sendBroken(origin: string, name: string, token: string): Promise<void> {
  const random = seeded(3);
  const { updates } = writtenDocument();
  const breaks = [
    (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.presence);
      const inner = encoding.createEncoder();
      for (const number of [1, 7, 1]) encoding.writeVarUint(inner, number);
      encoding.writeVarString(inner, `{"peer": ${PERSON}}`);
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
    },
    ...Array.from({ length: 5 }, () => (encoder: encoding.Encoder) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, mutated(updates, random).slice(0, 9));
    }),
    (encoder: encoding.Encoder) => encoding.writeVarString(encoder, TEXT)
  ];
  for (const write of breaks) {
    const client = await openRaw(origin, name);
    client.sendToken(token);
    await until(() => client.answers.length === 1);
    client.send(write);
    // Closed, or told that it is; what is broken so that it can be read all the same is acknowledged.
    const isAnswered = (type: number) => type === 7 || type === MESSAGE.status;
    await until(() => client.isClosed() || client.received.some(isAnswered));
    client.close();
  }
}

it('tells of an error where it was made, and not what it says', () => {
  try {
    JSON.parse(`{"name": ${PERSON}}`);
  } catch (error) {
    const fields = errorFields(error);
    expect(fields.error).toBe('SyntaxError');
    expect(JSON.stringify(fields)).not.toContain(PERSON.slice(0, 2));
  }
  expect(errorFields(PERSON)).toEqual({ error: 'string', at: '' });
});

it('is silent about all but faults unless it is told otherwise', () => {
  const told = (level: 'none' | 'faults' | 'all') => {
    const lines: string[] = [];
    const log = createLog(level, (line) => lines.push(line));
    log('admitted', { connection: 1 });
    log('not-stored', { reason: 'storage' });
    return lines.map((line) => (JSON.parse(line) as { event: string }).event);
  };
  expect(told('none')).toEqual([]);
  expect(told('faults')).toEqual(['not-stored']);
  expect(told('all')).toEqual(['admitted', 'not-stored']);
});
