import { TITLE_ANCHOR } from '#lib/model/skeleton.ts';
import { paragraphsOf } from '../form/paragraphs.ts';
import type { SheetKind } from '#lib/model/workbook.ts';
import type { Paper, Part } from '../form/paper.ts';
import { LANDSCAPE_WIDTH, PORTRAIT_WIDTH } from '../form/table-form.ts';
import { contentsXml, wordLevel } from './contents.ts';
import { bookmarkedXml, paragraphXml, runXml, twips } from './paragraph.ts';
import { FOOTER_REFERENCE, sectionXml, WORD_NAMESPACES } from './section.ts';
import { tableXml } from './table.ts';

/** Pages are counted from the first after the 目录. */
const FROM_ONE = '<w:pgNumType w:start="1"/>';

/** Moves the end of the line above a table to the edge of paper that lies across. */
const ACROSS = `<w:tabs><w:tab w:val="clear" w:pos="${twips(PORTRAIT_WIDTH)}"/>\
<w:tab w:val="right" w:pos="${twips(LANDSCAPE_WIDTH)}"/></w:tabs>`;

/** The sheets whose titles stand in the middle, as those of tables and statements do. */
const CENTRED: ReadonlySet<SheetKind> = new Set(['project', 'brief', 'disclosure']);

/** Parts that follow each other on paper of the same direction. */
interface Section {
  readonly landscape: boolean;
  readonly parts: readonly Part[];
}

/**
 * The part `word/document.xml`: cover and 目录, then the sheets, those of the official form on pages
 * of their own. Where the paper is turned a new section begins.
 */
export function documentXml({ title, coverLines, parts }: Paper): string {
  const cover = [
    paragraphXml('Title', bookmarkedXml([TITLE_ANCHOR], runXml(title))),
    ...coverLines.map((line) => paragraphXml('Cover', runXml(line))),
    contentsXml(parts.flatMap(({ headings }) => headings))
  ];
  const sections = sectionsOf(parts).map(({ landscape, parts }, index) => ({
    body: parts.map(partXml).join(''),
    properties: sectionXml(landscape, FOOTER_REFERENCE, index === 0 ? FROM_ONE : '')
  }));
  const first = { body: cover.join(''), properties: sectionXml(false, '', '') };
  return `<w:document ${WORD_NAMESPACES}>\
<w:body>${joinSections([first, ...sections])}</w:body></w:document>`;
}

function sectionsOf(parts: readonly Part[]): Section[] {
  const sections: { landscape: boolean; parts: Part[] }[] = [];
  for (const part of parts) {
    const last = sections.at(-1);
    if (last?.landscape === part.landscape) last.parts.push(part);
    else sections.push({ landscape: part.landscape, parts: [part] });
  }
  return sections;
}

/** The bookmark on the heading of a sheet, by the sheet's place from 0. Word allows no hyphen in it. */
export function sheetAnchor(index: number): string {
  return `_Jibiao${index + 1}`;
}

function partXml(part: Part): string {
  const { paragraphs, headLine, note, landscape } = part;
  // A brief is printed as prose, and its table not.
  const table = part.sheet.kind === 'brief' ? null : part.table;
  return [
    headingsXml(part),
    ...paragraphs.map((text) => paragraphXml('Prose', runXml(text))),
    headLine ? paragraphXml('HeadLine', runXml(headLine.join('\t')), landscape ? ACROSS : '') : '',
    table ? tableXml(table) : '',
    ...paragraphsOf(note).map((text) => paragraphXml('Note', runXml(text)))
  ].join('');
}

/** The headings of a sheet and the office above its own; it begins where the first of the two stands. */
function headingsXml({ sheet, headings, office, ownPage, index }: Part): string {
  const offices = paragraphsOf(office).map((text) => ({
    style: 'Office',
    runs: runXml(text),
    bookmarks: [] as readonly string[]
  }));
  const entries = headings.map((heading) => ({
    style: `Heading${wordLevel(heading)}`,
    runs: runXml(heading.text),
    bookmarks: [heading.anchor]
  }));
  const path = entries.slice(0, -1);
  const own = [...offices, ...entries.slice(-1)];
  return [...path, ...own]
    .map(({ style, runs, bookmarks }, place) => {
      const names = place === path.length ? [...bookmarks, sheetAnchor(index)] : bookmarks;
      const breaks = ownPage && place === 0 ? '<w:pageBreakBefore/>' : '';
      const centred =
        CENTRED.has(sheet.kind) && place >= path.length ? '<w:jc w:val="center"/>' : '';
      return paragraphXml(style, bookmarkedXml(names, runs), breaks + centred);
    })
    .join('');
}

/**
 * Sections one after the other. The properties of a section stand in its last paragraph, those of the
 * last one at the end of the document, after a paragraph too, because Word refuses a table there.
 */
function joinSections(sections: readonly { body: string; properties: string }[]): string {
  return sections
    .map(({ body, properties }, index) =>
      index === sections.length - 1
        ? body + paragraphXml('SectionEnd', '') + properties
        : body + paragraphXml('SectionEnd', '', properties)
    )
    .join('');
}
