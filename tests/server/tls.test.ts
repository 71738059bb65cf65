import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { connect } from 'node:tls';
import { expect, it } from 'vitest';
import { builtPages, temporaryFolder } from './folders.ts';
import { runProgram } from './program.ts';
import { until } from './until.ts';

/** The commands of the README, with a name. */
function makeCertificate(folder: string, name: string): { cert: string; key: string; ca: string } {
  const path = (file: string) => join(folder, file);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const [ca, caKey] = [path('office-ca.crt'), path('office-ca.key')];
  const [cert, key, wish] = [path(`${name}.crt`), path(`${name}.key`), path(`${name}.csr`)];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...curve,
    '-days',
    '3650',
    '-subj',
    '/CN=Office CA',
    '-keyout',
    caKey,
    '-out',
    ca
  );
  openssl('req', ...curve, '-subj', `/CN=${name}`, '-keyout', key, '-out', wish);
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  writeFileSync(path('san.txt'), `${names}\nextendedKeyUsage=serverAuth\n`);
  openssl(
    'x509',
    '-req',
    '-in',
    wish,
    '-CA',
    ca,
    '-CAkey',
    caKey,
    '-CAcreateserial',
    '-days',
    '800',
    '-extfile',
    path('san.txt'),
    '-out',
    cert
  );
  return { cert, key, ca };
}

/** The common name of the certificate that a server shows to one who trusts an authority. */
async function shownName(origin: string, ca: string): Promise<string> {
  const { port, hostname } = new URL(origin);
  const socket: TLSSocket = connect({ host: hostname, port: Number(port), ca: readFileSync(ca) });
  await new Promise((resolve, reject) => socket.on('secureConnect', resolve).on('error', reject));
  const name = String(socket.getPeerCertificate().subject.CN);
  socket.destroy();
  return name;
}

async function statusOf(address: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(address, { ca: readFileSync(ca) }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
}

it('serves https by a certificate of an own authority, and takes a new one on SIGHUP', async () => {
  const folder = temporaryFolder();
  const first = makeCertificate(folder, 'first');
  const server = runProgram({
    JIBIAO_DATA: temporaryFolder(),
    JIBIAO_BUILD: builtPages(),
    JIBIAO_LOG: 'all',
    JIBIAO_TLS_CERT: first.cert,
    JIBIAO_TLS_KEY: first.key
  });
  const origin = await server.origin();
  expect(origin).toMatch(/^https:/);
  expect(await statusOf(`${origin}/health`, first.ca)).toBe(200);
  expect(await shownName(origin, first.ca)).toBe('first');

  const next = makeCertificate(folder, 'next');
  writeFileSync(first.key, readFileSync(next.key));
  server.signal('SIGHUP');
  await until(() => server.logged().includes('certificate-refused'));
  writeFileSync(first.cert, readFileSync(next.cert));
  server.signal('SIGHUP');
  await until(() => server.logged().includes('certificate-loaded'));
  expect(await shownName(origin, next.ca)).toBe('next');
  expect(await server.end('SIGTERM')).toBe(0);
});

it('says so when a certificate does not go with its key', async () => {
  const folder = temporaryFolder();
  const [one, other] = [makeCertificate(folder, 'one'), makeCertificate(folder, 'other')];
  const server = runProgram({
    JIBIAO_DATA: temporaryFolder(),
    JIBIAO_BUILD: builtPages(),
    JIBIAO_TLS_CERT: one.cert,
    JIBIAO_TLS_KEY: other.key
  });
  expect(await server.ended()).toBe(1);
  expect(server.printed()).toMatch(/^不能使用证书 .*JIBIAO_TLS_KEY。\n$/);
});
