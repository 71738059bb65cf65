import { OUR_TABLE } from '#lib/model/clipboard-block.ts';
import type { CopiedTexts } from './copied-cells.ts';

/** What a clipboard holds of cells, in the three ways in which they travel. Empty where it has none. */
export interface ClipboardTexts {
  readonly text: string;
  readonly html: string;
  /** As this program writes it for itself; no other program has it. */
  readonly own: string;
}

/** A copy of this program; without texts where only its name has come through, as past a menu. */
export type OwnCopy = Omit<CopiedTexts, 'texts'> & Partial<Pick<CopiedTexts, 'texts'>>;

const OWN_TYPE = 'application/x-jibiao-cells';

const OUR_TOKEN = new RegExp(`<table[^>]* ${OUR_TABLE}="([^"]*)"`);

/** What an event brings. Its data can be read only while the event is handled. */
export function readTransfer(data: DataTransfer | null, textOnly: boolean): ClipboardTexts {
  return {
    text: data?.getData('text/plain') ?? '',
    html: textOnly ? '' : (data?.getData('text/html') ?? ''),
    own: textOnly ? '' : (data?.getData(OWN_TYPE) ?? '')
  };
}

export function writeTransfer(
  data: DataTransfer | null,
  { text, html, own }: ClipboardTexts
): void {
  data?.setData('text/plain', text);
  data?.setData('text/html', html);
  data?.setData(OWN_TYPE, own);
}

/** Reads the clipboard without an event, as from a menu; null where the browser does not let the page. */
export async function readSystemClipboard(textOnly: boolean): Promise<ClipboardTexts | null> {
  // Missing on plain http pages.
  const clipboard = (navigator as Partial<Navigator>).clipboard as Reading | undefined;
  if (!clipboard?.read) return null;
  try {
    // Sanitized, the HTML has lost its number formats.
    const items = await clipboard.read({ unsanitized: ['text/html'] });
    const read = async (type: string) => {
      const item = items.find(({ types }) => types.includes(type));
      return item ? (await item.getType(type)).text() : '';
    };
    return {
      text: await read('text/plain'),
      html: textOnly ? '' : await read('text/html'),
      own: ''
    };
  } catch {
    return null;
  }
}

/** `navigator.clipboard` with what Chromium has beyond the published type. */
interface Reading {
  readonly read?: (options?: { unsanitized: string[] }) => Promise<ClipboardItems>;
}

/** The copy of this program that a clipboard holds; null for what comes from elsewhere. */
export function ownCopyOf({ own, html }: ClipboardTexts): OwnCopy | null {
  if (own !== '') return parsed(own);
  const token = OUR_TOKEN.exec(html)?.[1];
  return token === undefined ? null : { token, line: 0, column: 0 };
}

/** Any page may write this type: what is not as written here counts for nothing. */
function parsed(own: string): OwnCopy | null {
  try {
    const { token, texts, line, column } = JSON.parse(own) as Record<string, unknown>;
    const isCopy = typeof token === 'string' && isBlock(texts) && isCount(line) && isCount(column);
    return isCopy ? { token, texts, line, column } : null;
  } catch {
    return null;
  }
}

function isBlock(texts: unknown): texts is string[][] {
  return (
    Array.isArray(texts) &&
    texts.length > 0 &&
    texts.every((row) => Array.isArray(row) && row.every((text) => typeof text === 'string'))
  );
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
