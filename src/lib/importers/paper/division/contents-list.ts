import { HEADING_LENGTH, headingOf } from './headings.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import { isBlank, type Line } from '../lines.ts';
import { partAt } from './parts.ts';

const CONTENTS_TITLE = /^(?:\d{4}年[^，。；：]{0,24})?目录$/;

/** An entry that ends in dots or a tab and a page number. */
const ENTRY = /^\s*\S.*?(?:(?:[.．·…]{3,}|…{1,2})\s*|\t+\s*)\d{1,4}\s*$/;

/** An entry without a page number begins with a number of its own. */
const NUMBERED_ENTRY =
  /^\s*(?:\d{1,2}\s*[.、．]|[一二三四五六七八九十]{1,3}、)\s*\S[^。；：]{0,60}$/;

const LEADER = /(?:(?:[.．·…]{3,}|…{1,2})\s*|\t+\s*)(\d{1,4})\s*$/;

/** What stands between title and page where the file itself says that the line is an entry. */
const MARKED_LEADER = /[\s.．·…]+(\d{1,4})\s*$/;

/** An entry whose page is missing. */
const BARE_LEADER = /[\s.．·…]{3,}$/;

/** Whether a line is the title of a 目录. */
export function isContentsTitle({ text }: Line): boolean {
  return CONTENTS_TITLE.test(cleanText(text.slice(0, HEADING_LENGTH)));
}

/** What an entry says, and its page; empty where it has none. */
export function splitEntry({ text, inContents }: Line): { title: string; page: string } {
  const leader = (inContents ? MARKED_LEADER : LEADER).exec(text);
  if (leader) return { title: text.slice(0, leader.index).trim(), page: leader[1]! };
  return { title: text.trim().replace(BARE_LEADER, ''), page: '' };
}

/**
 * How many lines from `start` on are a table of contents (目录); 0 where none begins there.
 * It ends where a line is neither entry nor heading, or where a heading comes a second time, which is
 * the paper itself beginning. Only a list with a title may have entries without page numbers; a new page
 * may repeat that title.
 */
export function contentsLength(lines: readonly Line[], start: number): number {
  const first = lines[start];
  if (!first || first.text.length > HEADING_LENGTH) return 0;
  const titled = isContentsTitle(first);
  const marked = markedLength(lines, titled ? start + 1 : start);
  if (marked > 0) return titled ? marked + 1 : marked;
  if (!titled && !hasLeader(first)) return 0;
  const seen = new Set<string>();
  let length = titled ? 1 : 0;
  for (let index = start + length; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    const isEntry = line.text.length <= HEADING_LENGTH && ENTRY.test(line.text);
    const isNumbered =
      titled && line.text.length <= HEADING_LENGTH && NUMBERED_ENTRY.test(line.text);
    const isTitle = titled && isContentsTitle(line);
    if (!isEntry && !isNumbered && !isTitle && !isHeading(lines, index)) break;
    const key = entryKey(line);
    if (!isEntry && !isTitle && seen.has(key)) break;
    seen.add(key);
    length = index - start + 1;
  }
  return length;
}

/** How many lines from `start` on the file itself marks as a table of contents, blank ones among them. */
function markedLength(lines: readonly Line[], start: number): number {
  let length = 0;
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (line.inContents) length = index - start + 1;
    else if (!isBlank(line)) break;
  }
  return length;
}

function isHeading(lines: readonly Line[], index: number): boolean {
  return headingOf(lines[index]!) !== null || partAt(lines, index, index) !== null;
}

function hasLeader(line: Line): boolean {
  return /[.．·…]{3,}\s*\d{1,4}\s*$/.test(line.text);
}

/** 第一部分 in the list and 第一部分 on its own line below are the same heading. */
function entryKey(line: Line): string {
  const words = cleanText(line.text.replace(LEADER, '')).replace(/\s/g, '');
  return /^第[一二三四五]部分/.exec(words)?.[0] ?? words;
}
