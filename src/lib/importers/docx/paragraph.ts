import {
  attribute,
  childOf,
  childrenOf,
  descendantsOf,
  isNamed,
  textOf,
  type Element
} from '../office/xml.ts';
import { chosenAlternative, contentOf } from './content.ts';
import type { Context } from './context.ts';
import { noteText } from './foot-notes.ts';
import { isOn, valueOf } from './properties.ts';
import { inherited, outlineLevel } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** A paragraph as a person sees it. */
export interface Paragraph {
  /** With the number that Word makes; line breaks as LF. */
  readonly text: string;
  /** Of a heading, from 1; 0 for other paragraphs. */
  readonly level: number;
  /** The bookmarks that begin in it. */
  readonly bookmarks: readonly string[];
  readonly inContents: boolean;
  /** What its text boxes hold, each an element `w:txbxContent`. */
  readonly boxes: readonly Element[];
  /** Whether the mark at its end was deleted or moved, so that the next paragraph goes on in it. */
  readonly goesOn: boolean;
  /** Whether it is empty but for the end of a page or a section. */
  readonly isBreak: boolean;
}

/** What is collected while the runs of a paragraph are read. */
interface Draft {
  text: string;
  inContents: boolean;
  /** The font of the run that is being read. */
  font: string;
  readonly bookmarks: string[];
  readonly boxes: Element[];
}

/**
 * Reads a `w:p`.
 * @param above the paragraph above it, where that goes on in this one
 */
export function readParagraph(
  element: Element,
  context: Context,
  above: Paragraph | null = null
): Paragraph {
  const properties = childOf(element, 'pPr');
  const style = valueOf(properties && childOf(properties, 'pStyle'));
  const mark = properties && childOf(properties, 'rPr');
  const inContents = context.fields.inContents || isContentsStyle(style, context);
  const draft: Draft = {
    text: above?.text ?? '',
    inContents,
    font: '',
    bookmarks: [...(above?.bookmarks ?? [])],
    boxes: [...(above?.boxes ?? [])]
  };
  const goesOn = mark !== undefined && ['del', 'moveFrom'].some((name) => childOf(mark, name));
  const number = goesOn ? '' : context.numbering.next(properties);
  for (const child of contentOf(element, context.remarks)) readInline(child, style, draft, context);
  const endsSection = properties !== undefined && childOf(properties, 'sectPr') !== undefined;
  // A break at an end of a paragraph ends a page, one inside it a line too.
  const text = draft.text.replace(/^\f+|\f+$/g, '').replaceAll('\f', '\n');
  return {
    text: number + text,
    level: outlineLevel(properties) ?? inherited(context.styles, style, 'level') ?? 0,
    bookmarks: draft.bookmarks,
    inContents: draft.inContents,
    boxes: draft.boxes,
    goesOn,
    isBreak: text === '' && (endsSection || draft.text !== '')
  };
}

/** Word's own styles of a 目录, which it names in English whatever its language. */
function isContentsStyle(style: string | undefined, { styles }: Context): boolean {
  return /^toc \d$/i.test(styles.get(style ?? '')?.name ?? '');
}

function readInline(
  element: Element,
  style: string | undefined,
  draft: Draft,
  context: Context
): void {
  if (isNamed(element, 'r')) readRun(element, style, draft, context);
  else if (isNamed(element, 'bookmarkStart'))
    draft.bookmarks.push(attribute(element, 'name') ?? '');
  else if (isNamed(element, 'oMath') || isNamed(element, 'oMathPara')) {
    draft.text += descendantsOf(element, 't').map(textOf).join('');
  } else if (isNamed(element, 'ruby')) readRuby(element, style, draft, context);
}

