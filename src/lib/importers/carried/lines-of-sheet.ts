import { MONEY_UNIT_LABEL } from '#lib/model/project-layout.ts';
import { isBlank, type Line, type TableRow } from '../paper/lines.ts';

/** The lines of a sheet, apart: those above its table, the rows, those below. */
export interface SheetLines {
  /** Its heading and, where its form has one, the line above the table. */
  readonly above: readonly Line[];
  readonly rows: readonly TableRow[];
  readonly note: string;
  /** From the next heading on, or the next table and the line above it that belongs to it. */
  readonly rest: readonly Line[];
}

/**
 * Takes the lines of a sheet apart.
 * @param above how many lines stand above the table, or above the note where there is none
 */
export function takeApart(lines: readonly Line[], above: number): SheetLines {
  const firstRow = lines.findIndex(({ row }) => row !== undefined);
  const top = firstRow < 0 ? Math.min(above, lines.length) : firstRow;
  const table = lines[top]?.row?.table;
  const bottom = firstBeyond(lines, top, ({ row }) => table !== undefined && row?.table === table);
  const next = firstBeyond(
    lines,
    bottom,
    ({ row, level }) => row === undefined && level === undefined
  );
  const isHeaded = next > bottom && lines[next]?.row !== undefined;
  const end = isHeaded && HEAD_LINE.test(lines[next - 1]!.text) ? next - 1 : next;
  return {
    above: lines.slice(0, top),
    rows: lines.slice(top, bottom).flatMap(({ row }) => row ?? []),
    note: textOf(lines.slice(bottom, end)),
    rest: lines.slice(end)
  };
}

/** The line above a table, whose own heading was deleted. */
const HEAD_LINE = new RegExp(`\\t${MONEY_UNIT_LABEL}`);

/** Paragraphs ended by LF; empty where all of them are blank. */
export function textOf(lines: readonly Line[]): string {
  return lines.every(isBlank) ? '' : lines.map(({ text }) => text).join('\n');
}

function firstBeyond(
  lines: readonly Line[],
  from: number,
  within: (line: Line) => boolean
): number {
  const beyond = lines.findIndex((line, index) => index >= from && !within(line));
  return beyond < 0 ? lines.length : beyond;
}

/**
 * The place among the last lines of a sheet where its note begins: behind a text that has the length it
 * had, or before a note that has; behind the last line where neither has, or there was no note.
 */
export function noteStart(lines: readonly Line[], textLength: number, noteLength: number): number {
  if (noteLength === 0) return lines.length;
  // The lengths of the texts up to each line, each with the LF behind it.
  const ends = [0];
  for (const { text } of lines) ends.push(ends.at(-1)! + text.length + 1);
  const whole = ends.at(-1)!;
  const byText = ends.findIndex((end) => Math.max(0, end - 1) === textLength);
  const byNote = ends.findIndex((end) => whole - end - 1 === noteLength);
  return [byText, byNote].find((place) => place >= 0) ?? lines.length;
}
