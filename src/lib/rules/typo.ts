import { KNOWN_TYPOS } from './known-typos.ts';
import { remember } from './remember.ts';
import { replaceFound } from './replace-found.ts';
import type { SheetRule } from './rule.ts';
import { matchesOf, searchTexts, textOf } from './sheet-texts.ts';

/** The longest first, so that 反邢教 is not found as 邢教. */
const TYPOS = new RegExp(
  Object.keys(KNOWN_TYPOS)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g'
);

const findTypos = remember(searchTexts(matchesOf(TYPOS)));

/** Known slips of the pen or of an input method. The fix writes what was meant. */
export const typo: SheetRule = {
  code: 'typo',
  severity: 'info',
  scope: 'sheet',
  kinds: ['project', 'brief', 'text', 'free'],
  title: '错别字',
  source: '常见错别字表',
  message: ({ found, right }) => `“${found}”应为“${right}”。公开的文本不应有错别字，请改正。`,
  english: {
    title: 'A misspelling',
    message: ({ found, right }) =>
      `“${found}” should be “${right}”. A published paper should not have misspellings: correct it.`
  },
  examples: { bad: '安排布署', good: '安排部署' },
  check: (sheet) =>
    findTypos(sheet).map((found) => {
      const right = KNOWN_TYPOS[textOf(found)] ?? '';
      return {
        place: found.place,
        values: { found: textOf(found), right },
        fixes: [replaceFound(sheet, found, right)]
      };
    })
};
