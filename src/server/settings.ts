import { resolve } from 'node:path';
import { StartFault } from './fault.ts';

const DEFAULT_PORT = 4300;
const LARGEST_PORT = 65535;
const BUILD = resolve(import.meta.dirname, '../../build');

export interface Settings {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  /** Whether the next port is tried when this one is taken: not when a person named it. */
  readonly portMayMove: boolean;
  /** Folder of the database. */
  readonly data: string;
  /** Folder of the built pages. */
  readonly build: string;
  /** Origins that may connect besides the server's own. */
  readonly origins: readonly string[];
}

/**
 * The settings in an environment: PORT, HOST, JIBIAO_DATA, JIBIAO_BUILD, and JIBIAO_ORIGINS, which
 * are separated by commas or spaces. Relative folders are taken from `folder`.
 *
 * @throws StartFault where a value cannot be used.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string
): Settings {
  const { PORT, HOST, JIBIAO_DATA, JIBIAO_BUILD, JIBIAO_ORIGINS } = environment;
  return {
    host: HOST || 'localhost',
    port: PORT ? readPort(PORT) : DEFAULT_PORT,
    portMayMove: !PORT,
    data: resolve(folder, JIBIAO_DATA || 'data'),
    build: JIBIAO_BUILD ? resolve(folder, JIBIAO_BUILD) : BUILD,
    origins: (JIBIAO_ORIGINS ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(readOrigin)
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LARGEST_PORT) return port;
  throw new StartFault(`PORT 应为 0 到 ${LARGEST_PORT} 之间的整数，现在是“${text}”。`);
}

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin !== 'null') return origin;
  throw new StartFault(`JIBIAO_ORIGINS 应为 https://主机名 这样的网址，现在有“${text}”。`);
}
