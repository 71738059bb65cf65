import { Server } from '@hocuspocus/server';

/** Hocuspocus with no extension: it keeps documents in memory and lets everybody in. Prints its address. */
const server = new Server({ address: '127.0.0.1', port: 0, quiet: true });
await server.listen();
console.log(server.httpURL);
