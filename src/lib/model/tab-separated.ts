/** A cell in quotes, up to the end of its cell; quotes in it are doubled. */
const QUOTED = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
const BARE = /[^\t\r\n]*/y;
const LINE_END = /\r\n|\r|\n/y;

/**
 * Reads the text that spreadsheets put on the clipboard: cells parted by tabs, rows ended by line breaks,
 * a cell with either of them in quotes. Quotes that enclose no whole cell are characters like any
 * other. Line breaks inside a cell become LF.
 */
export function readTabSeparated(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const quoted = take(QUOTED);
    const cell = quoted ? quoted[1]!.replaceAll('""', '"') : take(BARE)![0];
    row.push(cell.replace(/\r\n?/g, '\n'));
    if (text[at] === '\t') {
      at += 1;
    } else {
      rows.push(row);
      row = [];
      // The last row is ended like the others, or not at all.
      if (!take(LINE_END) || at === text.length) return rows;
    }
  }
}

/**
 * Writes a block as spreadsheets put it on the clipboard, read back by `readTabSeparated`. A single cell
 * has no line break behind it, so that it can be pasted into a line of text.
 */
export function writeTabSeparated(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(quoted).join('\t'));
  return lines.length === 1 && rows[0]!.length === 1
    ? lines[0]!
    : lines.map((line) => `${line}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
