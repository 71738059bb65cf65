import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import crossws from 'crossws/adapters/node';
import type { Peer } from 'crossws';

/** A WebSocket server that hands each message to everybody else. Prints its address. */
const peers = new Set<Peer>();
const sockets = crossws({
  hooks: {
    open: (peer) => void peers.add(peer),
    close: (peer) => void peers.delete(peer),
    message(from, message) {
      for (const peer of peers) if (peer !== from) peer.send(message.uint8Array());
    }
  }
});
const server = createServer();
server.on('upgrade', (request, socket, head) => void sockets.handleUpgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  console.log(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
