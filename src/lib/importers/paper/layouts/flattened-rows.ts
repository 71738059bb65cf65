import { flatLines, openTitles, type FlatLine, type FlatRow } from './flattened-lines.ts';
import { isTarget, type Token } from './flattened-tokens.ts';
import { isFirstLevel, isSecondLevel } from './level-words.ts';

/** The indicators, and the tokens that could not be given to one of them. */
export interface FlatRows {
  readonly rows: readonly FlatRow[];
  readonly strays: readonly Token[];
}

/** An indicator with the tokens around its line that can only be wrapped cells of it. */
interface Draft extends FlatRow {
  readonly around: readonly Token[];
}

/** More tokens than this around a line are no wrapped cells. */
const MOST_AROUND = 40;

/**
 * The indicators of a flattened table, from the tokens behind its titles and the lines beside it. Each second
 * level begins one. On its line the third level comes first, then the description, then the target, which
 * is known as one, and the basis, which is known where other rows have the same. Wrapped cells stand above
 * and below that line: they are what the row lacks, where that leaves one choice only. Nothing is guessed.
 */
export function flattenedRows(tokens: readonly Token[], beside: readonly Token[]): FlatRows {
  const { above, lines } = flatLines(tokens.filter(({ text }) => !isFirstLevel(text)));
  const shared = shareOut(above, lines);
  const filled = shared.drafts.map(fillOnlyGap);
  const known = filled.map(({ basis }) => basis).filter(({ length }) => length > 1);
  const done = filled.map((draft) => fillKnownBasis(draft, known));
  const side = rowBeside(beside);
  return {
    rows: [...done.map(rowOf), ...side.rows],
    strays: [...shared.strays, ...done.flatMap(({ around }) => around), ...side.strays]
  };
}

function rowOf({ level1, level2, level3, description, target, basis }: Draft): FlatRow {
  return { level1, level2, level3, description, target, basis };
}

/** Gives the tokens between two lines to the row above or below, whichever lacks a cell. */
function shareOut(
  above: readonly Token[],
  lines: readonly FlatLine[]
): { readonly drafts: readonly Draft[]; readonly strays: readonly Token[] } {
  const drafts: Draft[] = [];
  const strays: Token[] = [];
  const doubtful = doubtfulRows(above, lines);
  let before: readonly Token[] | null = above;
  lines.forEach(({ row, below }, at) => {
    const isSure = !doubtful.has(at) && !doubtful.has(at + 1);
    const cut: number | null = isSure
      ? cutBetween(before ?? [], below, row, lines[at + 1]?.row)
      : null;
    const own = [...(before ?? []), ...below.slice(0, cut ?? 0)];
    // Half of what stands around a line is not enough to know what it was.
    const isKnown = before !== null && (cut !== null || below.length === 0);
    if (cut === null) strays.push(...below);
    if (!isKnown) strays.push(...own);
    if (doubtful.has(at)) strays.push(...row.description, ...row.basis);
    const sure = doubtful.has(at) ? { ...row, description: [], basis: [] } : row;
    drafts.push({ ...sure, around: isKnown ? own : [] });
    before = cut === null && below.length > 0 ? null : below.slice(cut ?? 0);
  });
  return { drafts, strays: [...strays, ...(lines.length === 0 ? above : [])] };
}

/**
 * The rows that seem whole although something is left beside them that no row lacks: what stands on their
 * line may be only the middle of a wrapped cell.
 */
function doubtfulRows(above: readonly Token[], lines: readonly FlatLine[]): Set<number> {
  const gaps = [above, ...lines.map(({ below }) => below)];
  return new Set(
    gaps.flatMap((tokens, at) => {
      const beside = [at - 1, at].filter((row) => lines[row]);
      return tokens.length > 0 && beside.every((row) => isWhole(lines[row]!.row)) ? beside : [];
    })
  );
}

/**
 * How many of the tokens between two lines belong to the upper one; null where that cannot be known. Where
 * both rows lack cells, a title in 《》 that begins above the upper line must end below it.
 */
function cutBetween(
  before: readonly Token[],
  between: readonly Token[],
  upper: FlatRow,
  lower: FlatRow | undefined
): number | null {
  if (between.length === 0 || isWhole(upper)) return 0;
  if (between.length > MOST_AROUND) return null;
  if (lower === undefined || isWhole(lower)) return between.length;
  const cuts = [...between.keys(), between.length].filter(
    (cut) => openTitles([...before, ...between.slice(0, cut)]) === 0
  );
  return cuts.length === 1 ? cuts[0]! : null;
}

function isWhole({ level3, description, target, basis }: FlatRow): boolean {
  return [level3, description, target, basis].every((cell) => cell.length > 0);
}

/** What stands around a line is the cell that its row lacks, where it lacks one. */
function fillOnlyGap(draft: Draft): Draft {
  const { around, target, level3, description, basis } = draft;
  if (around.length === 0 || openTitles(around) !== 0 || target.length === 0 || level3.length === 0)
    return draft;
  if (description.length === 0 && basis.length > 0) {
    return { ...draft, description: around, around: [] };
  }
  if (basis.length === 0 && description.length > 0) return { ...draft, basis: around, around: [] };
  return draft;
}

/** Where a row lacks both, the basis is known if its pieces are those of another row's basis. */
function fillKnownBasis(draft: Draft, known: readonly (readonly Token[])[]): Draft {
  const { around, target, description, basis } = draft;
  if (around.length === 0 || target.length === 0 || description.length + basis.length > 0) {
    return draft;
  }
  const pieces = known.map((other) => piecesIn(around, other)).find((found) => found !== null);
  if (!pieces) return draft;
  const rest = around.filter((token) => !pieces.includes(token));
  return { ...draft, basis: pieces, description: rest, around: [] };
}

/** The tokens whose texts are those of a cell of another row, in their order; null where one is missing. */
function piecesIn(around: readonly Token[], other: readonly Token[]): Token[] | null {
  const pieces: Token[] = [];
  for (const token of around) {
    if (token.text === other[pieces.length]?.text) pieces.push(token);
  }
  return pieces.length === other.length ? pieces : null;
}

/**
 * The row whose cells stand on lines of their own: with one second level, one target, and just a text for each
 * other column, in their order.
 */
function rowBeside(tokens: readonly Token[]): FlatRows {
  const level1 = tokens.filter(({ text }) => isFirstLevel(text));
  const level2 = tokens.filter(({ text }) => isSecondLevel(text));
  const target = tokens.filter(isTarget);
  const others = tokens.filter((token) => ![...level1, ...level2, ...target].includes(token));
  const isOne = level1.length < 2 && level2.length === 1 && target.length === 1;
  if (!isOne || others.length !== 3) return { rows: [], strays: tokens };
  const [level3 = [], description = [], basis = []] = others.map((token) => [token]);
  return { rows: [{ level1, level2, level3, description, target, basis }], strays: [] };
}
