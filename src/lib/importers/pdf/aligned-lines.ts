import type { TextLine } from './text-line.ts';

/** A column of a table without rules: from the left edge of its texts to the right. */
interface Band {
  readonly left: number;
  readonly right: number;
}

/** So many lines, one below the other, in so many columns are a table beyond doubt. */
const FEWEST_LINES = 3;
const FEWEST_COLUMNS = 3;

/** The part of a table's places that is filled at least. */
const FILLED = 0.6;

/**
 * The texts of lines that stand below each other. Where their parts stand in columns beyond doubt, as in
 * a table without rules, the columns are separated by tabs; elsewhere parts are separated by a space.
 */
export function alignedTexts(lines: readonly TextLine[]): string[] {
  return runsOf(lines).flatMap((run) => {
    const bands = bandsOf(run);
    return isTable(run, bands)
      ? run.map((line) => bands.map((band) => textIn(line, band)).join('\t'))
      : run.map(({ text }) => text);
  });
}

/** The lines in runs: those of several parts together, every other line by itself. */
function runsOf(lines: readonly TextLine[]): TextLine[][] {
  const runs: TextLine[][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && run[0]!.parts.length > 1 && line.parts.length > 1) run.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** The columns that the parts of lines make: stretches of the page's width between gaps common to all. */
function bandsOf(lines: readonly TextLine[]): Band[] {
  const bands: { left: number; right: number }[] = [];
  const parts = lines.flatMap((line) => line.parts).sort((a, b) => a.left - b.left);
  for (const { left, right } of parts) {
    const band = bands.at(-1);
    if (band && left <= band.right) band.right = Math.max(band.right, right);
    else bands.push({ left, right });
  }
  return bands;
}

function isTable(lines: readonly TextLine[], bands: readonly Band[]): boolean {
  if (lines.length < FEWEST_LINES || bands.length < FEWEST_COLUMNS) return false;
  const filled = lines.flatMap((line) => bands.filter((band) => textIn(line, band) !== ''));
  return filled.length >= FILLED * lines.length * bands.length;
}

function textIn({ parts }: TextLine, { left, right }: Band): string {
  return parts
    .filter((part) => part.left >= left && part.right <= right)
    .map(({ text }) => text)
    .join(' ');
}
