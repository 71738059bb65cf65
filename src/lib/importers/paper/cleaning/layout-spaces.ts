import { halfWidth } from '#lib/model/decimal.ts';

const DIGIT = '0-9０-９';

/**
 * Space between two Chinese characters, and between one and a digit, unless the digit numbers an
 * item of a list: `1. 购置机械6台 2. 汛前投入使用`.
 */
const BESIDE_HAN = new RegExp(
  `(?<=\\p{Script=Han})[^\\S\\n]+(?=[\\p{Script=Han}${DIGIT}])(?![${DIGIT}]{1,2}[.．、][^${DIGIT}])` +
    `|(?<=[${DIGIT}])[^\\S\\n]+(?=\\p{Script=Han})`,
  'gu'
);

const BETWEEN_LATIN_WORDS = /(?<=[A-Za-z])[^\S\n]{2,}(?=[A-Za-z])/g;

/** A cell that is one number: `1183. 74`, `1 183.74`, `≥ 99. 5 %`. */
const WHOLE_NUMBER = /^[≥≤=＝]?\s*\d{1,3}(?:\d*|(?:[ ,]\d{3})*)\s*(?:\.\s*\d+)?\s*[%％]?$/;

/** Longer texts are no numbers, and would take the pattern above long to refuse. */
const NUMBER_LENGTH = 40;

/** A number in running text. Less than three digits before the point may number a list: `2. 50`. */
const BROKEN_NUMBER = /(?<!\d)(\d{3,}\.)[^\S\n]+(\d{2})(?![\d.])/g;

/** What a converter leaves of a Word bookmark. */
const RESIDUE = /\[bookmark:[^\]]{0,80}\]/g;

/**
 * The text without layout spaces: those between two Chinese characters, between one and a digit,
 * inside a number, and at both ends. Between Latin words one stays. Everything else is verbatim.
 */
export function withoutLayoutSpaces(text: string): string {
  const trimmed = text.trim();
  if (!/\s/.test(trimmed)) return trimmed;
  if (trimmed.length <= NUMBER_LENGTH && WHOLE_NUMBER.test(trimmed))
    return trimmed.replace(/\s/g, '');
  return trimmed
    .replace(BROKEN_NUMBER, '$1$2')
    .replace(BESIDE_HAN, '')
    .replace(BETWEEN_LATIN_WORDS, ' ');
}

/** The text without what a converter left of Word's bookmarks. */
export function withoutResidue(text: string): string {
  return text.includes('[bookmark:') ? text.replace(RESIDUE, '') : text;
}

/** The text as it is read: without residue and layout spaces. */
export function cleanText(text: string): string {
  return withoutLayoutSpaces(withoutResidue(text));
}

const NOT_OF_LABELS = /[\s：（）％０-９]/;

/** The words of a label for comparing: no spaces, half-width signs: `其中: 财政 资金` is `其中:财政资金`. */
export function labelWords(text: string): string {
  if (!NOT_OF_LABELS.test(text)) return text;
  return halfWidth(text.replace(/\s/g, ''));
}
