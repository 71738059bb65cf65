import { resolve } from 'node:path';
import { StartFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import type { Limits } from './limits.ts';
import type { LogLevel } from './log.ts';

const DEFAULT_PORT = 4300;
const LARGEST_PORT = 65535;
const MOST = 1_000_000;
const BUILD = resolve(import.meta.dirname, '../../build');

export interface Settings {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  /** Whether the next port is tried when this one is taken: not when a person named it. */
  readonly portMayMove: boolean;
  /** Folder of the database. */
  readonly data: string;
  /** The largest size of the database in MiB; null leaves it to the disk. */
  readonly dataLimit: number | null;
  /** Folder of the built pages. */
  readonly build: string;
  /** Origins that may connect besides the server's own. */
  readonly origins: readonly string[];
  readonly limits: Limits;
  readonly log: LogLevel;
  /** Files in PEM; null serves plain http. */
  readonly tls: TlsFiles | null;
  /** File of the password that the first share of a workbook takes; null where it takes none. */
  readonly claimPassword: string | null;
}

/** Paths of a certificate, with those of the authorities between, and of its key. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings in an environment; README.md lists its variables. Relative paths are taken from
 * `folder`.
 *
 * @throws StartFault where a value cannot be used.
 */
export function readSettings(environment: Environment, folder: string): Settings {
  const { PORT, HOST, JIBIAO_DATA, JIBIAO_BUILD, JIBIAO_ORIGINS } = environment;
  const passwordFile = environment.JIBIAO_CLAIM_PASSWORD_FILE;
  return {
    host: HOST || 'localhost',
    port: PORT ? readNumber('PORT', PORT, 0, LARGEST_PORT) : DEFAULT_PORT,
    portMayMove: !PORT,
    data: resolve(folder, JIBIAO_DATA || 'data'),
    dataLimit: optionalNumber(environment, 'JIBIAO_DATA_LIMIT'),
    build: JIBIAO_BUILD ? resolve(folder, JIBIAO_BUILD) : BUILD,
    origins: (JIBIAO_ORIGINS ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(readOrigin),
    limits: readLimits(environment),
    log: readLevel(environment.JIBIAO_LOG),
    tls: readTls(environment, folder),
    claimPassword: passwordFile ? resolve(folder, passwordFile) : null
  };
}

function readLimits(environment: Environment): Limits {
  const connections = optionalNumber(environment, 'JIBIAO_CONNECTIONS') ?? LIMITS.connections;
  const named = optionalNumber(environment, 'JIBIAO_CONNECTIONS_PER_ADDRESS');
  const connectionsPerAddress = named ?? LIMITS.connectionsPerAddress;
  const workbooks = optionalNumber(environment, 'JIBIAO_WORKBOOKS') ?? LIMITS.workbooks;
  return { ...LIMITS, connections, connectionsPerAddress, workbooks };
}

function readTls({ JIBIAO_TLS_CERT, JIBIAO_TLS_KEY }: Environment, folder: string) {
  if (!JIBIAO_TLS_CERT && !JIBIAO_TLS_KEY) return null;
  if (!JIBIAO_TLS_CERT || !JIBIAO_TLS_KEY) {
    throw new StartFault('JIBIAO_TLS_CERT（证书文件）和 JIBIAO_TLS_KEY（私钥文件）要一起设置。');
  }
  return { certificate: resolve(folder, JIBIAO_TLS_CERT), key: resolve(folder, JIBIAO_TLS_KEY) };
}

function readLevel(text: string | undefined): LogLevel {
  if (!text) return 'faults';
  if (text === 'none' || text === 'faults' || text === 'all') return text;
  throw new StartFault(`JIBIAO_LOG 应为 none、faults 或 all，现在是“${text}”。`);
}

function optionalNumber(environment: Environment, name: string): number | null {
  const text = environment[name];
  return text ? readNumber(name, text, 1, MOST) : null;
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new StartFault(`${name} 应为 ${least} 到 ${most} 之间的整数，现在是“${text}”。`);
}

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== 'null') return origin;
  throw new StartFault(`JIBIAO_ORIGINS 应为 https://主机名 这样的网址，现在有“${text}”。`);
}
