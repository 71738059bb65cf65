import { isUnitLine } from '#lib/model/project-layout.ts';
import { TITLE_ANCHOR } from '#lib/model/skeleton.ts';
import { cleanText } from './cleaning/layout-spaces.ts';
import { linesWithinLimit } from './cleaning/limits.ts';
import type { Ledger } from './ledger.ts';
import { isBlank, type Line } from './lines.ts';

/** What the cover says; what it does not say is empty or null. */
export interface Cover {
  readonly title: string;
  readonly year: number | null;
  readonly department: string;
  /** The other lines, as `Workbook.cover` holds them. */
  readonly further: string;
}

const TITLE = /^([^。；]{0,40})(\d{4})年[^。；]{0,40}(?:绩效|预算)[^。；]{0,40}$/;
const AUTHOR = /^(.{2,40}?)编制$/;
const LABELLED_AUTHOR = /^编制(?:单位|部门)[:：]\s*(\p{Script=Han}.{1,39})$/u;
const AUDITOR = /^.{2,40}审核$/;
const DATE = /^(?:\d{4}|[二〇○零一三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月/;
/** What stands before a name, a date or a blank to be filled in. */
const LABELLED =
  /^.{0,8}(?:编制|审核|审定|复核|校对|负责|主管|填报|填表|制表|经办|联系|日期|时间|电话).{0,4}[:：]/;
const UNIT_LINE = /^[^\s，。；：]{2,30}$/;

/** Longer lines, and sentences, are prose. */
const SHORT_LINE = /^[^。；]{1,40}$/;

/**
 * Reads the lines before the first heading: the title, on one line or with the unit on a line of its
 * own above it, who made the paper and who examined it, and what else a cover says around these. Other
 * lines are left to the ledger.
 */
export function readCover(lines: readonly Line[], ledger: Ledger): Cover {
  const printed = lines
    .filter((line) => !isBlank(line))
    .map(({ number, text, begins }) => ({ number, text: cleanText(text), begins }));
  const authorLine = printed.find(({ text }) => authorIn(text) !== null);
  const auditorLine = printed.find(({ text }) => AUDITOR.test(text));
  const dateLine = printed.find(({ text }) => DATE.test(text) && !TITLE.test(text));
  const marked = printed.findIndex(({ begins }) => begins === TITLE_ANCHOR);
  const titleIndex = marked < 0 ? printed.findIndex(({ text }) => TITLE.test(text)) : marked;
  const titleLine = printed[titleIndex];
  const above = printed[titleIndex - 1];
  const title = TITLE.exec(titleLine?.text ?? '');
  const unitLine = title?.[1] === '' && above && UNIT_LINE.test(above.text) ? above : undefined;
  const said = [unitLine, titleLine, authorLine];
  const known = [...said, auditorLine, dateLine];
  const isCover = titleLine !== undefined && printed.some((line) => isOfCover(line.text));
  const end = isCover ? printed.findIndex(({ text }) => !SHORT_LINE.test(text)) : 0;
  const beside = end < 0 ? printed : printed.slice(0, end);
  const found = printed.filter(
    (line) => known.includes(line) || (beside.includes(line) && !isUnitLine(line.text))
  );
  const further = found.filter((line) => !said.includes(line));
  const [first] = found;
  if (first) {
    ledger.recognise(...found.map(({ number }) => number));
    ledger.note('recognised', first.number, `封面：${found.map(({ text }) => text).join('，')}`);
  }
  ledger.place(...further.map(({ number }) => number));
  return {
    title: titleLine ? `${unitLine?.text ?? ''}${titleLine.text}` : '',
    year: title ? Number(title[2]) : null,
    department: authorIn(authorLine?.text ?? '') ?? '',
    further: linesWithinLimit(further, ledger).join('\n')
  };
}

function authorIn(text: string): string | null {
  const [, name = null] = AUTHOR.exec(text) ?? LABELLED_AUTHOR.exec(text) ?? [];
  return name;
}

function isOfCover(text: string): boolean {
  const isDate = DATE.test(text) && !TITLE.test(text);
  return isDate || authorIn(text) !== null || AUDITOR.test(text) || LABELLED.test(text);
}
