import type { Workbook } from '#lib/model/workbook.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Source } from './source.ts';

/** A format of files that can be brought in, or that is refused with a sentence of its own. */
export interface SourceFormat {
  readonly name: string;
  /**
   * Whether a file is of this format: by its first bytes where the format has a signature, else by the
   * ending of its name, in small letters and without the dot.
   */
  readonly recognises: (bytes: Uint8Array, ending: string) => boolean;
  /** Reads the file; code that only this format needs is loaded when the first file comes. */
  readonly read: (bytes: Uint8Array) => Promise<Source | { readonly workbook: Workbook } | Refusal>;
}

/** The formats known so far; the first that recognises a file reads it. A new one is an entry here. */
const FORMATS: readonly SourceFormat[] = [
  {
    name: 'office',
    recognises: startsWith('PK\x03\x04', 'PK\x05\x06'),
    read: async (bytes) => (await import('./office/office.ts')).readOffice(bytes)
  },
  {
    name: 'old-office',
    recognises: startsWith('\xd0\xcf\x11\xe0'),
    read: async (bytes) => (await import('./office/old-office.ts')).refuseOldOffice(bytes)
  },
  {
    name: 'pdf',
    recognises: startsWith('%PDF-'),
    read: async () => refuse('binary')
  },
  {
    name: 'rtf',
    recognises: startsWith('{\\rtf'),
    read: async () => refuse('rtf')
  },
  {
    name: 'json',
    recognises: (_, ending) => ending === 'json',
    read: async (bytes) => (await import('./json/json.ts')).readJson(bytes)
  }
];

/** What any other file is taken for. */
const PLAIN_TEXT: SourceFormat = {
  name: 'text',
  recognises: () => true,
  read: async (bytes) => (await import('./text/text.ts')).readTextFile(bytes)
};

/** The format of a file. */
export function formatOf(name: string, bytes: Uint8Array): SourceFormat {
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return FORMATS.find(({ recognises }) => recognises(bytes, ending)) ?? PLAIN_TEXT;
}

/** Recognises a file by its first bytes, given as characters up to \xff. */
function startsWith(...signatures: readonly string[]): SourceFormat['recognises'] {
  return (bytes) =>
    signatures.some((signature) =>
      [...signature].every((character, at) => bytes[at] === character.charCodeAt(0))
    );
}
