/** Excel's limit, in UTF-16 units. */
const LONGEST_NAME = 31;

/**
 * Names that Excel accepts for the sheets of one file, in the same order: without its forbidden
 * signs, at most 31 characters long, none twice whatever the case.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  // Excel keeps the name History for itself.
  const taken = new Set(['history']);
  return wanted.map((text) => {
    const plain = text
      .replace(/[[\]:*?/\\]|\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu, ' ')
      .replace(/^['\s]+|['\s]+$/g, '');
    const base = plain === '' ? '表' : plain;
    let name = shortened(base, LONGEST_NAME);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const suffix = `(${count})`;
      name = shortened(base, LONGEST_NAME - suffix.length) + suffix;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The beginning of a text, without a character cut in half or an apostrophe at its end. */
function shortened(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/['\s]+$/, '');
}
