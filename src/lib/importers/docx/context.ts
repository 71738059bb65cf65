import { parseXml, type Element } from '../office/xml.ts';
import type { OfficePackage } from '../office/office.ts';
import { relationshipsOf } from '../office/relationships.ts';
import { partText } from '../office/unzip.ts';
import { Fields } from './fields.ts';
import { readNotes, type NoteTexts } from './foot-notes.ts';
import { Numbering } from './numbering.ts';
import { Remarks } from './remarks.ts';
import { readStyles, type Styles } from './styles.ts';

/** What the paragraphs of a document are read with. */
export interface Context {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fields: Fields;
  readonly remarks: Remarks;
  readonly footNotes: NoteTexts;
}

/** Reads the parts beside the document itself: styles, lists, footnotes and endnotes. */
export function contextOf({ parts, main }: OfficePackage): Context {
  const related = relationshipsOf(parts, main);
  const rootOf = (kind: string): Element | undefined => {
    const part = related.find((relationship) => relationship.kind === kind)?.part;
    const bytes = part === undefined ? undefined : parts.get(part);
    return bytes && parseXml(partText(bytes));
  };
  const stylesRoot = rootOf('styles');
  const styles = stylesRoot ? readStyles(stylesRoot) : new Map();
  return {
    styles,
    numbering: new Numbering(rootOf('numbering'), styles),
    fields: new Fields(),
    remarks: new Remarks(),
    footNotes: readNotes(rootOf('footnotes'), rootOf('endnotes'))
  };
}
