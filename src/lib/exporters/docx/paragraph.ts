import { escapeMarkup } from '../markup.ts';

/** Word's unit of length. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** A paragraph in a style of `styles.ts` around the XML of its runs. */
export function paragraphXml(style: string, runs: string, properties = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
}

/** Runs with bookmarks around them. Word tells bookmarks apart by ids too, which come from the names. */
export function bookmarkedXml(names: readonly string[], runs: string): string {
  const begin = names.map(
    (name) => `<w:bookmarkStart w:id="${bookmarkId(name)}" w:name="${name}"/>`
  );
  const end = names.map((name) => `<w:bookmarkEnd w:id="${bookmarkId(name)}"/>`);
  return begin.join('') + runs + end.join('');
}

/** The ids of headings are even, those of sheets odd, 0 is the title. */
function bookmarkId(name: string): number {
  const number = Number(name.replace(/\D/g, ''));
  return name.startsWith('_Toc') || number === 0 ? number * 2 : number * 2 + 1;
}

/** A text of one line as a run. */
export function runXml(text: string): string {
  const pieces = text
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${escapeMarkup(piece)}</w:t>`));
  return `<w:r>${pieces.join('<w:tab/>')}</w:r>`;
}

/** A field that Word works out, such as `PAGE`, around what it shows until then. */
export function fieldXml(instruction: string, shown: string): string {
  return `${fieldBegin(instruction)}${shown}${FIELD_END}`;
}

/** The beginning of a field; what it shows follows, and `FIELD_END`. */
export function fieldBegin(instruction: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r>\
<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>\
<w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
}

export const FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
