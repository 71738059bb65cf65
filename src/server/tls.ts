import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createSecureContext } from 'node:tls';
import { StartFault } from './fault.ts';
import { errorFields } from './log.ts';
import type { Log } from './log.ts';
import type { TlsFiles } from './settings.ts';

const LOOK_EVERY = 5000;

export interface WebServer {
  readonly server: Server;
  /** Takes the certificate from its files anew; what cannot be read leaves the one so far. */
  reload(): void;
  /** Ends watching the files. */
  stopWatching(): void;
}

/**
 * An https server where there is a certificate, else one of plain http. The certificate is read
 * again when one of its files changes.
 *
 * @throws StartFault where the certificate cannot be read or does not go with its key.
 */
export function createWebServer(
  tls: TlsFiles | null,
  options: ServerOptions,
  listener: RequestListener,
  log: Log
): WebServer {
  if (tls === null) {
    return { server: createHttp(options, listener), reload: () => {}, stopWatching: () => {} };
  }
  const server = createHttps({ ...options, ...readFirst(tls) }, listener);
  const files = [tls.certificate, tls.key];
  const reload = () => {
    try {
      server.setSecureContext(readCertificate(tls));
      log('certificate-loaded');
    } catch (error) {
      log('certificate-refused', errorFields(error));
    }
  };
  for (const file of files) watchFile(file, { interval: LOOK_EVERY, persistent: false }, reload);
  const stopWatching = () => files.forEach((file) => unwatchFile(file, reload));
  return { server, reload, stopWatching };
}

interface Certificate {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly minVersion: 'TLSv1.2';
}

function readFirst(tls: TlsFiles): Certificate {
  try {
    return readCertificate(tls);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFault(
      `不能使用证书 ${tls.certificate} 和私钥 ${tls.key}（${reason}）。请检查 JIBIAO_TLS_CERT 和 JIBIAO_TLS_KEY。`
    );
  }
}

function readCertificate(tls: TlsFiles): Certificate {
  const files = { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) };
  // Throws where the two do not belong together, which setSecureContext would find out later.
  createSecureContext(files);
  return { ...files, minVersion: 'TLSv1.2' };
}
