import { disclosureFormOf } from '#lib/model/disclosure-forms.ts';
import type { Ledger } from '../ledger.ts';
import { isTabbed, type Line } from '../lines.ts';

/** A sentence that has ended, and behind it on the same line what may be the title of a table. */
const SENTENCE_AND_TITLE = /^(.*[。；])\s*([^。；]{4,40})$/s;

const HALF = 0.5;

/**
 * The lines with the title of a disclosure table on a line of its own, where a converter glued it to the
 * sentence above it. It then has a number between those of two lines, and so an account of its own.
 */
export function withTitlesApart(lines: readonly Line[], ledger: Ledger): Line[] {
  return lines.flatMap((line) => {
    if (isTabbed(line)) return [line];
    const [, sentence, title] = SENTENCE_AND_TITLE.exec(line.text) ?? [];
    if (sentence === undefined || title === undefined || !disclosureFormOf(title)) return [line];
    ledger.note('repaired', line.number, `表名“${title.trim()}”接在上一句后面，已另起一行。`);
    return [
      { ...line, text: sentence },
      { ...line, number: line.number + HALF, text: title }
    ];
  });
}
