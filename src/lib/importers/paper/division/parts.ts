import { PART_ONE, PART_TWO } from '#lib/model/outline.ts';
import { headingOf, HEADING_LENGTH, sectionOf } from './headings.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import { isBlank, isTabbed, type Line } from '../lines.ts';

/** A heading over sheets: 第一部分 部门整体绩效目标, on one line or on two, or 2023年单位预算公开表. */
export interface Part {
  /** As the path of a sheet has it. */
  readonly title: string;
  /** The lines it takes, as indexes: the first, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** Its title where it stands directly below the heading of another part; null where it never does. */
  readonly nested: string | null;
}

const NUMBERED = /^(第[一二三四五六]部分)\s*([^，。；：]{0,40})$/;
const TITLE_BELOW = /^[\p{Script=Han}“”"（）()]{2,24}$/u;
const TARGETS = /^(?:部门|单位)?(整体绩效目标|预算项目绩效目标)$/;
const PUBLISHED =
  /^(?:[一二三四五]、)?(?:\S{2,40} ?)?\d{4}年度?(?:单位|部门)?预算(?:公开表|(?:信息)?公开情况(?:的)?说明|绩效信息)$/;
const UNIT_ABOVE = /^[\p{Script=Han}（）()]{4,40}$/u;

/**
 * The part whose heading begins on a line; null where none does.
 * @param floor the index of the first line that nothing above has taken
 */
export function partAt(lines: readonly Line[], index: number, floor: number): Part | null {
  const line = lines[index]!;
  if (line.text.length > HEADING_LENGTH || isTabbed(line) || isBlank(line)) return null;
  const text = cleanText(line.text);
  const here = { first: index, end: index + 1, nested: null };
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const [, number, rest] = numbered;
    if (rest !== '') return { ...here, title: `${number} ${rest}` };
    const below = titleBelow(lines, index);
    return below === null
      ? { ...here, title: number! }
      : { ...here, title: `${number} ${cleanText(lines[below]!.text)}`, end: below + 1 };
  }
  const targets = TARGETS.exec(text)?.[1];
  if (targets) {
    return { ...here, title: targets === '整体绩效目标' ? PART_ONE : PART_TWO, nested: text };
  }
  if (PUBLISHED.test(text)) {
    const above = /^\d/.test(text) ? unitAbove(lines, index, floor) : null;
    return above === null
      ? { ...here, title: text }
      : { ...here, title: `${cleanText(lines[above]!.text)} ${text}`, first: above };
  }
  const marked = line.level === 1 && headingOf(line) === null && sectionOf(line) === null;
  return marked ? { ...here, title: text } : null;
}

/** Behind more blank lines than this no title follows a number. */
const TITLE_DISTANCE = 12;

/** The number of the part stands alone on its line: the title is the next line, if that can be one. */
function titleBelow(lines: readonly Line[], index: number): number | null {
  for (let below = index + 1; below <= index + TITLE_DISTANCE; below += 1) {
    const line = lines[below];
    if (!line || isTabbed(line) || line.text.length > HEADING_LENGTH) return null;
    if (isBlank(line)) continue;
    const isTitle = TITLE_BELOW.test(cleanText(line.text)) && !sectionOf(line) && !headingOf(line);
    return isTitle ? below : null;
  }
  return null;
}

/** Whose tables they are may stand on a line of its own above the title. */
function unitAbove(lines: readonly Line[], index: number, floor: number): number | null {
  for (let above = index - 1; above >= floor; above -= 1) {
    const line = lines[above]!;
    if (isBlank(line)) continue;
    return !isTabbed(line) && UNIT_ABOVE.test(cleanText(line.text)) ? above : null;
  }
  return null;
}
