import type { Extension } from '@hocuspocus/server';
import type { LinkRole, Links, Refusal } from './links.ts';

/** Whom a connection to one document belongs to. Kept by Hocuspocus as the connection's context. */
export interface Session {
  /** The link it came by, or null for the owner. */
  readonly link: string | null;
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
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super();
    this.reason = reason;
  }
}

/**
 * Lets a connection into a document by the token of its first message, `1.<linkId>.<secret>` or
 * `owner.<ownerKey>`, and makes it read-only where the role may not write that document.
 */
export function authentication(links: Links): Extension<Session> {
  return {
    async onAuthenticate({ documentName, token, connectionConfig }): Promise<Session> {
      const [, kind, workbook] = DOCUMENT_NAME.exec(documentName) ?? [];
      if (!kind || !workbook) throw new Refused('refused');
      const { role, link } = admit(links, workbook, token);
      connectionConfig.readOnly = !WRITABLE[role].includes(kind);
      return { link };
    }
  };
}

function admit(links: Links, workbook: string, token: string): Session & { role: Role } {
  const [, id, secret] = LINK_TOKEN.exec(token) ?? [];
  if (id && secret) {
    const opened = links.open(id, secret);
    if (!opened.ok) throw new Refused(opened.reason);
    if (opened.workbook !== workbook) throw new Refused('refused');
    return { role: opened.role, link: id };
  }
  const [, ownerKey] = OWNER_TOKEN.exec(token) ?? [];
  if (!ownerKey || !links.owns(workbook, ownerKey)) throw new Refused('refused');
  return { role: 'owner', link: null };
}
