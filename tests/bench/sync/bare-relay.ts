import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import crossws from 'crossws/adapters/node';
import type { Peer } from 'crossws';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { AUTHENTICATED, frameOf, MESSAGE, SYNC } from './messages.ts';

interface Room {
  readonly document: Y.Doc;
  readonly peers: Set<Peer>;
}

/**
 * The least that brings documents in step and speaks to the same clients: it lets everybody in, keeps
 * documents in memory, and hands each update and presence on to everybody else. Prints its address.
 */
const rooms = new Map<string, Room>();
const sockets = crossws({
  hooks: {
    close: (peer) => rooms.forEach(({ peers }) => void peers.delete(peer)),
    message: (peer, message) => receive(peer, message.uint8Array())
  }
});
const server = createServer();
server.on('upgrade', (request, socket, head) => void sockets.handleUpgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

function receive(peer: Peer, frame: Uint8Array): void {
  const decoder = decoding.createDecoder(frame);
  const name = decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  const { document, peers } = rooms.get(name) ?? openRoom(name);
  if (type === MESSAGE.token) {
    peers.add(peer);
    peer.send(
      frameOf(name, MESSAGE.token, (encoder) => {
        encoding.writeVarUint(encoder, AUTHENTICATED);
        encoding.writeVarString(encoder, 'read-write');
      })
    );
  } else if (type === MESSAGE.sync) {
    const answer = encoding.createEncoder();
    const kind = readSyncMessage(decoder, answer, document, peer);
    if (kind !== SYNC.question) {
      peer.send(frameOf(name, MESSAGE.status, (encoder) => encoding.writeVarUint(encoder, 1)));
      return;
    }
    peer.send(frameOf(name, MESSAGE.sync, (encoder) => append(encoder, answer)));
    peer.send(frameOf(name, MESSAGE.sync, (encoder) => writeSyncStep1(encoder, document)));
  } else if (type === MESSAGE.presence) {
    for (const other of peers) if (other !== peer) other.send(frame);
  }
}

function openRoom(name: string): Room {
  const room = { document: new Y.Doc(), peers: new Set<Peer>() };
  rooms.set(name, room);
  room.document.on('update', (update: Uint8Array, from: unknown) => {
    const frame = frameOf(name, MESSAGE.sync, (encoder) => writeUpdate(encoder, update));
    for (const peer of room.peers) if (peer !== from) peer.send(frame);
  });
  return room;
}

function append(encoder: encoding.Encoder, other: encoding.Encoder): void {
  encoding.writeUint8Array(encoder, encoding.toUint8Array(other));
}
