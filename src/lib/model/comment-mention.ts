/** A stretch of a message: plain words, or a person who is spoken to. */
export interface Stretch {
  readonly text: string;
  /** The name that is spoken to; null for plain words. */
  readonly mention: string | null;
}

const AT = /[@＠]/g;

/**
 * A message in stretches, with those that speak to one of `names` set apart. Chinese has no sign after a
 * name, so at each @ the longest name that fits is meant: 王芳菲 before 王芳.
 */
export function stretchesOf(text: string, names: readonly string[]): readonly Stretch[] {
  const longestFirst = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { index } of text.matchAll(AT)) {
    const name = longestFirst.find((one) => text.startsWith(one, index + 1));
    if (name === undefined || index < from) continue;
    if (index > from) stretches.push({ text: text.slice(from, index), mention: null });
    from = index + 1 + name.length;
    stretches.push({ text: text.slice(index, from), mention: name });
  }
  if (from < text.length) stretches.push({ text: text.slice(from), mention: null });
  return stretches;
}

/** The names that a message speaks to, each once. */
export function mentionsIn(text: string, names: readonly string[]): readonly string[] {
  return [...new Set(stretchesOf(text, names).flatMap(({ mention }) => mention ?? []))];
}

/** What is being typed of a name before the caret: the sign @ and the letters after it; null outside one. */
export function nameBegun(before: string): string | null {
  return /[@＠]([^\s@＠]{0,20})$/.exec(before)?.[1] ?? null;
}
