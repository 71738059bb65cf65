import { PART_ONE, PART_TWO } from '#lib/model/outline.ts';
import { contentsLength } from './contents-list.ts';
import { goesOn, hasRows } from './disclosure-title.ts';
import { headingOf, sectionOf, type Heading } from './headings.ts';
import {
  firstHeadLine,
  landmarkIn,
  NOTHING_SEEN,
  startsTable,
  type SeenLandmarks
} from './landmarks.ts';
import { cleanText } from '../cleaning/layout-spaces.ts';
import { isBlank, isTabbed, type Line } from '../lines.ts';
import { partAt } from './parts.ts';

/**
 * Where something begins: a heading, a table of contents, a table without a heading, or, with `front`,
 * lines of nothing known. `first` is the index of its first line, `body` that of the first line below
 * its heading, `path` its place in the outline.
 */
export type Start = { readonly first: number; readonly body: number; readonly path: Path } & (
  | { readonly kind: 'front' | 'contents' | 'part' }
  | { readonly kind: 'bare-table' }
  | { readonly kind: 'heading'; readonly heading: Heading }
);

/** The place in the outline; null where no part has begun. */
export type Path = readonly string[] | null;

/** What has been seen on the way down. */
interface State {
  readonly path: Path;
  /** Where the lines begin that nothing above has taken. */
  readonly floor: number;
  /** Whether nothing but the heading of a part stands between `floor` and here. */
  readonly belowPart: boolean;
  /** In 情况说明, which numeral the next section has; null outside. */
  readonly nextSection: number | null;
  readonly inTable: boolean;
  readonly seen: SeenLandmarks;
  /** The disclosure table that the lines may belong to. */
  readonly disclosure: Heading | null;
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Every place where something begins, in order. The first is the front of the paper. */
export function findStarts(lines: readonly Line[]): Start[] {
  const starts: Start[] = [{ kind: 'front', first: 0, body: 0, path: null }];
  let state: State = {
    path: null,
    floor: 0,
    belowPart: false,
    nextSection: null,
    inTable: false,
    seen: NOTHING_SEEN,
    disclosure: null
  };
  for (let index = 0; index < lines.length; index += 1) {
    if (isBlank(lines[index]!)) continue;
    const found = startAt(lines, index, state);
    if (found) {
      starts.push(...found.starts);
      state = found.state;
      index = state.floor - 1;
    } else {
      const landmark = landmarkIn(lines[index]!);
      if (landmark) state = { ...state, seen: { ...state.seen, [landmark]: true } };
      state = { ...state, belowPart: false };
    }
  }
  return starts;
}

type Found = { readonly starts: readonly Start[]; readonly state: State };

function startAt(lines: readonly Line[], index: number, state: State): Found | null {
  return (
    contentsAt(lines, index, state) ??
    partStartAt(lines, index, state) ??
    headingAt(lines, index, state) ??
    bareTableAt(lines, index, state)
  );
}

function contentsAt(lines: readonly Line[], index: number, state: State): Found | null {
  const length = contentsLength(lines, index);
  if (length === 0) return null;
  const body = index + length;
  const { path } = state;
  return {
    starts: [
      { kind: 'contents', first: index, body: index, path },
      { kind: 'front', first: body, body, path }
    ],
    state: { ...state, floor: body, belowPart: false, inTable: false, seen: NOTHING_SEEN }
  };
}

function partStartAt(lines: readonly Line[], index: number, state: State): Found | null {
  const part = partAt(lines, index, state.floor);
  if (!part) return null;
  const { first, end: body, nested } = part;
  const path =
    state.belowPart && state.path && nested ? [...state.path, nested] : ([part.title] as const);
  return {
    starts: [{ kind: 'part', first, body, path }],
    state: {
      path,
      floor: body,
      belowPart: true,
      nextSection: /说明$/.test(part.title) ? 0 : null,
      inTable: false,
      seen: NOTHING_SEEN,
      disclosure: null
    }
  };
}

function headingAt(lines: readonly Line[], index: number, state: State): Found | null {
  const line = lines[index]!;
  const section = sectionOf(line);
  const isNext = section?.number === `${NUMERALS[state.nextSection ?? -1]}、`;
  const heading = isNext ? section : headingOf(line);
  if (!heading) return null;
  if (heading.kind === 'disclosure') {
    if (!hasRows(lines, index) || goesOn(lines, index, heading, state.disclosure)) return null;
  }
  const first = heading.kind === 'brief' ? officeAbove(lines, index, state.floor) : index;
  const body = index + 1;
  const { nextSection } = state;
  return {
    starts: [{ kind: 'heading', heading, first, body, path: placeOf(heading.kind, state.path) }],
    state: {
      ...state,
      floor: body,
      belowPart: false,
      nextSection: isNext && nextSection !== null ? nextSection + 1 : nextSection,
      inTable: heading.kind === 'table',
      seen: NOTHING_SEEN,
      disclosure: heading.kind === 'disclosure' ? heading : null
    }
  };
}

function bareTableAt(lines: readonly Line[], index: number, state: State): Found | null {
  const landmark = landmarkIn(lines[index]!);
  if (!landmark || !startsTable(landmark, state.seen, state.inTable)) return null;
  const first = firstHeadLine(lines, index, state.floor);
  return {
    starts: [{ kind: 'bare-table', first, body: first, path: state.path }],
    state: {
      ...state,
      floor: index + 1,
      belowPart: false,
      inTable: true,
      seen: { ...NOTHING_SEEN, [landmark]: true },
      disclosure: null
    }
  };
}

/** Where prose belongs that no part stands above. */
function placeOf(kind: Heading['kind'], path: Path): Path {
  if (kind === 'section') return path ?? [PART_ONE];
  return kind === 'brief' ? (path ?? [PART_TWO]) : path;
}

const OFFICE = /^\p{Script=Han}{2,12}$/u;

/** This many blank lines may stand between an office and the title of its project. */
const OFFICE_DISTANCE = 4;

/** The office that a brief comes from stands above its title, on a line of its own. */
function officeAbove(lines: readonly Line[], index: number, floor: number): number {
  for (let above = index - 1; above >= Math.max(floor, index - OFFICE_DISTANCE); above -= 1) {
    const line = lines[above]!;
    if (isBlank(line)) continue;
    const isOffice = !isTabbed(line) && OFFICE.test(cleanText(line.text)) && !headingOf(line);
    return isOffice ? above : index;
  }
  return index;
}
