import { TITLE_ANCHOR, type CarriedSheet, type Skeleton } from '#lib/model/skeleton.ts';
import { isBlank, type Line } from '../paper/lines.ts';

/** The lines of one sheet. */
export interface Range {
  readonly carried: CarriedSheet;
  readonly path: readonly string[];
  /** From the line that begins the sheet on; never empty. */
  readonly lines: readonly [Line, ...Line[]];
}

/** A file divided where its anchors say that sheets begin. */
export interface Division {
  /** Undefined where the file does not print it. */
  readonly title: string | undefined;
  /** What the cover says of the department; empty where it says nothing. */
  readonly department: string;
  /** The lines of the cover below these, as many as were printed. */
  readonly cover: readonly string[];
  /** The lines that stand behind these, up to the 目录 or whatever else follows: they were added. */
  readonly added: readonly Line[];
  /** The other lines before the first sheet, but for a 目录. */
  readonly front: readonly Line[];
  readonly ranges: readonly Range[];
  /** How many sheets begin nowhere any more. */
  readonly missing: number;
}

const DEPARTMENT = /^(.+)编制$/;

/** Divides the lines of a file by its anchors. */
export function divideByAnchors(
  lines: readonly Line[],
  { sheets, department, coverLines = 0 }: Skeleton
): Division {
  const byAnchor = new Map(sheets.map((sheet) => [sheet.anchor, sheet]));
  const starts = lines.flatMap((line, index) => {
    const anchor = line.begins ?? '';
    const carried = byAnchor.get(anchor);
    // A copy of a sheet may bring its anchor along; the first is the sheet itself.
    byAnchor.delete(anchor);
    return carried ? [{ carried, index }] : [];
  });
  const heads = starts.map(({ index }, place) =>
    headingsAbove(lines, index, starts[place - 1]?.index)
  );
  const above: string[] = [];
  let behind = 0;
  const ranges = starts.map(({ carried, index }, place): Range => {
    for (const { level, text } of lines.slice(behind, index).filter(isSection)) {
      above.splice(level! - 1, above.length, text);
    }
    const own = fromHeading(lines.slice(index, heads[place + 1] ?? withoutLastBlank(lines)));
    // Only a brief has lines of its own in front of its heading.
    const inside = carried.kind === 'brief' && own.find((line) => line.level !== undefined);
    const heading = inside || own[0]!;
    behind = lines.indexOf(heading, index) + 1;
    const path = carried.path ?? above.slice(0, (heading.level ?? above.length + 1) - 1);
    return { carried, path, lines: [own[0]!, ...own.slice(1)] };
  });
  const named = department === undefined;
  const front = readFront(lines.slice(0, heads[0] ?? lines.length), coverLines, named);
  return { ...front, ranges, missing: byAnchor.size };
}

/** Where the headings begin that stand directly above a sheet's own and name its place in the outline. */
function headingsAbove(lines: readonly Line[], start: number, previous = -1): number {
  let first = start;
  for (let index = start - 1; index > previous; index -= 1) {
    const line = lines[index]!;
    if (line.level !== undefined) first = index;
    else if (!isBlank(line) || line.row) break;
  }
  return first;
}

/** A heading that says where the sheets below it stand in the outline, be it with a paragraph between. */
function isSection({ level, begins, inContents }: Line): boolean {
  return level !== undefined && begins !== TITLE_ANCHOR && !inContents;
}

/** A line that was opened above a heading takes its anchor and its style along. */
function fromHeading(lines: readonly Line[]): readonly Line[] {
  const [first, second] = lines;
  return first && second && isBlank(first) && !first.row && second.level !== undefined
    ? fromHeading(lines.slice(1))
    : lines;
}

/** Word asks for a paragraph at the end, after a table; it belongs to no sheet. */
function withoutLastBlank(lines: readonly Line[]): number {
  const last = lines.at(-1);
  return last && isBlank(last) && !last.row && !last.begins ? lines.length - 1 : lines.length;
}

/**
 * @param printed how many lines the cover had below title and department
 * @param named whether it had a department; where not, a line of it may only look like one
 */
function readFront(
  lines: readonly Line[],
  printed: number,
  named: boolean
): Omit<Division, 'ranges' | 'missing'> {
  const title = lines.findIndex(({ begins }) => begins === TITLE_ANCHOR);
  const behind = title < 0 ? [] : lines.slice(title + 1);
  const end = behind.findIndex((line) => !isOnCover(line));
  const below = behind.slice(0, end < 0 ? behind.length : end).filter((line) => !isBlank(line));
  const mayBeAuthor = named || below.length > printed;
  const author = mayBeAuthor ? DEPARTMENT.exec(below[0]?.text ?? '') : null;
  const cover = author ? below.slice(1) : below;
  return {
    title: lines[title]?.text,
    department: author?.[1] ?? '',
    cover: cover.slice(0, printed).map(({ text }) => text),
    added: cover.slice(printed),
    front: lines.filter(
      (line, index) => index !== title && !below.includes(line) && !isContents(line)
    )
  };
}

function isOnCover(line: Line): boolean {
  return !line.row && line.level === undefined && !isContents(line);
}

function isContents({ inContents, text }: Line): boolean {
  return inContents === true || text === '目录';
}
