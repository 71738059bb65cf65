/** An element of a parsed markup text; `text` is what it and its children say. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: MarkupElement[];
  text: string;
}

const TOKEN =
  /<\?[^>]*\?>|<!doctype[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/giy;
const ENTITY = /&(?:(amp|lt|gt|quot)|#(\d+));/g;
const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Reads XML, or HTML written like it.
 * @throws Error where a tag is not closed, a sign is not escaped, or a character is forbidden
 */
export function parseMarkup(source: string): MarkupElement {
  const forbidden = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/u.exec(source);
  if (forbidden) throw new Error(`a forbidden character at ${forbidden.index}`);
  const root = element('', '');
  const open = [root];
  let end = 0;
  for (const [token, closing, name = '', attributes = '', single, text] of source.matchAll(TOKEN)) {
    end += token.length;
    if (text !== undefined) for (const outer of open) outer.text += unescape(text);
    if (name === '') continue;
    if (closing) {
      const closed = open.pop()!.name;
      if (closed !== name) throw new Error(`</${name}> closes <${closed}>`);
      continue;
    }
    const child = element(name, attributes);
    open.at(-1)!.children.push(child);
    if (!single) open.push(child);
  }
  if (end !== source.length) throw new Error(`no markup: ${source.slice(end, end + 60)}`);
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  return root.children[0]!;
}

/** All elements of a name below an element, in the order of the document. */
export function elementsOf(within: MarkupElement, name: string): MarkupElement[] {
  return within.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsOf(child, name)
  ]);
}

function element(name: string, attributes: string): MarkupElement {
  const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)];
  return {
    name,
    attributes: Object.fromEntries(pairs.map(([, key, value]) => [key!, unescape(value!)])),
    children: [],
    text: ''
  };
}

function unescape(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`an & is not escaped: ${text}`);
  return text.replace(ENTITY, (_, sign: string | undefined, code: string) =>
    sign === undefined ? String.fromCodePoint(Number(code)) : SIGNS[sign]!
  );
}
