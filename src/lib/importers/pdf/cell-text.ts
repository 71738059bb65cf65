import { isAuthorsBreak, jointOf } from './line-break.ts';
import type { TextLine } from './text-line.ts';

/**
 * The text of a cell. Lines that its width broke are joined; where the break is its author's it stays,
 * as LF.
 * @param width what the cell has for text between its paddings, in the units of the lines
 */
export function cellText(lines: readonly TextLine[], width: number): string {
  return lines
    .map((line, index) => {
      const above = lines[index - 1];
      return above ? betweenLines(above, line, width) + line.text : line.text;
    })
    .join('');
}

function betweenLines(above: TextLine, below: TextLine, width: number): '' | ' ' | '\n' {
  if (isOneCharacter(above) && isOneCharacter(below)) return '';
  return isAuthorsBreak(above, below, width) ? '\n' : jointOf(above, below, width);
}

/** Characters that stand below each other in a narrow column. */
function isOneCharacter({ text }: TextLine): boolean {
  return text.length === 1;
}
