import { onTestFinished } from 'vitest';
import { startServer } from '#server/serve.ts';
import type { RunningServer } from '#server/serve.ts';
import { builtPages, temporaryFolder } from './folders.ts';

export interface TestServer extends RunningServer {
  readonly origin: string;
  readonly data: string;
  readonly build: string;
}

/** The real server on a free port; on the given data, or else on none. It ends with the test. */
export async function runServer(
  options: { data?: string; port?: number; origins?: readonly string[] } = {}
): Promise<TestServer> {
  const { data = temporaryFolder(), port = 0, origins = [] } = options;
  const build = builtPages();
  const server = await startServer({
    host: '127.0.0.1',
    port,
    portMayMove: false,
    data,
    build,
    origins
  });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= server.close());
  onTestFinished(close);
  return { port: server.port, close, data, build, origin: `http://127.0.0.1:${server.port}` };
}
