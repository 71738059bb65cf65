import type * as Y from 'yjs';
import { isProse } from '#lib/model/fields.ts';
import type { SheetKind } from '#lib/model/workbook.ts';
import { emptyTexts, type Texts } from './entities.ts';
import { splitProseName } from './keys.ts';

/** The shared texts of a document by sheet and field. */
export class ProseTexts {
  readonly #doc: Y.Doc;
  #bySheet = new Map<string, Map<string, Y.Text>>();
  #sheetOf = new WeakMap<object, string>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    for (const name of [...doc.share.keys()]) this.#find(name);
  }

  /** The sheet that a changed type belongs to; null where it is no prose of ours. */
  sheetOf(type: object): string | null {
    const known = this.#sheetOf.get(type);
    if (known !== undefined) return known;
    // One that came by an update is of no kind yet: asking for it by name makes it a text.
    for (const [name, shared] of this.#doc.share) {
      if ((shared as object) === type) return this.#find(name);
    }
    return null;
  }

  /** The prose fields of a sheet. A shared text that is empty does not travel: it counts as absent. */
  fieldsOf(sheet: string, kind: SheetKind): Texts {
    const fields = emptyTexts();
    for (const [field, text] of this.#bySheet.get(sheet) ?? []) {
      if (text.length > 0 && isProse(kind, field)) fields[field] = text.toString();
    }
    return fields;
  }

  #find(name: string): string | null {
    const place = splitProseName(name);
    if (!place) return null;
    const text = this.#doc.getText(name);
    const fields = this.#bySheet.get(place.sheet) ?? new Map<string, Y.Text>();
    this.#bySheet.set(place.sheet, fields.set(place.field, text));
    this.#sheetOf.set(text, place.sheet);
    return place.sheet;
  }
}
