import type { IncomingMessage } from 'node:http';

const LARGEST_BODY = 16 * 1024;

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415 };

/**
 * Reads the JSON body of a request, up to 16 KiB. The content type must say JSON: pages of other
 * origins cannot send that without asking first, and nobody answers them.
 */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return { ok: false, status: 415 };
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) return { ok: false, status: 413 };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { ok: false, status: 400 };
  }
}

/** The text fields of a foreign value, each matching its pattern; null where one does not. */
export function textFields<Name extends string>(
  value: unknown,
  patterns: Readonly<Record<Name, RegExp>>
): Record<Name, string> | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map(Object.entries(value));
  const names = Object.keys(patterns) as Name[];
  const matches = names.every((name) => {
    const field: unknown = fields.get(name);
    return typeof field === 'string' && patterns[name].test(field);
  });
  if (!matches) return null;
  return Object.fromEntries(names.map((name) => [name, fields.get(name)])) as Record<Name, string>;
}
