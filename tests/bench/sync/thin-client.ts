import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { syncAddress } from '#lib/sync/connection.ts';
import { AUTHENTICATED, frameOf, MESSAGE, SYNC } from './messages.ts';

const KINDS = ['d', 'h'] as const;
type Kind = (typeof KINDS)[number];

/** An empty update, and the state vector of an empty document. */
const NOTHING = { update: new Uint8Array([0, 0]), vector: new Uint8Array([0]) };

/** A client without documents of its own, of which a process can hold a thousand. */
export interface ThinClient {
  sendUpdate(kind: Kind, update: Uint8Array): void;
  /** Shows where it is, as the app does with each cell that is entered. */
  sendPresence(row: string): void;
  /** How many messages have come. */
  received(): number;
  close(): void;
}

/**
 * Connects to both documents of a workbook and waits until it has been sent all of them. `onUpdate`
 * is told every update that comes; without it, nothing that comes is read from then on.
 */
export async function openThinClient(
  origin: string,
  workbook: string,
  token: string,
  onUpdate?: (kind: Kind, update: Uint8Array) => void
): Promise<ThinClient> {
  const socket = new WebSocket(syncAddress(origin));
  socket.binaryType = 'arraybuffer';
  const client = Math.floor(Math.random() * 2 ** 32);
  const waitingFor = new Set<Kind>(KINDS);
  let received = 0;
  let clock = 0;

  const send = (kind: Kind, type: number, write: (encoder: encoding.Encoder) => void) =>
    socket.send(frameOf(`${kind}.${workbook}`, type, write));
  const sendSync = (kind: Kind, step: number, bytes: Uint8Array) =>
    send(kind, MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  const read = (data: ArrayBuffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const kind = decoding.readVarString(decoder).startsWith('d') ? 'd' : 'h';
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.token) {
      if (decoding.readVarUint(decoder) === AUTHENTICATED) {
        sendSync(kind, SYNC.question, NOTHING.vector);
      }
    } else if (type === MESSAGE.sync || type === MESSAGE.reply) {
      const step = decoding.readVarUint(decoder);
      if (step === SYNC.question) return sendSync(kind, SYNC.answer, NOTHING.update);
      onUpdate?.(kind, decoding.readVarUint8Array(decoder));
      if (step === SYNC.answer) waitingFor.delete(kind);
    }
  };

  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => {
      for (const kind of KINDS) {
        send(kind, MESSAGE.token, (encoder) => {
          encoding.writeVarUint(encoder, 0);
          encoding.writeVarString(encoder, token);
        });
      }
    });
    socket.addEventListener('message', ({ data }) => {
      received += 1;
      if (onUpdate || waitingFor.size > 0) read(data as ArrayBuffer);
      if (waitingFor.size === 0) resolve();
    });
    socket.addEventListener('close', ({ code }) => reject(new Error(`closed: ${code}`)));
  });

  return {
    sendUpdate: (kind, update) => sendSync(kind, SYNC.update, update),
    sendPresence(row) {
      const peer = { name: '测速', colour: '#336699', sheet: null, row, column: 'target' };
      const presence = encoding.createEncoder();
      for (const number of [1, client, ++clock]) encoding.writeVarUint(presence, number);
      encoding.writeVarString(presence, JSON.stringify({ peer }));
      const bytes = encoding.toUint8Array(presence);
      send('d', MESSAGE.presence, (encoder) => encoding.writeVarUint8Array(encoder, bytes));
    },
    received: () => received,
    close: () => socket.close()
  };
}
