import { strFromU8, unzipSync } from 'fflate';
import { parseMarkup, type MarkupElement } from './markup.ts';

/** The parts of an Office file by their paths, each read as the XML that it must be. */
export function officeParts(bytes: Uint8Array): ReadonlyMap<string, MarkupElement> {
  const files = Object.entries(unzipSync(bytes));
  return new Map(files.map(([path, content]) => [path, parseMarkup(strFromU8(content))]));
}

/** A part that must be there. */
export function officePart(bytes: Uint8Array, path: string): MarkupElement {
  const part = officeParts(bytes).get(path);
  if (!part) throw new Error(`the file has no part ${path}`);
  return part;
}
