import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { StartFault } from './fault.ts';
import { pageHeaders } from './headers.ts';

const FALLBACK = '200.html';
const HIDDEN = /\/(?:\.|%2e)/i;
const META_POLICY = /<meta http-equiv="content-security-policy" content="([^"]*)">/i;

/**
 * Serves the built pages of a folder. A path that is no file and has no ending gets the fallback
 * page, which finds its way in the browser. What a page's meta element says about content security is
 * repeated as a header, with `frame-ancestors`, which only a header can say.
 *
 * @throws StartFault where nothing has been built.
 */
export function createPages(
  build: string
): (request: IncomingMessage, response: ServerResponse, path: string) => void {
  const fallback = join(build, FALLBACK);
  if (!existsSync(fallback)) {
    throw new StartFault(`没有找到网页文件（${fallback}）。请先运行 npm start 或 npm run build。`);
  }
  // `dev` looks at the folder on each request: a new build may replace files under a running server.
  const files = sirv(build, { dev: true, etag: true, single: FALLBACK, gzip: true, brotli: true });

  return (request, response, path) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    // A folder that is looked at on each request shows also what is hidden in it.
    if (HIDDEN.test(path)) {
      response.writeHead(404).end();
      return;
    }
    // sirv throws on a range that ends before it begins. No file here is worth parts.
    delete request.headers.range;
    response.setHeaders(new Headers(pageHeaders(contentPolicy(fallback))));
    response.setHeader('Cache-Control', cacheControl(path));
    files(request, response);
  };
}

function contentPolicy(page: string): string {
  return META_POLICY.exec(readFileSync(page, 'utf8'))?.[1] ?? '';
}

/** Files under _app/immutable carry a hash of their content in their names; all others are asked for anew. */
function cacheControl(path: string): string {
  return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
