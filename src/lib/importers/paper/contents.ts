import { isWholePaper } from '#lib/model/outline.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Block } from './division/blocks.ts';
import { isContentsTitle, splitEntry } from './division/contents-list.ts';
import { cleanText } from './cleaning/layout-spaces.ts';
import { linesWithinLimit } from './cleaning/limits.ts';
import type { Ledger } from './ledger.ts';
import { isBlank, type Line } from './lines.ts';

/** A line of a 目录: what it says and its page, which may be missing. */
interface Entry {
  readonly number: number;
  readonly title: string;
  readonly page: string;
}

/**
 * The 目录 that a paper prints, as `Workbook.contents` holds it: empty where a whole paper has none, null
 * where the lines are only a part of one, of which nobody asks for a 目录.
 */
export function readContents(
  blocks: readonly Block[],
  sheets: readonly Sheet[],
  ledger: Ledger
): string | null {
  const lists = blocks.filter(({ kind }) => kind === 'contents');
  if (lists.length === 0) return isWholePaper(sheets) ? '' : null;
  const entries = lists.flatMap(({ body }) => joined(readList(body, ledger)));
  const printed = entries.map(({ number, title, page }) => ({
    number,
    text: page === '' ? title : `${title}\t${page}`
  }));
  return linesWithinLimit(printed, ledger).join('\n');
}

/** The entries of a list; its title, which a new page may repeat, is none. */
function readList(lines: readonly Line[], ledger: Ledger): Entry[] {
  const printed = lines.filter((line) => !isBlank(line));
  ledger.note('recognised', printed[0]!.number, `目录，${printed.length} 行。`);
  return printed.flatMap((line) => {
    const { number } = line;
    const { title, page } = splitEntry(line);
    if (isContentsTitle(line)) {
      ledger.recognise(number);
      return [];
    }
    ledger.place(number);
    return [{ number, title: withPart(cleanText(title)), page }];
  });
}

const NUMBERED =
  /^(?:-\s*)?(?:第[一二三四五六]部分|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．])/;

/** The entry of a part as the headings of parts are written, with a space behind its number. */
function withPart(title: string): string {
  return title.replace(/^(第[一二三四五六]部分)(?=\S)/, '$1 ');
}

/** Entries that were broken over two lines in one: only the end of one has a page, and no number. */
function joined(entries: readonly Entry[]): Entry[] {
  const whole: Entry[] = [];
  for (const entry of entries) {
    const before = whole.at(-1);
    const goesOn = before?.page === '' && entry.page !== '' && !NUMBERED.test(entry.title);
    if (before && goesOn)
      whole.splice(-1, 1, { ...entry, title: withPart(before.title + entry.title) });
    else whole.push(entry);
  }
  return whole;
}
