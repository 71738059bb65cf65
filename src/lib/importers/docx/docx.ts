import { carriedSkeleton } from '../office/carried-skeleton.ts';
import type { OfficePackage } from '../office/office.ts';
import { partText } from '../office/unzip.ts';
import { childOf, parseXml, XmlFault } from '../office/xml.ts';
import type { Line } from '../paper/lines.ts';
import type { Source } from '../source.ts';
import { blocksOf, type BlockRow } from './blocks.ts';
import { contextOf } from './context.ts';
import type { Paragraph } from './paragraph.ts';
import { TITLE_ANCHOR } from '#lib/model/skeleton.ts';

/**
 * Reads a document of Word, or of WPS and LibreOffice in its format (ECMA-376 part 1, 17), as a person
 * sees it: tracked changes accepted, numbers of lists and results of fields as text, hidden text,
 * comments, headers and footers left out.
 */
export function readDocx(file: OfficePackage): Source {
  const carried = carriedSkeleton(file.parts) ?? undefined;
  const context = contextOf(file);
  const body = childOf(parseXml(partText(file.parts.get(file.main)!)), 'body');
  if (!body) throw new XmlFault('a document without a body');
  const anchors = new Set(carried?.sheets.map(({ anchor }) => anchor));
  anchors.add(TITLE_ANCHOR);
  const lines: Line[] = [];
  // A page that was ended in front of a heading takes the bookmark of the heading along.
  let bookmarks: readonly string[] = [];
  for (const block of blocksOf(body, context, { tables: 0 })) {
    const number = lines.length + 1;
    if (block.kind === 'row') lines.push(rowLine(block.row, number));
    else {
      bookmarks = [...bookmarks, ...block.paragraph.bookmarks];
      if (block.paragraph.isBreak) continue;
      const begins = bookmarks.find((name) => anchors.has(name));
      lines.push(...paragraphLines(block.paragraph, begins, number));
      bookmarks = [];
    }
    context.remarks.reachLine(lines.length + 1);
  }
  return { lines, notes: context.remarks.notes, ...(carried ? { carried } : {}) };
}

/** A line for each line of a paragraph. */
function paragraphLines(
  { text, level, inContents }: Paragraph,
  begins: string | undefined,
  number: number
): Line[] {
  return text.split('\n').map((piece, index) => ({
    number: number + index,
    text: piece,
    ...(begins !== undefined && index === 0 ? { begins } : {}),
    ...(level > 0 && index === 0 ? { level } : {}),
    ...(inContents ? { inContents } : {})
  }));
}

function rowLine({ table, cells, covered }: BlockRow, number: number): Line {
  const text = cells.map((cell) => cell.replaceAll('\n', ' ')).join('\t');
  return { number, text, row: { table, cells, ...(covered.length > 0 ? { covered } : {}) } };
}
