import { adapter as svelteAdapter } from '@wuchale/svelte';
import { adapter as scriptAdapter } from 'wuchale/adapter-vanilla';
import { compileTranslation } from 'wuchale/compiler';
import type { Counted, Message, MessagePart, Piece } from '#lib/messages/translate.ts';

/** Words, and the punctuation between words. */
const CHINESE = /[\p{Script=Han}，。；：、（）！？《》]/u;

const asItIs = (expression: string) => expression;

const options = {
  // Texts that are not for people have no Chinese in them.
  heuristic: ({ msgStr }: { msgStr: string[] }) =>
    CHINESE.test(msgStr.join('')) ? 'message' : false,
  patterns: [],
  loader: 'custom',
  // The language is known before the first module is loaded, and changes only with the page.
  runtime: {
    initReactive: () => null,
    useReactive: false,
    plain: { wrapInit: asItIs, wrapUse: asItIs },
    reactive: { wrapInit: asItIs, wrapUse: asItIs }
  }
} as const;

const script = scriptAdapter({ ...options, patterns: [] });
const component = svelteAdapter({ ...options, patterns: [] });

const TRANSLATE = ['_w_runtime_', '_w_runtime_mod_'];
/** The component that shows texts with marked-up pieces: wuchale's own, and ours, which knows counted words. */
const PIECES = ['@wuchale/svelte/runtime.svelte', '#lib/messages/MessagePieces.svelte'] as const;
const IMPORTS = `import { ${TRANSLATE.map((name) => `translate as ${name}`).join(', ')} } from '#lib/messages/translate.ts';`;

/** A source file with a call of `translate` for each text that people read. */
export interface Translated {
  readonly code: string;
  readonly map: unknown;
}

/** `{0:row|rows}`: one word where the value is 1, the other for all other numbers. */
const COUNTED = /\{(\d+):([^{}|]*)\|([^{}|]*)\}/g;
/** Numbers from here on stand for counted words while a text is taken apart. */
const FIRST_COUNTED = 1000;

/** A text as the program carries it, from the notation of the catalogue. */
export function compiled(text: string): Message {
  const counted: Counted[] = [];
  const numbered = text.replaceAll(COUNTED, (_, of: string, one: string, many: string) => {
    counted.push({ of: Number(of), one, many });
    return `{${FIRST_COUNTED + counted.length - 1}}`;
  });
  const withCounted = (part: MessagePart): MessagePart => {
    if (typeof part === 'number') return counted[part - FIRST_COUNTED] ?? part;
    if (!Array.isArray(part)) return part;
    const [tag, ...inner] = part as unknown as Piece;
    return [tag, ...inner.map(withCounted)];
  };
  const message = compileTranslation(numbered, numbered) as Message;
  return typeof message === 'string' ? message : message.map(withCounted);
}

/**
 * Finds the texts of a source file that people read.
 * @param file its path; a component where it ends in .svelte
 * @returns texts with {0} for what is filled in and <0>…</0> for marked-up pieces, some more than once
 */
export async function textsOf(file: string, content: string): Promise<readonly string[]> {
  if (!CHINESE.test(content)) return [];
  const { msgs } = await transformed(file, content, () => '');
  return msgs.map(({ msgStr }) => msgStr.join('\n'));
}

/** Puts a call of `translate` round every text of a source file; null for one without texts. */
export async function translated(file: string, content: string): Promise<Translated | null> {
  const texts = await textsOf(file, content);
  if (texts.length === 0) return null;
  const whole = wholeTexts(file, texts);
  const { output } = await transformed(file, content, (text) =>
    JSON.stringify(compiled(whole(text)))
  );
  const { code = content, map } = output(IMPORTS);
  return { code: code.replace(...PIECES), map };
}

/** @param named the expression that stands for a text in the program, which wuchale gives without its outer blanks */
async function transformed(file: string, content: string, named: (text: string) => string) {
  const { transform } = file.endsWith('.svelte') ? component : script;
  return transform({
    content,
    filename: file,
    // The text itself instead of a number: Chinese needs no catalogue, and a missing English text is Chinese.
    index: { indices: new Map(), nextIndex: 0, get: (text) => named(text) as unknown as number },
    expr: { plain: '', reactive: '' },
    matchUrl: () => null
  });
}

/** Finds texts with their outer blanks again. */
function wholeTexts(file: string, texts: readonly string[]): (trimmed: string) => string {
  const whole = new Map<string, string>();
  for (const text of texts) {
    const other = whole.get(text.trim());
    if (other !== undefined && other !== text) {
      throw new Error(`${file} says “${other}” and “${text}”, which differ in outer blanks only`);
    }
    whole.set(text.trim(), text);
  }
  return (trimmed) => whole.get(trimmed) ?? trimmed;
}
