import { DomHandler, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Elements deeper than this are taken for their texts alone; no page or clipboard nests so deep. */
const DEEPEST = 300;

/** The lines that Windows puts in front of HTML on its clipboard: `Version:0.9`, `StartHTML:…` */
const CLIPBOARD_HEADER = /^Version:[\d.]+\s[^<]*/;

/** Parses a page, or what a clipboard holds as HTML. Whatever is wrong with it, there is a document. */
export function parseHtml(html: string): Document {
  const handler = new ShallowHandler();
  new Parser(handler).end(html.replace(CLIPBOARD_HEADER, ''));
  return handler.root;
}

/** Holds the tree flat enough to be walked. */
class ShallowHandler extends DomHandler {
  #depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth <= DEEPEST) super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    if (this.#depth <= DEEPEST) super.onclosetag();
    this.#depth -= 1;
  }
}

/** The value that an element's own style gives a property, in small letters; empty where it gives none. */
export function styleOf({ attribs }: Element, property: string): string {
  for (const declaration of (attribs.style ?? '').toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.slice(0, colon).trim() === property) return declaration.slice(colon + 1).trim();
  }
  return '';
}

/** Elements that are not shown, or that are no part of what a page says. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['head', 'style', 'script', 'noscript', 'template', 'title', 'nav', 'select', 'button', 'svg'],
  ...['xml', 'o:shapetype', 'v:shapetype']
]);

/** Whether an element, and with it all inside, is shown. */
export function isShown(element: Element): boolean {
  if (LEFT_OUT.has(element.name) || 'hidden' in element.attribs) return false;
  return styleOf(element, 'display') !== 'none' && styleOf(element, 'mso-hide') !== 'all';
}
