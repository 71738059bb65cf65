import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Door } from './authentication.ts';
import { readJson, textFields } from './body.ts';
import type { ClaimPassword } from './claim-password.ts';
import type { LinkRole, Links, NewLink } from './links.ts';
import { createRateLimit } from './rate.ts';

/** Everything is a POST of JSON; every answer says `ok`, and the reason where it is false. */
type Answer =
  | {
      readonly status: 200;
      readonly body: { readonly ok: true } & Readonly<Record<string, unknown>>;
    }
  | { readonly status: number; readonly body: { readonly ok: false; readonly reason: string } };

const WORKBOOK = /^[A-Za-z0-9-]{22}$/;
const LINK_ID = /^[\w-]{12}$/;
const SECRET = /^[\w-]{43}$/;
const ROLE = /^(view|comment|edit)$/;
const LABEL = /^.{0,80}$/su;
const PASSWORD = /^.{1,200}$/su;

const MALFORMED = refuse(400, 'malformed');
const REFUSED = refuse(403, 'refused');
const WRONG_PASSWORD = refuse(403, 'wrong-password');
const BUSY = refuse(429, 'busy');
const STATUS_REASON = { 400: 'malformed', 413: 'large', 415: 'malformed' } as const;

/** What claiming a workbook takes besides its id. */
export interface ClaimTerms {
  /** Null where whoever reaches the server may claim. */
  readonly password: ClaimPassword | null;
  /** How many workbooks there may be. */
  readonly workbooks: number;
}

/**
 * The answers to /api/claim, /api/links, /api/links/list, /api/links/stop and /api/open.
 * A wrong secret or password is told late where an address has sent many. `onStop` is called when a
 * link has been stopped.
 */
export function createApi(
  { links, log, metrics, guesses }: Door,
  terms: ClaimTerms,
  onStop: () => void
): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const mayAsk = createRateLimit();
  const asOwner = (body: unknown, answer: (workbook: string) => Answer): Answer => {
    const fields = textFields(body, { workbook: WORKBOOK, ownerKey: SECRET });
    if (!fields) return MALFORMED;
    return links.owns(fields.workbook, fields.ownerKey) !== null
      ? answer(fields.workbook)
      : REFUSED;
  };

  const answers = new Map<string, (body: unknown) => Answer>([
    ['/api/claim', (body) => claim(links, terms, body)],
    ['/api/open', (body) => open(links, body)],
    ['/api/links', (body) => asOwner(body, (workbook) => create(links, workbook, body))],
    [
      '/api/links/list',
      (body) =>
        asOwner(body, (workbook) => accept({ links: links.list(workbook), now: Date.now() }))
    ],
    [
      '/api/links/stop',
      (body) =>
        asOwner(body, (workbook) => {
          const fields = textFields(body, { id: LINK_ID });
          if (!fields) return MALFORMED;
          if (!links.stop(workbook, fields.id)) return REFUSED;
          onStop();
          return accept({});
        })
    ]
  ]);

  const slowed = async (address: string, answer: Answer): Promise<Answer> => {
    if (answer !== REFUSED && answer !== WRONG_PASSWORD) return answer;
    metrics.refused(answer === REFUSED ? 'token' : 'password');
    log('refused', { reason: answer === REFUSED ? 'refused' : 'password' });
    const wait = guesses(address);
    if (wait === null) metrics.refused('guesses');
    else await setTimeout(wait, null, { ref: false });
    return wait === null ? BUSY : answer;
  };

  return async (request, response, path) => {
    const answer = answers.get(path);
    if (!answer) return send(response, refuse(404, 'unknown'));
    if (request.method !== 'POST') return send(response, refuse(405, 'malformed'));
    const address = request.socket.remoteAddress ?? '';
    if (!mayAsk(address)) {
      metrics.refused('rate');
      return send(response, BUSY);
    }
    const body = await readJson(request);
    if (!body.ok) return send(response, refuse(body.status, STATUS_REASON[body.status]));
    send(response, await slowed(address, answer(body.value)));
  };
}

/** Who owns the workbook already may say so again, with no password and on a full server. */
function claim(links: Links, { password, workbooks }: ClaimTerms, body: unknown): Answer {
  const fields = textFields(body, { workbook: WORKBOOK, ownerHash: SECRET });
  if (!fields) return MALFORMED;
  const { workbook, ownerHash } = fields;
  if (links.stillOwns(workbook, ownerHash)) return accept({});
  if (password !== null) {
    const given = textFields(body, { password: PASSWORD });
    if (!given) return refuse(403, 'password');
    if (!password(given.password)) return WRONG_PASSWORD;
  }
  if (links.count() >= workbooks) return refuse(507, 'full');
  return links.claim(workbook, ownerHash) ? accept({}) : refuse(409, 'taken');
}

function create(links: Links, workbook: string, body: unknown): Answer {
  const link = readLink((body as { link?: unknown }).link);
  if (!link) return MALFORMED;
  return links.create(workbook, link) ? accept({}) : refuse(409, 'taken');
}

function open(links: Links, body: unknown): Answer {
  const fields = textFields(body, { linkId: LINK_ID, secret: SECRET });
  if (!fields) return MALFORMED;
  const opened = links.open(fields.linkId, fields.secret);
  if (opened.ok) return accept(opened);
  return opened.reason === 'refused' ? REFUSED : refuse(403, opened.reason);
}

/** `expires` comes by the clock of the maker, whose `now` tells by how much that is wrong. */
function readLink(value: unknown): NewLink | null {
  const fields = textFields(value, { id: LINK_ID, hash: SECRET, role: ROLE, label: LABEL });
  if (!fields) return null;
  const link = { ...fields, role: fields.role as LinkRole };
  const received = Date.now();
  const { expires = null, now = received } = value as { expires?: unknown; now?: unknown };
  if (expires === null) return { ...link, expires: null };
  const ours = Number(expires) - Number(now) + received;
  const times = [expires, now, ours];
  return times.every(Number.isSafeInteger) ? { ...link, expires: ours } : null;
}

function accept(fields: Readonly<Record<string, unknown>>): Answer {
  return { status: 200, body: { ...fields, ok: true } };
}

function refuse(status: number, reason: string): Answer {
  return { status, body: { ok: false, reason } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  // A body that was not read to its end leaves the connection unusable.
  const connection = status === 413 ? { connection: 'close' } : {};
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...connection
  });
  response.end(JSON.stringify(body));
}
