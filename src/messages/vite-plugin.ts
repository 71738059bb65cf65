import { relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { compiledEnglish, readEnglish } from './english.ts';
import { translated } from './extraction.ts';
import { speaks } from './sources.ts';

const ENGLISH = 'virtual:english-messages';

/**
 * Lets the program speak English: puts a call of `translate` round every text that people read, and gives
 * the English texts as a module of their own, which is fetched by those who chose English.
 */
export function messages(): Plugin {
  // Tests of single parts look at the sources as they are written.
  let testing = false;
  return {
    name: 'messages',
    // Before components are compiled.
    enforce: 'pre',
    configResolved({ mode }) {
      testing = mode === 'test';
    },
    resolveId: (id) => (id === ENGLISH ? `\0${ENGLISH}` : undefined),
    load: (id) =>
      id === `\0${ENGLISH}`
        ? `export default ${JSON.stringify(compiledEnglish(readEnglish()))};`
        : undefined,
    async transform(content, id) {
      const file = relative('.', id).replaceAll('\\', '/');
      if (testing || !speaks(file)) return undefined;
      return (await translated(file, content)) as Rolldown.TransformResult;
    }
  };
}
