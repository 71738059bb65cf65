/** Signs that separate cells; of those that stand on equally many lines the first. */
const SEPARATORS = ['\t', ',', ';'] as const;

const QUOTED = /"(?:[^"]|"")*"/g;

/** The sign that separates the cells of a text: the one that stands on most lines, quoted texts aside. */
export function separatorOf(text: string): string {
  const lines = text.replace(QUOTED, '').split(/\r\n?|\n/);
  const counts = SEPARATORS.map(
    (separator) => lines.filter((line) => line.includes(separator)).length
  );
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}
