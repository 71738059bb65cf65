import * as Y from 'yjs';
import type { DocumentKind } from './package.ts';

/** The shared documents of a workbook by the letters that their names begin with. */
export type SharedDocuments = Readonly<Record<DocumentKind, Y.Doc>>;

/** Everything that the documents hold, each as one update. */
export function packedDocuments({ d, c, h }: SharedDocuments): Record<DocumentKind, Uint8Array> {
  return {
    d: Y.encodeStateAsUpdate(d),
    c: Y.encodeStateAsUpdate(c),
    h: Y.encodeStateAsUpdate(h)
  };
}

/** Merges what a package holds into the documents; what they have already changes nothing. */
export function mergeDocuments(
  into: SharedDocuments,
  { d, c, h }: Readonly<Record<DocumentKind, Uint8Array>>
): void {
  Y.applyUpdate(into.d, d, 'import');
  Y.applyUpdate(into.c, c, 'import');
  Y.applyUpdate(into.h, h, 'import');
}
