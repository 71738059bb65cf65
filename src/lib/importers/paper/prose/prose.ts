import { cleanText } from '../cleaning/layout-spaces.ts';
import type { Ledger } from '../ledger.ts';
import { isBlank, type Line } from '../lines.ts';

const SENTENCE_END = /[。！？；：!?;:]["'”’）)》」]*$/;
const SENTENCE_INSIDE = /[。！？；：!?;:]/;

/** How a numbered item begins: `（一）`, `2、`. It may be a title on a line of its own. */
const NUMBERED = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,3}[)）、.．](?!\d))/;

/** How other items and labelled paragraphs begin: `第三章`, `三是`, `③`, `绩效目标：`. */
const OTHER_START =
  /^(?:第[一二三四五六七八九十]{1,3}[部章节条]|[一二三四五六七八九十]{1,2}是|[①-⑳]|[^，。；]{2,8}[：:])/;

/** Shorter lines than this end where their author ended them. Converters wrap at 25 to 35 characters. */
const WRAPPED_LENGTH = 20;

/**
 * The paragraphs of a prose section, one a line. Lines that a converter broke are joined where a
 * careful reader would: the upper one is long and ends inside a sentence, the lower one begins no item.
 * Where that is not sure the break stays.
 * @param sheet the id of the sheet the notes speak of
 * @param field the field of it that the text is for
 */
export function readProse(
  lines: readonly Line[],
  sheet: string,
  ledger: Ledger,
  field = 'body'
): string {
  const paragraphs: string[][] = [];
  let acrossPages = false;
  for (const line of lines.filter((line) => !isBlank(line))) {
    const text = cleanText(line.text.replaceAll('\t', ' '));
    ledger.place(line.number);
    const above = paragraphs.at(-1);
    if (above && isBroken(above, text, acrossPages)) {
      above.push(text);
      const note = '换行处断开的句子已与上一行接成一段。';
      ledger.note('repaired', line.number, note, { sheet, field });
    } else {
      paragraphs.push([text]);
    }
    acrossPages = line.endsPage ?? false;
  }
  return paragraphs.map(joinLines).join('\n');
}

/** Whether a paragraph, given by its lines so far, goes on in the line below, or on the next page. */
function isBroken(paragraph: readonly string[], below: string, acrossPages: boolean): boolean {
  const above = paragraph.at(-1)!;
  return (
    above.length >= WRAPPED_LENGTH &&
    !SENTENCE_END.test(above) &&
    !NUMBERED.test(below) &&
    !OTHER_START.test(below) &&
    (acrossPages || !(paragraph.length === 1 && isItemTitle(above)))
  );
}

/** `（一）加强队伍建设，…`: a numbered item that has no sentence in it is a title. */
function isItemTitle(text: string): boolean {
  return NUMBERED.test(text) && !SENTENCE_INSIDE.test(text);
}

function joinLines(lines: readonly string[]): string {
  return lines
    .map((line, index) => (isBetweenLatinWords(lines[index - 1] ?? '', line) ? ` ${line}` : line))
    .join('');
}

function isBetweenLatinWords(above: string, below: string): boolean {
  return /[A-Za-z]/.test(above.slice(-1)) && /[A-Za-z]/.test(below.slice(0, 1));
}
