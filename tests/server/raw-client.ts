import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { syncAddress } from '#lib/sync/connection.ts';

/** The types of messages, and of those that bring documents in step. */
export const MESSAGE = { sync: 0, presence: 1, token: 2, status: 8 } as const;
export const SYNC = { question: 0, answer: 1, update: 2 } as const;

/** A client that speaks the protocol by hand. */
export interface RawClient {
  /** The code and the reason it is closed with. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The types of the messages that came for its document. */
  readonly received: readonly number[];
  /** What was said to its tokens: the rights, or why there are none. */
  readonly answers: readonly string[];
  isClosed(): boolean;
  /** Sends bytes as they are. */
  sendBytes(bytes: Uint8Array): void;
  /** Sends a message about its document. */
  send(write: (encoder: encoding.Encoder) => void): void;
  /** Shows a token for its document, or for another on the same socket. */
  sendToken(token: string, document?: string): void;
  sendUpdate(update: Uint8Array, type?: number): void;
  close(): void;
}

/** Opens a socket for one document and sends nothing. It ends with the test. */
export async function openRaw(origin: string, name: string): Promise<RawClient> {
  const socket = new WebSocket(syncAddress(origin));
  socket.binaryType = 'arraybuffer';
  onTestFinished(() => socket.close());
  const received: number[] = [];
  const answers: string[] = [];
  socket.addEventListener('message', ({ data }) => {
    const decoder = decoding.createDecoder(new Uint8Array(data as ArrayBuffer));
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    received.push(type);
    if (type !== MESSAGE.token) return;
    decoding.readVarUint(decoder);
    answers.push(decoding.readVarString(decoder));
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.addEventListener('close', ({ code, reason }) => resolve({ code, reason }))
  );
  await new Promise((resolve) => {
    for (const event of ['open', 'close']) socket.addEventListener(event, resolve);
  });
  const sendTo = (document: string, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    write(encoder);
    socket.send(encoding.toUint8Array(encoder));
  };
  const send: RawClient['send'] = (write) => sendTo(name, write);
  return {
    closed,
    received,
    answers,
    isClosed: () => socket.readyState >= WebSocket.CLOSING,
    sendBytes: (bytes) => socket.send(bytes as Uint8Array<ArrayBuffer>),
    send,
    sendToken: (token, document = name) =>
      sendTo(document, (encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.token);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, token);
      }),
    sendUpdate: (update, type = SYNC.update) =>
      send((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        encoding.writeVarUint(encoder, type);
        encoding.writeVarUint8Array(encoder, update);
      }),
    close: () => socket.close()
  };
}