function readRun(run: Element, style: string | undefined, draft: Draft, context: Context): void {
  const properties = childOf(run, 'rPr');
  const hidden =
    isOn(properties && childOf(properties, 'vanish')) ??
    inherited(context.styles, valueOf(properties && childOf(properties, 'rStyle')), 'hidden') ??
    inherited(context.styles, style, 'hidden') ??
    false;
  if (hidden && childrenOf(run, 't').some((text) => textOf(text).trim() !== '')) {
    context.remarks.count('hidden');
  }
  const fonts = properties && childOf(properties, 'rFonts');
  draft.font = (fonts && attribute(fonts, 'ascii')) ?? '';
  for (const child of contentOf(run, context.remarks)) {
    const read = IN_RUN.get(child.name.slice(child.name.indexOf(':') + 1));
    if (!read) continue;
    const before = draft.text;
    read(child, draft, context, style);
    if (hidden || !context.fields.isShown) draft.text = before;
    if (context.fields.inContents) draft.inContents = true;
  }
}

type ReadChild = (
  child: Element,
  draft: Draft,
  context: Context,
  style: string | undefined
) => void;

/** What may stand in a run, and what it adds to the paragraph. */
const IN_RUN: ReadonlyMap<string, ReadChild> = new Map<string, ReadChild>([
  ['t', (child, draft) => void (draft.text += shownText(child, draft.font))],
  ['tab', (_, draft) => void (draft.text += '\t')],
  ['ptab', (_, draft) => void (draft.text += '\t')],
  ['br', (child, draft) => void (draft.text += attribute(child, 'type') === 'page' ? '\f' : '\n')],
  ['cr', (_, draft) => void (draft.text += '\n')],
  ['noBreakHyphen', (_, draft) => void (draft.text += '-')],
  ['sym', readSymbol],
  ['fldChar', (child, _, { fields }) => fields.turn(child)],
  ['instrText', (child, _, { fields }) => fields.instruct(child)],
  ['commentReference', (_, __, { remarks }) => remarks.count('comment')],
  ['footnoteReference', readNoteReference],
  ['endnoteReference', readNoteReference],
  ['drawing', readDrawing],
  ['pict', readDrawing],
  ['object', readObject],
  ['ruby', (child, draft, context, style) => readRuby(child, style, draft, context)]
]);

/** Word leaves out spaces at the ends of a text that does not ask to keep them. */
function shownText(element: Element, font: string): string {
  const text = readable(textOf(element).replace(/[\n\r]/g, ' '), font);
  return attribute(element, 'space') === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

/** Characters of a font without letters, which LibreOffice and WPS write into the text of a run. */
function readable(text: string, font: string): string {
  return text.replace(
    /[\uf020-\uf0ff]/g,
    (character) => symbolOf(font, character.charCodeAt(0)) ?? character
  );
}

function readSymbol(child: Element, draft: Draft, { remarks }: Context): void {
  const code = Number.parseInt(attribute(child, 'char') ?? '', 16);
  const symbol = symbolOf(attribute(child, 'font') ?? '', code);
  if (symbol === null) remarks.note('unknown', '这一行有一个特殊符号无法读取，已略去。');
  draft.text += symbol ?? '';
}

function readNoteReference(child: Element, _: Draft, { footNotes, remarks }: Context): void {
  const text = noteText(footNotes, child);
  if (text !== '') remarks.note('unplaced', `脚注：${text}`);
}

/** A text box is read, other drawings are not. */
function readDrawing(child: Element, draft: Draft, { remarks }: Context): void {
  const boxes = boxesIn(child);
  draft.boxes.push(...boxes);
  const isPicture = ['pic', 'imagedata'].some((name) => descendantsOf(child, name).length > 0);
  if (isPicture) remarks.note('unknown', '这里有一张图片，图片中的文字无法读取。');
}

function readObject(_: Element, __: Draft, { remarks }: Context): void {
  remarks.note('unknown', '这里嵌入了一个其他软件的对象，其中的内容没有读入。');
}

/** The text boxes of a drawing; one that is written twice, for older programs too, once. */
function boxesIn(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => {
    if (isNamed(child, 'txbxContent')) return [child];
    if (!isNamed(child, 'AlternateContent')) return boxesIn(child);
    const chosen = chosenAlternative(child);
    return chosen ? boxesIn(chosen) : [];
  });
}

/** Of a text with its reading above it only the text. */
function readRuby(ruby: Element, style: string | undefined, draft: Draft, context: Context): void {
  const base = childOf(ruby, 'rubyBase');
  if (!base) return;
  for (const child of contentOf(base, context.remarks)) readInline(child, style, draft, context);
}
