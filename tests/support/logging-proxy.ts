import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What an office puts before a server, and what it writes down of every request. */
export interface LoggingProxy {
  readonly origin: string;
  /** A line for each request and each sync connection: the request line and every header. */
  readonly lines: readonly string[];
  close(): void;
}

/** Passes everything on to the server of an origin, as a reverse proxy does. */
export async function startLoggingProxy(behind: string): Promise<LoggingProxy> {
  const { hostname, port } = new URL(behind);
  const lines: string[] = [];
  const note = ({ method, url, httpVersion, rawHeaders }: IncomingMessage) => {
    lines.push(`"${method} ${url} HTTP/${httpVersion}" ${rawHeaders.join(' | ')}`);
  };
  const server = createServer((incoming, response) => {
    note(incoming);
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    incoming.pipe(passed);
  });
  server.on('upgrade', (incoming, socket, head) => {
    note(incoming);
    const passed = connect(Number(port), hostname, () => {
      const { method, url, rawHeaders } = incoming;
      const headers = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`));
      passed.write(`${method} ${url} HTTP/1.1\r\n${headers.join('')}\r\n`);
      passed.write(head);
      passed.pipe(socket).pipe(passed);
    });
    for (const end of [passed, socket])
      end.on('error', () => [passed, socket].forEach((one) => one.destroy()));
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    lines,
    close() {
      server.close();
      server.closeAllConnections();
    }
  };
}
