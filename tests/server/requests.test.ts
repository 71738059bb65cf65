import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { runServer } from './running.ts';

/** The status of an attempt to open the sync connection with the given headers. */
async function upgrade(origin: string, headers: Record<string, string>, path = '/sync') {
  return new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${origin}${path}`, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        ...headers
      }
    });
    asked.on('response', (response) => resolve(response.statusCode));
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    asked.on('error', reject).end();
  });
}

it('opens the sync connection for its own pages and for listed ones, and for no other', async () => {
  const listed = 'https://jx.example.gov.cn';
  const { origin } = await runServer({ origins: [listed] });
  expect(await upgrade(origin, {})).toBe(101);
  expect(await upgrade(origin, { Origin: origin })).toBe(101);
  expect(await upgrade(origin, { Origin: listed })).toBe(101);
  expect(await upgrade(origin, { Origin: 'https://evil.example' })).toBe(403);
  expect(await upgrade(origin, { Origin: 'null' })).toBe(403);
  expect(await upgrade(origin, {}, '/elsewhere')).toBe(404);
});

it('serves the fallback page for every path without an ending, and nothing for a missing file', async () => {
  const { origin } = await runServer();
  for (const path of ['/', '/w/abc', '/s', '/summary?x=1.js']) {
    const page = await fetch(`${origin}${path}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('绩表');
    expect(page.headers.get('cache-control')).toBe('no-cache');
  }
  expect((await fetch(`${origin}/_app/immutable/missing.js`)).status).toBe(404);
  expect((await fetch(`${origin}/%2e%2e/%2e%2e/package.json`)).status).toBe(404);
  expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405);
});

it('repeats the page’s content policy as a header and forbids frames, sniffing and referrers', async () => {
  const { origin } = await runServer();
  const { headers } = await fetch(`${origin}/w/abc`);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'self'; script-src 'self' 'sha256-abc='; frame-ancestors 'none'"
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=(), ');
  for (const path of ['service-worker.js', '_app/immutable/start.a1b2.js', 'missing.js']) {
    const other = await fetch(`${origin}/${path}`);
    expect(other.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

it('reads no file outside its pages, however the way there is written', async () => {
  const { port, data, build } = await runServer();
  writeFileSync(join(data, 'outside.txt'), 'a file outside');
  writeFileSync(join(build, '.env'), 'a hidden file');
  const outside = `${basename(data)}/outside.txt`;
  const ways = [
    `/../${outside}`,
    `/..%2f${outside}`,
    `/%2e%2e/${outside}`,
    `/%2e%2e%2f${outside}`,
    `/..%5c${outside}`,
    `/_app/../../${outside}`,
    `/_app/..%2f..%2f${outside}`,
    `//../${outside}`,
    `/${'../'.repeat(20)}${data}/jibiao.sqlite`,
    `/..%2f..%2f..%2f..${data}/outside.txt`,
    `/${outside}%00.js`,
    '/.env',
    '/%2eenv'
  ];
  for (const way of ways) {
    const answer = await rawGet(port, way);
    expect(answer, way).not.toMatch(/a file outside|a hidden file|SQLite format/);
    expect(answer, way).toMatch(/^HTTP\/1.1 (200|400|404) /);
  }
});

/** The whole answer to a path that is sent as it stands, which fetch would tidy up. */
async function rawGet(port: number, path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const part of socket) answer += String(part);
  return answer;
}

it('answers questions of pages from elsewhere with nothing', async () => {
  const { origin } = await runServer();
  const headers = { 'content-type': 'application/json', origin: 'https://evil.example' };
  const answer = await fetch(`${origin}/api/open`, { method: 'POST', headers, body: '{}' });
  expect([answer.status, await answer.text()]).toEqual([403, '']);
});

it('lets browsers keep what carries a hash in its name, and ask anew for the rest', async () => {
  const { origin } = await runServer();
  const kept = await fetch(`${origin}/_app/immutable/start.a1b2.js`);
  expect(kept.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(kept.headers.get('content-type')).toContain('javascript');
  const worker = await fetch(`${origin}/service-worker.js`);
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const again = await fetch(`${origin}/service-worker.js`, {
    headers: { 'If-None-Match': worker.headers.get('etag') ?? '' }
  });
  expect(again.status).toBe(304);
});

it('survives a range that ends before it begins', async () => {
  const { origin } = await runServer();
  expect((await fetch(`${origin}/`, { headers: { Range: 'bytes=5-2' } })).status).toBe(200);
});

it('survives the removal of its pages, and finds them again', async () => {
  const { origin, build } = await runServer();
  const page = join(build, '200.html');
  const content = readFileSync(page);
  rmSync(page);
  await expect(fetch(`${origin}/`)).rejects.toThrow();
  writeFileSync(page, content);
  expect((await fetch(`${origin}/`)).status).toBe(200);
});

it('answers malformed, large and foreign requests to the interface with a reason', async () => {
  const { origin } = await runServer();
  const json = { 'content-type': 'application/json' };
  const ask = async (body: string, headers: Record<string, string> = json, path = 'open') => {
    const response = await fetch(`${origin}/api/${path}`, { method: 'POST', headers, body });
    return [response.status, await response.json()];
  };
  const malformed = { ok: false, reason: 'malformed' };
  expect(await ask('{')).toEqual([400, malformed]);
  for (const body of ['null', '[]', '"text"', '{"linkId":1,"secret":{}}']) {
    expect(await ask(body)).toEqual([400, malformed]);
  }
  expect(await ask('{}', { 'content-type': 'text/plain' })).toEqual([415, malformed]);
  expect(await ask('{}', json, 'unknown')).toEqual([404, { ok: false, reason: 'unknown' }]);
  expect(await ask(JSON.stringify('x'.repeat(20_000)))).toEqual([
    413,
    { ok: false, reason: 'large' }
  ]);
});
