import type { Extension } from '@hocuspocus/server';
import { setTimeout } from 'node:timers/promises';
import type { LinkRole, Links, Refusal } from './links.ts';
import { shortId, shortName } from './log.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Visitor } from './visitors.ts';

/** Whom a connection to one document belongs to. Kept by Hocuspocus as the connection's context. */
export interface Session {
  /** The link it came by, or null for the owner. */
  readonly link: string | null;
  /** The hash of the key it came by, or null for a link. */
  readonly ownerHash: string | null;
  /** Its socket's; none has a document twice, so that it leaves each once. */
  readonly visitor: Visitor;
}

type Role = LinkRole | 'owner';

/** `d` holds the sheets, `c` the comments and waivers, `h` the log. */
const DOCUMENT_NAME = /^([dch])\.([A-Za-z0-9-]{22})$/;
const LINK_TOKEN = /^1\.([\w-]{12})\.([\w-]{43})$/;
const OWNER_TOKEN = /^owner\.([\w-]{43})$/;

const WRITABLE: Readonly<Record<Role, string>> = {
  view: '',
  comment: 'c',
  edit: 'dch',
  owner: 'dch'
};

/** Refuses a connection; its holder is told the reason. Without a message, Hocuspocus logs nothing. */
class Refused extends Error {
  readonly reason: Refusal | 'unavailable';

  constructor(reason: Refusal | 'unavailable') {
    super();
    this.reason = reason;
  }
}

/** What letting somebody in needs besides the token. */
export interface Door {
  readonly links: Links;
  readonly log: Log;
  readonly metrics: Metrics;
  /** How long to wait before a refusal is told to an address; null where it is not told. */
  readonly guesses: (address: string) => number | null;
}

/**
 * Lets a connection into a document by the token of its first message, `1.<linkId>.<secret>` or
 * `owner.<ownerKey>`, and makes it read-only where the role may not write that document.
 */
export function authentication({ links, log, metrics, guesses }: Door): Extension<Session> {
  return {
    async onAuthenticate({ documentName, token, context, connectionConfig }) {
      const { visitor } = context;
      const [, kind = '', workbook = ''] = DOCUMENT_NAME.exec(documentName) ?? [];
      const pass = admit(links, workbook, token);
      if (!pass.ok) {
        metrics.refused('token');
        log('refused', { connection: visitor.number, reason: pass.reason });
        const wait = pass.reason === 'refused' ? guesses(visitor.address) : 0;
        if (wait === null) {
          metrics.refused('guesses');
          throw new Refused('unavailable');
        }
        await setTimeout(wait, null, { ref: false });
        throw new Refused(pass.reason);
      }
      if (!visitor.openDocument()) {
        metrics.refused('documents');
        throw new Refused('unavailable');
      }
      const { role, link, ownerHash } = pass;
      connectionConfig.readOnly = !WRITABLE[role].includes(kind);
      log('admitted', {
        connection: visitor.number,
        document: shortName(documentName),
        by: link === null ? 'owner' : shortId(link),
        role
      });
      return { link, ownerHash };
    },

    async onDisconnect({ context }) {
      context.visitor.closeDocument();
    }
  };
}

type Pass =
  | ({ readonly ok: true; readonly role: Role } & Pick<Session, 'link' | 'ownerHash'>)
  | { readonly ok: false; readonly reason: Refusal };

const REFUSED: Pass = { ok: false, reason: 'refused' };

/** A name that is none of ours has no workbook and is refused like a wrong token. */
function admit(links: Links, workbook: string, token: string): Pass {
  const [, id, secret] = LINK_TOKEN.exec(token) ?? [];
  if (id && secret) {
    const opened = links.open(id, secret);
    if (!opened.ok) return opened;
    if (opened.workbook !== workbook) return REFUSED;
    return { ok: true, role: opened.role, link: id, ownerHash: null };
  }
  const [, ownerKey] = OWNER_TOKEN.exec(token) ?? [];
  const ownerHash = ownerKey ? links.owns(workbook, ownerKey) : null;
  return ownerHash ? { ok: true, role: 'owner', link: null, ownerHash } : REFUSED;
}
