import type { Note } from '#lib/model/note.ts';
import type { Line } from '../paper/lines.ts';
import type { Source } from '../source.ts';
import { alignedTexts } from './aligned-lines.ts';
import type { Page, RuledTable } from './page.ts';
import { isEntry, joinParagraphs, type PlacedLine } from './paragraphs.ts';
import { gridRows, passagesOf, type Passage } from './passages.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** The most texts that a note quotes. */
const QUOTED = 3;

/** The lines that the pages of a document hold; null where they hold no text, as those of a scan. */
export function sourceOf(pages: readonly Page[]): Source | null {
  const { pages: bodies, leftOut } = withoutRunningHeads(pages);
  const lines = linesOf(passagesOf(bodies));
  if (lines.every(({ text }) => text.trim() === '')) return null;
  return { lines, notes: [...notesOnHeads(leftOut), ...notesOnPages(pages)] };
}

function linesOf(passages: readonly Passage[]): Line[] {
  let tables = 0;
  return passages
    .flatMap((passage): Omit<Line, 'number'>[] => {
      if (passage.kind === 'text') return textLines(passage.lines);
      tables += 1;
      return tableLines(passage.parts, tables);
    })
    .map((line, index) => ({ number: index + 1, ...line }));
}

function textLines(lines: readonly PlacedLine[]): Omit<Line, 'number'>[] {
  const paragraphs = joinParagraphs(lines);
  return alignedTexts(paragraphs.map(({ line }) => line)).map((text, index) => ({
    text,
    ...(isEntry(paragraphs[index]!) && { inContents: true })
  }));
}

function tableLines(parts: readonly RuledTable[], table: number): Omit<Line, 'number'>[] {
  return gridRows(parts).map(({ cells, covered }) => ({
    text: cells.map((cell) => cell.replaceAll('\n', ' ')).join('\t'),
    row: { table, cells, ...(covered.length > 0 && { covered }) }
  }));
}

function notesOnHeads(leftOut: readonly string[]): Note[] {
  if (leftOut.length === 0) return [];
  const texts = [...new Set(leftOut)];
  const quoted = texts.slice(0, QUOTED).map((text) => `“${text}”`);
  const more = texts.length > QUOTED ? '等' : '';
  return [
    recognised(`页眉、页脚和页码没有读入，共 ${leftOut.length} 处：${quoted.join('、')}${more}。`)
  ];
}

function notesOnPages(pages: readonly Page[]): Note[] {
  const watermarks = new Set(
    pages.map(({ aslant }) => aslant.trim()).filter((text) => text !== '')
  );
  const pictures = pages.flatMap(({ pieces, blank }, index) =>
    pieces.length === 0 && !blank ? [index + 1] : []
  );
  return [
    ...[...watermarks].map((text) => recognised(`斜排的水印没有读入：“${text}”。`)),
    ...pictures.map((page) =>
      unknown(`第 ${page} 页没有文字；如果那里有图片，图片里的内容没有读入。`)
    )
  ];
}

/** These notes are about the file, and stand at its first line. */
function recognised(text: string): Note {
  return { kind: 'recognised', line: 1, text, place: {} };
}

function unknown(text: string): Note {
  return { kind: 'unknown', line: 1, text, place: {} };
}
