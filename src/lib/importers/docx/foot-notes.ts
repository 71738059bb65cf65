import { attribute, childrenOf, descendantsOf, textOf, type Element } from '../office/xml.ts';

/** The texts of footnotes and endnotes by the kind of their reference and their id. */
export type NoteTexts = ReadonlyMap<string, string>;

/** Reads the parts `word/footnotes.xml` and `word/endnotes.xml`, where the document has them. */
export function readNotes(
  footnotes: Element | undefined,
  endnotes: Element | undefined
): NoteTexts {
  return new Map([...textsIn(footnotes, 'footnote'), ...textsIn(endnotes, 'endnote')]);
}

/** The text of the note that a `w:footnoteReference` or `w:endnoteReference` names; empty where there is none. */
export function noteText(notes: NoteTexts, reference: Element): string {
  const kind = reference.name.includes('endnote') ? 'endnote' : 'footnote';
  return notes.get(`${kind} ${attribute(reference, 'id')}`) ?? '';
}

/** Footnotes of a type are the lines that separate them from the page. */
function textsIn(root: Element | undefined, kind: string): [string, string][] {
  if (!root) return [];
  return childrenOf(root, kind)
    .filter((note) => attribute(note, 'type') === undefined)
    .map((note) => [`${kind} ${attribute(note, 'id')}`, shownText(note)]);
}

function shownText(note: Element): string {
  return descendantsOf(note, 't').map(textOf).join('').trim();
}
