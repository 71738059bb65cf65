import type { Fix } from '#lib/model/problem.ts';
import { remember } from '#lib/model/remember.ts';
import { changeTo } from './fix-labels.ts';
import { KNOWN_TYPOS } from './known-typos.ts';
import { replaceFound } from './replace-found.ts';
import type { SheetRule } from './rule.ts';
import { matchesOf, searchTexts, textOf, type Found, type FoundAt } from './sheet-texts.ts';

/** The longest first, so that 反邢教 is not found as 邢教; and the same mark twice or more. */
const TYPOS = new RegExp(
  [...Object.keys(KNOWN_TYPOS).sort((a, b) => b.length - a.length), '([，。、；])\\1+'].join('|'),
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
      const right = correct(textOf(found));
      return {
        place: found.place,
        values: { found: textOf(found), right },
        fixes: [
          found.place.row === undefined ? replaceFound(sheet, found, right) : correctCell(found)
        ]
      };
    })
};

function correct(found: string): string {
  return KNOWN_TYPOS[found] ?? found.slice(0, 1);
}

/** A cell reports its first slip alone, so that its fix corrects them all. */
function correctCell({ place, text }: FoundAt<Found>): Fix {
  const corrected = text.replace(TYPOS, (found) => correct(found));
  const label = changeTo(corrected);
  const { row = '', column = '' } = place;
  return { label, edit: { label, changes: [{ do: 'cell', row, column, text: corrected }] } };
}
