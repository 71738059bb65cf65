import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';
import { isShown, styleOf } from './parse-html.ts';

/** A piece of a page in reading order: a paragraph, or a table that stands between paragraphs. */
export type Piece = string | Element;

/** Elements that begin a line of their own and end it. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' ')
);

/**
 * The paragraphs inside an element, and the tables between them where they are asked for; else what
 * tables hold is text like any other. White space is as a browser shows it, paragraphs without text
 * are left out.
 */
export function piecesIn(parent: ParentNode, isTable: (element: Element) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let paragraph = '';
  let isVerbatim = false;
  const close = () => {
    const text = isVerbatim ? paragraph : withoutExtraSpace(paragraph);
    if (text.trim() !== '') pieces.push(text);
    paragraph = '';
    isVerbatim = false;
  };
  const visit = (node: ChildNode, keepsSpace: boolean) => {
    if (isText(node)) {
      paragraph += keepsSpace ? node.data : node.data.replace(/[ \t\r\n\f]+/g, ' ');
      isVerbatim ||= keepsSpace && node.data.trim() !== '';
      return;
    }
    if (!isTag(node) || !isShown(node)) return;
    if (node.name === 'br') {
      paragraph += '\n';
      return;
    }
    const isBlock = BLOCKS.has(node.name);
    if (isBlock) close();
    if (isTable(node)) {
      pieces.push(node);
      return;
    }
    const before = paragraph;
    const keeps = spaceKept(node, keepsSpace);
    for (const child of node.childNodes) visit(child, keeps);
    if (isBlock) close();
    else if (isListNumber(node)) paragraph = before + paragraph.slice(before.length).trim();
  };
  for (const child of parent.childNodes) visit(child, spaceKeptAround(parent));
  close();
  return pieces;
}

/** White space within a line is one space, and none is at its ends. */
function withoutExtraSpace(paragraph: string): string {
  const lines = paragraph.replace(/[ \u00a0]+/g, ' ').split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** Word writes the number of a list's item as text, with a gap of hard spaces behind it. */
function isListNumber(element: Element): boolean {
  return styleOf(element, 'mso-list') === 'ignore';
}

function spaceKept(element: Element, inherited: boolean): boolean {
  if (element.name === 'pre') return true;
  const said = styleOf(element, 'white-space');
  return said === '' ? inherited : /^(?:pre|break-spaces)/.test(said);
}

/** Whether white space is kept inside an element that is read by itself. */
export function spaceKeptAround(node: ParentNode): boolean {
  const around: Element[] = [];
  for (let at: ParentNode | null = node; at; at = at.parent) if (isTag(at)) around.unshift(at);
  return around.reduce((kept, element) => spaceKept(element, kept), false);
}
