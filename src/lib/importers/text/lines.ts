/** A line of the source as it stands there. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text, ended by LF, CR LF or CR. An empty last line is a line too. */
export function splitLines(text: string): Line[] {
  return text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line }));
}

/** Whether nothing but space stands on a line. */
export function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}

/** Whether a line begins with a tab or has one inside, as lines that carry cells do. */
export function isTabbed(line: Line): boolean {
  return line.text.trimEnd().includes('\t');
}
