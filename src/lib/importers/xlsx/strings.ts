import { childrenOf, isNamed, textOf, type Element } from '../office/xml.ts';

/** Excel's own escape of a character that XML forbids, and of a text that looks like one. */
const ESCAPED = /_x([0-9A-F]{4})_/gi;

/** The texts that the cells of a workbook share (ECMA-376 part 1, 18.4.9). */
export function readSharedStrings(root: Element): string[] {
  return childrenOf(root, 'si').map(stringText);
}

/**
 * The text of a string item: its runs one after another, their looks left out, and the readings that
 * stand above Chinese and Japanese characters (18.4.6) with them. Paragraphs end with LF.
 */
export function stringText(item: Element): string {
  const text = childrenOf(item)
    .map((child) => {
      if (isNamed(child, 't')) return textOf(child);
      return isNamed(child, 'r') ? childrenOf(child, 't').map(textOf).join('') : '';
    })
    .join('');
  return plainText(text);
}

/** A text of a cell without Excel's escapes, its paragraphs ended by LF. */
export function plainText(text: string): string {
  return text
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
