import { withoutResidue } from './layout-spaces.ts';
import type { Ledger } from '../ledger.ts';
import { isBlank, type Line } from '../lines.ts';

/** What converters to Markdown write into a text, and what stands there without it. */
const MARKS: readonly (readonly [mark: string, pattern: RegExp, instead: string])[] = [
  // A dash that a person put there stands in front of words, not of an item's number.
  ['- ', /^(\s*)- (?=\s*(?:[（(]?\d{1,2}\s*[)）.．、]|[一二三四五六七八九十]{1,3}、))/, '$1'],
  ['**', /\*\*([^*\n]{1,200})\*\*/g, '$1'],
  ['<u> </u>', /<u>\s*<\/u>/g, '']
];

/** A mended line and the marks that were taken out of it. */
interface Mended {
  readonly line: Line;
  readonly marks: readonly string[];
}

/**
 * The lines without the marks of Markdown, and lines that held nothing but a bookmark blank. A line of a
 * table that the file marks itself was not written by such a converter and stays as it is.
 */
export function withoutConverterMarks(lines: readonly Line[], ledger: Ledger): Line[] {
  const mended = lines.map(mend);
  noteMarks(mended, ledger);
  return mended.map(({ line }) => {
    if (isBlank(line) || line.row || withoutResidue(line.text).trim() !== '') return line;
    ledger.recognise(line.number);
    ledger.note('repaired', line.number, '转换软件留下的书签标记已去掉。');
    return { ...line, text: '' };
  });
}

function mend(line: Line): Mended {
  if (line.row) return { line, marks: [] };
  const found = MARKS.filter(([, pattern]) => line.text.search(pattern) >= 0);
  if (found.length === 0) return { line, marks: [] };
  const text = found.reduce(
    (rest, [, pattern, instead]) => rest.replace(pattern, instead),
    line.text
  );
  return { line: { ...line, text }, marks: found.map(([mark]) => mark) };
}

/** One note for each run of lines with the same marks. */
function noteMarks(mended: readonly Mended[], ledger: Ledger): void {
  let run: { readonly marks: readonly string[]; readonly first: number; last: number } | null =
    null;
  const noteRun = () => {
    if (run) noteTaken(run.marks, run.first, run.last, ledger);
    run = null;
  };
  for (const { line, marks } of mended) {
    if (marks.length === 0 && isBlank(line)) continue;
    if (run?.marks.join() !== marks.join()) noteRun();
    if (marks.length === 0) continue;
    if (run) run.last = line.number;
    else run = { marks, first: line.number, last: line.number };
  }
  noteRun();
}

function noteTaken(marks: readonly string[], first: number, last: number, ledger: Ledger): void {
  const where = first === last ? '' : `第 ${first} 至 ${last} 行里`;
  const quoted = marks.map((mark) => `“${mark}”`).join('、');
  ledger.note('repaired', first, `${where}转换软件留下的标记${quoted}已去掉。`);
}
