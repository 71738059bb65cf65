import { onTestFinished } from 'vitest';
import { LIMITS } from '#server/limits.ts';
import { createLog } from '#server/log.ts';
import { startServer } from '#server/serve.ts';
import type { RunningServer } from '#server/serve.ts';
import type { Settings } from '#server/settings.ts';
import { builtPages, temporaryFolder } from './folders.ts';

export interface TestServer extends RunningServer {
  readonly origin: string;
  readonly data: string;
  readonly build: string;
  /** Everything that it has logged, one line each. */
  readonly logged: readonly string[];
}

/** The real server on a free port; on the given data, or else on none. It ends with the test. */
export async function runServer(
  options: Partial<Omit<Settings, 'limits'>> & { limits?: Partial<Settings['limits']> } = {}
): Promise<TestServer> {
  const logged: string[] = [];
  const settings: Settings = {
    host: '127.0.0.1',
    port: 0,
    portMayMove: false,
    data: options.data ?? temporaryFolder(),
    dataLimit: null,
    build: options.build ?? builtPages(),
    origins: [],
    log: 'all',
    tls: null,
    claimPassword: null,
    ...options,
    limits: { ...LIMITS, ...options.limits }
  };
  const log = createLog(settings.log, (line) => logged.push(line));
  const server = await startServer(settings, log);
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= server.close());
  onTestFinished(close);
  const { data, build } = settings;
  const scheme = settings.tls === null ? 'http' : 'https';
  const origin = `${scheme}://127.0.0.1:${server.port}`;
  return { ...server, close, data, build, logged, origin };
}

/** A number that a running server tells of itself. */
export async function measured(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.split(' ').at(-1) ?? 0);
}

/** How often a running server has turned something away for a reason. */
export function refusals({ origin }: TestServer, kind: string): Promise<number> {
  return measured(origin, `jibiao_refusals_total{kind="${kind}"}`);
}
