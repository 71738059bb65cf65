import { headingOf, type Heading } from './headings.ts';
import { isTabbed, type Line } from '../lines.ts';

/** This far below the title of a disclosure table its first row stands, the head lines in between. */
const ROWS_DISTANCE = 24;

/** Whether a table stands below a title: a sentence may end in the same words. */
export function hasRows(lines: readonly Line[], index: number): boolean {
  for (const line of lines.slice(index + 1, index + 1 + ROWS_DISTANCE)) {
    if (isTabbed(line)) return true;
    if (headingOf(line)) return false;
  }
  return false;
}

/** Whether a title is that of the table above it again, on a new page: the numbers of its rows go on. */
export function goesOn(
  lines: readonly Line[],
  index: number,
  heading: Heading,
  above: Heading | null
): boolean {
  if (above?.title !== heading.title) return false;
  const below = lines.slice(index + 1, index + 1 + ROWS_DISTANCE);
  const numbers = below.flatMap((line) => /^\s*(\d{1,3})\t/.exec(line.text)?.[1] ?? []);
  return numbers.length > 0 && numbers[0] !== '1';
}
