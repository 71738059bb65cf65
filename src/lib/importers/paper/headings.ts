import { cleanText, withoutResidue } from './layout-spaces.ts';
import { isTabbed, type Line } from './lines.ts';

/** A line that begins a part of the paper. */
export type Heading =
  | { readonly kind: 'part' }
  | { readonly kind: 'section'; readonly number: string; readonly title: string }
  | { readonly kind: 'table'; readonly number: string; readonly title: string };

const PART = /^第[一二三四五]部分[^，。；：]{0,40}$/;
const PART_TITLE = /^(?:部门|单位)?(?:整体绩效目标|预算项目绩效目标)$/;
const TABLE = /^(?:(\d{1,3}\s*[.、．]|[（(]\d{1,3}[）)])\s*)?(\S[^。；]{0,120}绩效目标表)$/;
const SECTION = /^([一二三四五六七八九十]{1,3}、)\s*(\S[^。；：]{0,40})$/;

/** Longer lines are no headings, whatever they hold. */
export const HEADING_LENGTH = 300;

/** The titles of prose sections that papers are known to have, with or without 部门. */
const KNOWN_SECTION = /^(?:部门|单位)?(?:总体绩效目标|分项绩效目标|工作保障措施)$/;

/**
 * The heading that a line is, null where it is none. Inside a section other numbered headings stand
 * (一、政治安全…), so one of a section is known by its title, or by the bookmark that Word gave it.
 */
export function headingOf(line: Line): Heading | null {
  if (line.text.length > HEADING_LENGTH || isTabbed(line)) return null;
  const text = cleanText(line.text);
  if (PART.test(text) || PART_TITLE.test(text)) return { kind: 'part' };
  const table = TABLE.exec(text);
  if (table) return { kind: 'table', number: table[1] ?? '', title: table[2]! };
  const section = SECTION.exec(text);
  if (!section) return null;
  const [, number, title] = section;
  const marked = withoutResidue(line.text) !== line.text;
  return marked || KNOWN_SECTION.test(title!)
    ? { kind: 'section', number: number!, title: title! }
    : null;
}
