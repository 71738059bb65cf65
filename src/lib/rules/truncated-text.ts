import { remember } from '#lib/model/remember.ts';
import type { SheetRule } from './rule.ts';
import { searchTexts, type Found } from './sheet-texts.ts';

/** What no sentence ends with: a comma, an opening bracket, a word that joins two others. */
const BROKEN = /(?:[，、,（(《“〔]|以及|并且|或者|[和及与])[ \t]*$/gm;

/** How much of the text before the break is shown. */
const SHOWN = 12;

const LONG_ENOUGH = 6;

/** A paragraph, or a cell, that breaks off; a paragraph that goes on in the next line does not. */
const findBreaks = remember(
  searchTexts((text): readonly Found[] =>
    [...text.matchAll(BROKEN)].flatMap(({ index, 0: end }) => {
      const from = text.lastIndexOf('\n', index - 1) + 1;
      const isLong = index - from >= LONG_ENOUGH;
      const next = text.slice(index + end.length + 1).trimStart();
      const goesOn =
        next !== '' &&
        !/^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）、.．]|[^\n：:]{2,8}[：:])/.test(next);
      return isLong && !goesOn ? [{ range: [index, index + end.length] as const }] : [];
    })
  )
);

/** A sentence ends. Missing full stops are let be: only what cannot be an end is reported. */
export const truncatedText: SheetRule = {
  code: 'truncated-text',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['text', 'brief', 'project'],
  title: '句子没有写完',
  source: '文字应完整',
  message: ({ end }) =>
    `“……${end}”到这里断了。多半是粘贴时丢了后半句，读者不知要说什么，请补全，或改为句号。`,
  english: {
    title: 'A sentence breaks off',
    message: ({ end }) =>
      `The text breaks off at “…${end}”. The rest may have been lost when it was pasted: complete it, or end it with a full stop.`
  },
  examples: { bad: '防止险情发生，', good: '防止险情发生。' },
  check: (sheet) =>
    findBreaks(sheet).map(({ place, text, match }) => ({
      place,
      values: {
        end: text.slice(Math.max(0, match.range[1] - SHOWN), match.range[1]).replace(/[“”\n]/g, '')
      }
    }))
};
