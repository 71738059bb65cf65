import { disclosureFormOf, type DisclosureForm } from '#lib/model/disclosure-forms.ts';
import { briefLabelOf } from '../prose/brief-labels.ts';
import { cleanText, withoutResidue } from '../cleaning/layout-spaces.ts';
import { isTabbed, type Line } from '../lines.ts';

/** A line that begins a sheet of the paper. Parts, which take several lines, are in `parts.ts`. */
export type Heading =
  | { readonly kind: 'section'; readonly number: string; readonly title: string }
  | { readonly kind: 'table'; readonly number: string; readonly title: string }
  | { readonly kind: 'brief'; readonly title: string; readonly projectName: string }
  | {
      readonly kind: 'disclosure';
      readonly number: string;
      readonly title: string;
      readonly form: DisclosureForm;
    };

const NUMBER = '\\d{1,3}\\s*[.、．]|[（(]\\d{1,3}[）)]';
const TABLE = new RegExp(`^(?:(${NUMBER})\\s*)?((?:\\S[^。；]{0,120})?绩效目标表)$`);
const SECTION = /^([一二三四五六七八九十]{1,3}、)\s*(\S[^。；：]{0,40})$/;
const BRIEF =
  /^(?:关于)?(\S[^。；，：]{0,60}?)(?:项目)?绩效目标(?:和|及)?指标(?:设置)?(?:情况)?的?说明$/;
const DISCLOSURE = new RegExp(`^(?:(${NUMBER}|[一二三四五六七八九十]{1,3}、)\\s*)?(\\S.{2,60})$`);

/** Longer lines are no headings, whatever they hold. */
export const HEADING_LENGTH = 300;

/** The titles of prose sections that papers are known to have, with or without 部门. */
const KNOWN_SECTION = /^(?:部门|单位)?(?:总体绩效目标|分项绩效目标|工作保障措施|绩效文本信息)$/;

/** Headings below this level, where the file says which they have, are inside a section. */
const SECTION_LEVEL = 2;

/**
 * The heading that a line is, null where it is none. Inside a section other numbered headings stand
 * (一、政治安全…), so one of a section is known by its title, or because the file marks it: by Word's
 * bookmark, or as a heading.
 */
export function headingOf(line: Line): Heading | null {
  if (line.text.length > HEADING_LENGTH || isTabbed(line)) return null;
  const text = cleanText(line.text);
  const section = sectionOf(line);
  const isKnown = section !== null && (isMarked(line) || KNOWN_SECTION.test(section.title));
  // A group of a brief is no section, though a file may mark it as a heading.
  const isOwn = isKnown && briefLabelOf(text)?.field !== null;
  if (!TITLE_END.test(text)) return isOwn ? section : null;
  return tableOrBriefOf(text) ?? (isOwn ? section : disclosureOf(text));
}

/** What the titles of tables and of briefs end in: 表, 说明, 预算, 情况. */
const TITLE_END = /[表明算况]$/;

function isMarked(line: Line): boolean {
  return withoutResidue(line.text) !== line.text || (line.level ?? Infinity) <= SECTION_LEVEL;
}

function tableOrBriefOf(text: string): Heading | null {
  const table = TABLE.exec(text);
  if (table) return { kind: 'table', number: table[1] ?? '', title: table[2]! };
  const brief = BRIEF.exec(text);
  return brief ? { kind: 'brief', title: text, projectName: brief[1]! } : null;
}

/** A line that would be the heading of a section if it stood where one is expected. */
export function sectionOf(line: Line): Extract<Heading, { kind: 'section' }> | null {
  if (line.text.length > HEADING_LENGTH || isTabbed(line)) return null;
  const [, number, title] = SECTION.exec(cleanText(line.text)) ?? [];
  return number && title ? { kind: 'section', number, title } : null;
}

function disclosureOf(text: string): Extract<Heading, { kind: 'disclosure' }> | null {
  const [, number = '', title = ''] = DISCLOSURE.exec(text) ?? [];
  const form = disclosureFormOf(title);
  return form && { kind: 'disclosure', number, title, form };
}
