import { TITLE_ANCHOR } from '#lib/model/skeleton.ts';
import { cleanText } from './cleaning/layout-spaces.ts';
import type { Ledger } from './ledger.ts';
import { isBlank, type Line } from './lines.ts';

/** What the cover says; what it does not say is empty or null. */
export interface Cover {
  readonly title: string;
  readonly year: number | null;
  readonly department: string;
}

const TITLE = /^([^。；]{0,40})(\d{4})年[^。；]{0,40}(?:绩效|预算)[^。；]{0,40}$/;
const AUTHOR = /^(.{2,40}?)编制$/;
const AUDITOR = /^.{2,40}审核$/;
const DATE = /^(?:\d{4}|[二〇○零一三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月/;
const UNIT_LINE = /^[^\s，。；：]{2,30}$/;

/**
 * Reads the lines before the first heading: the title, on one line or with the unit on a line of its
 * own above it, who made the paper and who examined it. Other lines are left to the ledger.
 */
export function readCover(lines: readonly Line[], ledger: Ledger): Cover {
  const printed = lines
    .filter((line) => !isBlank(line))
    .map(({ number, text, begins }) => ({ number, text: cleanText(text), begins }));
  const authorLine = printed.find(({ text }) => AUTHOR.test(text));
  const auditorLine = printed.find(({ text }) => AUDITOR.test(text));
  const dateLine = printed.find(({ text }) => DATE.test(text) && !TITLE.test(text));
  const marked = printed.findIndex(({ begins }) => begins === TITLE_ANCHOR);
  const titleIndex = marked < 0 ? printed.findIndex(({ text }) => TITLE.test(text)) : marked;
  const titleLine = printed[titleIndex];
  const above = printed[titleIndex - 1];
  const title = TITLE.exec(titleLine?.text ?? '');
  const unitLine = title?.[1] === '' && above && UNIT_LINE.test(above.text) ? above : undefined;
  const found = printed.filter((line) =>
    [unitLine, titleLine, authorLine, auditorLine, dateLine].includes(line)
  );
  const [first] = found;
  if (first) {
    ledger.recognise(...found.map(({ number }) => number));
    ledger.note('recognised', first.number, `封面：${found.map(({ text }) => text).join('，')}`);
  }
  return {
    title: titleLine ? `${unitLine?.text ?? ''}${titleLine.text}` : '',
    year: title ? Number(title[2]) : null,
    department: authorLine ? AUTHOR.exec(authorLine.text)![1]! : ''
  };
}
