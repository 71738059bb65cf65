import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../clipboards');

/** The programs whose clipboards are kept here, with texts made up. */
export type Clipboard = 'excel' | 'wps' | 'word' | 'web-page';

/** What a program puts on the clipboard for a table, in both of its ways. */
export function clipboardOf(program: Clipboard): { readonly html: string; readonly text: string } {
  const read = (ending: string) => readFileSync(resolve(FOLDER, `${program}.${ending}`), 'utf8');
  return { html: read('html'), text: read('txt') };
}
