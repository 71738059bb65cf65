import { DomHandler, isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';

export type { Element };

/** Deeper than any document nests its elements; a table within a table takes six levels. */
const DEEPEST = 200;

/** Why an XML text is not read: it is hostile, or no XML. */
export class XmlFault extends Error {}

/**
 * The root element of an XML text. Entities other than XML's own five and character references stay as
 * they are written.
 * @throws XmlFault for a DOCTYPE, which Office files never have, for elements nested too deep, and
 * where there is no element
 */
export function parseXml(xml: string): Element {
  const handler = new CheckedHandler();
  const parser = new Parser(handler, { xmlMode: true });
  parser.end(xml);
  const root = handler.root.childNodes.find(isTag);
  if (!root) throw new XmlFault('no element');
  return root;
}

/** The name of an element or attribute without its namespace's prefix, which each writer may choose. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Whether an element has this name, whatever its prefix. */
export function isNamed(element: Element, name: string): boolean {
  return localName(element.name) === name;
}

/** The elements directly inside, all or those of a name. */
export function childrenOf(parent: Element | Document, name?: string): Element[] {
  const elements = parent.childNodes.filter(isTag);
  return name === undefined ? elements : elements.filter((element) => isNamed(element, name));
}

/** The first element of a name directly inside. */
export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

/** The element at the end of a path of names, each directly inside the one before. */
export function descend(parent: Element, ...names: readonly string[]): Element | undefined {
  return names.reduce<Element | undefined>(
    (element, name) => element && childOf(element, name),
    parent
  );
}

/** All elements of a name at any depth, in the order of the text. */
export function descendantsOf(parent: Element, name: string): Element[] {
  return childrenOf(parent).flatMap((child) => [
    ...(isNamed(child, name) ? [child] : []),
    ...descendantsOf(child, name)
  ]);
}

/** An attribute by its name without prefix; undefined where the element has none. */
export function attribute(element: Element, name: string): string | undefined {
  const { attribs } = element;
  if (Object.hasOwn(attribs, name)) return attribs[name];
  const found = Object.keys(attribs).find((key) => localName(key) === name);
  return found === undefined ? undefined : attribs[found];
}

/** All text inside an element. */
export function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

class CheckedHandler extends DomHandler {
  #depth = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new XmlFault('nested too deep');
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.#depth -= 1;
    super.onclosetag();
  }

  override onprocessinginstruction(name: string, data: string): void {
    if (name.startsWith('!')) throw new XmlFault(`a declaration: ${name}`);
    super.onprocessinginstruction(name, data);
  }
}
