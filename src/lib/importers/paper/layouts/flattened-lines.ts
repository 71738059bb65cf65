import { isTarget, type Token } from './flattened-tokens.ts';
import { isSecondLevel } from './level-words.ts';

/** An indicator of a flattened table, each of its cells as tokens; a cell that is not known has none. */
export interface FlatRow {
  readonly level1: readonly Token[];
  readonly level2: readonly Token[];
  readonly level3: readonly Token[];
  readonly description: readonly Token[];
  readonly target: readonly Token[];
  readonly basis: readonly Token[];
}

/** The cells on the line of a second level, and what stands between it and the next. */
export interface FlatLine {
  readonly row: FlatRow;
  readonly below: readonly Token[];
}

const EMPTY_ROW: FlatRow = {
  level1: [],
  level2: [],
  level3: [],
  description: [],
  target: [],
  basis: []
};

/** The line of each second level among tokens, and what stands above the first. */
export function flatLines(tokens: readonly Token[]): {
  readonly above: readonly Token[];
  readonly lines: readonly FlatLine[];
} {
  const { above, zones } = zonesOf(tokens);
  const bases = repeatedBases(zones);
  return { above, lines: zones.map(([level2, ...rest]) => lineOf(level2!, rest, bases)) };
}

/** How many 《 are open at the end of tokens; null where a 》 has no 《 in front of it. */
export function openTitles(tokens: readonly Token[]): number | null {
  let open = 0;
  for (const { text } of tokens) {
    for (const sign of text.match(/[《》]/g) ?? []) {
      open += sign === '《' ? 1 : -1;
      if (open < 0) return null;
    }
  }
  return open;
}

/** The tokens from each second level to the next, and those above the first. */
function zonesOf(tokens: readonly Token[]): { above: Token[]; zones: Token[][] } {
  const above: Token[] = [];
  const zones: Token[][] = [];
  for (const token of tokens) {
    if (isSecondLevel(token.text)) zones.push([token]);
    else (zones.at(-1) ?? above).push(token);
  }
  return { above, zones };
}

/**
 * Texts that stand beside the target in two rows or more, and are no targets themselves. A row with half a
 * title in 《》 does not count: what stands beside its target may be a piece of a wrapped cell.
 */
function repeatedBases(zones: readonly (readonly Token[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const zone of zones) {
    const target = zone.findIndex(isTarget);
    const isBroken = openTitles(zone) !== 0;
    const beside = target < 0 || isBroken ? [] : [zone[target - 1], zone[target + 1]];
    for (const token of beside) {
      if (token && !isTarget(token)) counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

/** The cells that stand on the line of a second level, and what stands behind them. */
function lineOf(level2: Token, rest: readonly Token[], bases: ReadonlySet<string>): FlatLine {
  const [first, ...others] = rest;
  const empty = { ...EMPTY_ROW, level2: [level2] };
  if (!first || isTarget(first)) return { row: empty, below: rest };
  const named = { ...empty, level3: [first] };
  const target = others.findIndex(isTarget);
  const basis = others.findIndex(({ text }) => bases.has(text));
  if (target < 0) return { row: named, below: others };
  const start = basis < 0 ? target : Math.min(target, basis);
  const end = basis < 0 ? target : Math.max(target, basis);
  if (end - start > 1) return { row: named, below: others };
  return {
    row: {
      ...named,
      description: others.slice(0, start),
      target: [others[target]!],
      basis: basis < 0 ? [] : [others[basis]!]
    },
    below: others.slice(end + 1)
  };
}
