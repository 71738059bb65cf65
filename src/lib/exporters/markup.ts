/**
 * Text as it stands between tags or in a quoted attribute of XML and HTML. What XML 1.0 forbids, control
 * characters, halves of a surrogate pair and U+FFFE, is left out.
 */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

// The surrogate class matches only halves, since the pattern reads whole code points.
const FORBIDDEN = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
};
