/**
 * What a text field should hold after both of two people changed it from `base`: my one change,
 * carried over to where it belongs in their text. Where both changed the same characters, theirs
 * stands first and mine after it, so that nothing that was typed is lost.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (base === mine) return theirs;
  if (base === theirs) return mine;
  const my = changeOf(base, mine);
  const their = changeOf(base, theirs);
  const shift = their.inserted.length - (their.to - their.from);
  const before = my.to < their.from || (my.to === their.from && my.from < my.to);
  if (before) return splice(theirs, my.from, my.to, my.inserted);
  if (my.from >= their.to) return splice(theirs, my.from + shift, my.to + shift, my.inserted);
  const after = their.from + their.inserted.length;
  return splice(theirs, after, Math.max(after, my.to + shift), my.inserted);
}

/** Where a caret that stood in `before` belongs in `after`. */
export function mapCaret(before: string, after: string, caret: number): number {
  const { from, to, inserted } = changeOf(before, after);
  if (caret <= from) return caret;
  return caret >= to ? caret + inserted.length - (to - from) : from + inserted.length;
}

/** The one stretch in which two texts differ. */
function changeOf(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, inserted: after.slice(from, after.length - end) };
}

function splice(text: string, from: number, to: number, inserted: string): string {
  return text.slice(0, from) + inserted + text.slice(to);
}
