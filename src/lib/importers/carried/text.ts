import { noteStart, textOf } from './lines-of-sheet.ts';
import type { ReadForm } from './printed-sheet.ts';

/**
 * Reads prose: its heading, its paragraphs, and its note, which lengths tell from the last of them. A
 * table that was put between them is no part of it.
 */
export const readProseText: ReadForm = (lines, carried) => {
  const [heading, ...below] = lines;
  const end = below.findIndex(({ level }) => level !== undefined);
  const inside = end < 0 ? below : below.slice(0, end);
  const own = inside.filter(({ row }) => row === undefined);
  const noteAt = noteStart(own, carried.fields.body ?? 0, carried.note);
  return {
    name: heading!.text,
    fields: {
      body: own
        .slice(0, noteAt)
        .map(({ text }) => text)
        .join('\n')
    },
    columnTitles: [],
    rows: null,
    note: textOf(own.slice(noteAt)),
    rest: [...inside.filter(({ row }) => row !== undefined), ...below.slice(inside.length)]
  };
};
