import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { spaceKeptAround } from '../html/flow.ts';
import { styleOf } from '../html/parse-html.ts';

/** Elements inside a cell that stand on lines of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  'div dd dl dt h1 h2 h3 h4 li ol p pre table tr ul'.split(' ')
);

/** A space that a program has written out, which white space around it does not swallow. */
const KEPT_SPACE = '\0';

/**
 * The text of a cell as the program showed it that wrote it: each paragraph and `<br>` begins a line, white
 * space is as a browser shows it, hard spaces stay. Where nothing but space is shown, it is empty: the
 * Chinese Excel fills empty cells with a wide space.
 */
export function pastedText(cell: Element): string {
  const keepsSpace = spaceKeptAround(cell);
  const paragraphs: string[] = [];
  let open: string | null = null;
  const close = () => {
    if (open !== null) paragraphs.push(open);
    open = null;
  };
  const add = (text: string) => {
    if (open !== null || keepsSpace || /[^ ]/.test(text)) open = (open ?? '') + text;
  };
  const visit = (node: ChildNode) => {
    if (isText(node)) {
      add(keepsSpace ? node.data : node.data.replace(/[ \t\r\n\f]+/g, ' '));
    } else if (isTag(node) && !isFiller(node)) {
      if (node.name === 'br') return add('\n');
      if (styleOf(node, 'mso-spacerun') === 'yes') {
        return add(wordsIn(node).replace(/\u00a0/g, KEPT_SPACE));
      }
      const isBlock = BLOCKS.has(node.name);
      if (isBlock) close();
      if (node.name === 'p') open = '';
      node.childNodes.forEach(visit);
      if (isBlock) close();
    }
  };
  cell.childNodes.forEach(visit);
  close();
  const text = paragraphs.join('\n');
  return keepsSpace ? text : tidied(text);
}

function tidied(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/ {2,}/g, ' ').replace(/^ | $/g, ''));
  const whole = lines.join('\n').replaceAll(KEPT_SPACE, ' ');
  return whole.trim() === '' ? '' : whole.replace(/^\n+|\n+$/g, '');
}

/** Word ends each paragraph with an element of its own, which holds a hard space where there is no text. */
function isFiller(element: Element): boolean {
  return element.name === 'o:p' && wordsIn(element).trim() === '';
}

function wordsIn(element: Element): string {
  return element.childNodes
    .map((child) => (isText(child) ? child.data : isTag(child) ? wordsIn(child) : ''))
    .join('');
}
