import { globSync, readFileSync } from 'node:fs';
import { keyOf, type Message } from '#lib/messages/translate.ts';
import { compiled, textsOf } from './extraction.ts';
import { speaks } from './sources.ts';

export const ENGLISH_FILE = 'src/messages/english.json';

/**
 * English by Chinese. Null for words that stay Chinese, such as the name of a form; empty for those that
 * nobody has translated yet.
 */
export type English = Readonly<Record<string, string | null>>;

export function readEnglish(): English {
  return JSON.parse(readFileSync(ENGLISH_FILE, 'utf8'));
}

/** All texts of the program in the order of its files, each once. */
export async function textsOfTheProgram(): Promise<readonly string[]> {
  const files = globSync('src/**/*.{svelte,ts}')
    .map((file) => file.replaceAll('\\', '/'))
    .filter(speaks)
    .sort();
  const texts = new Set<string>();
  for (const file of files) {
    for (const text of await textsOf(file, readFileSync(file, 'utf8'))) texts.add(text);
  }
  return [...texts];
}

/** The English of a catalogue as the program carries it. */
export function compiledEnglish(english: English): readonly (readonly [string, Message])[] {
  return Object.entries(english).flatMap(([chinese, text]) =>
    text ? [[keyOf(compiled(chinese)), compiled(text)] as const] : []
  );
}
