import { FORMULA_FUNCTIONS } from './functions.ts';
import { halfWidthFormula, piecesOf, type WrittenCells, type WrittenField } from './written.ts';

/**
 * Why a formula cannot go from one program to another: it is none of the grammar that all spreadsheets share,
 * it calls a function that is not offered here, it calculates with whole ranges at once, which programs do
 * in different ways, or it asks for its own place.
 */
export type FormulaFault = 'unreadable' | 'function' | 'range' | 'place';

/** Functions that look at where cells stand, which is another place in each program. */
const OF_PLACES: ReadonlySet<string> = new Set(['ROW', 'COLUMN']);

/** Functions that take a calculation with ranges as it is meant everywhere. */
const OF_RANGES: ReadonlySet<string> = new Set(['SUMPRODUCT']);

/** What an offered function takes. */
interface Arguments {
  readonly least: number;
  readonly most: number;
  /** Whether an argument, counted from 0, may be a range. */
  readonly mayBeRange: (at: number) => boolean;
}

/** Functions any argument of which may be a range. */
const ANYWHERE: ReadonlySet<string> = new Set(
  `AND AVERAGE AVERAGEIFS CHOOSE COLUMNS CONCAT COUNT COUNTA COUNTBLANK COUNTIFS GCD MAX MAXIFS MEDIAN MIN
  MINIFS OR PRODUCT ROWS STDEV SUBTOTAL SUM SUMIFS SUMPRODUCT SUMSQ TEXTJOIN VAR`.split(/\s+/)
);

/** Which arguments of the others may be ranges. */
const RANGES_AT: Readonly<Record<string, readonly number[]>> = {
  AVERAGEIF: [0, 2],
  COUNTIF: [0],
  HLOOKUP: [1],
  INDEX: [0],
  LARGE: [0],
  MATCH: [1],
  NETWORKDAYS: [2],
  RANK: [1],
  SMALL: [0],
  SUMIF: [0, 2],
  VLOOKUP: [1],
  XLOOKUP: [1, 2]
};

/** As the words for a call say: optional ones in brackets, … for more of them. */
const ARGUMENTS: ReadonlyMap<string, Arguments> = new Map(
  FORMULA_FUNCTIONS.map(({ name, call }) => {
    const words = call.slice(name.length + 1, -1).split(', ');
    const given = words.filter((word) => word !== '' && word !== '…');
    const least = given.filter((word) => !word.startsWith('[')).length;
    const most = words.includes('…') ? Infinity : given.length;
    const mayBeRange = (at: number) => ANYWHERE.has(name) || !!RANGES_AT[name]?.includes(at);
    return [name, { least, most, mayBeRange }];
  })
);

const TOKENS =
  /"(?:[^"]|"")*"|#[A-Z0-9/]+[!?]?|\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+|[\p{L}_][\p{L}\p{N}_.]*|<=|>=|<>|\s+|[^]/giu;

type Token = string | WrittenCells | WrittenField;

/** What stands in the way of a formula elsewhere; null where nothing does. */
export function formulaFault(formula: string): FormulaFault | null {
  const tokens = piecesOf(halfWidthFormula(formula).slice(1)).flatMap((piece): readonly Token[] =>
    typeof piece === 'string'
      ? (piece.match(TOKENS) ?? []).filter((token) => token.trim() !== '')
      : [piece.refers]
  );
  const reader = new Reader(tokens);
  if (reader.expression(false)) return 'range';
  return reader.ended ? reader.fault : (reader.fault ?? 'unreadable');
}

/** Reads tokens by the grammar of formulas, and keeps the first fault. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #fault: FormulaFault | null = null;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get fault(): FormulaFault | null {
    return this.#fault;
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Operands with signs before, between and behind them; whether it is a range and nothing else. */
  expression(ranges: boolean): boolean {
    let operators = 0;
    let isRange = false;
    for (;;) {
      while (this.#take('+', '-')) operators += 1;
      const operand = this.#operand(ranges);
      isRange ||= operand;
      while (this.#take('%')) operators += 1;
      if (!this.#take('+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>')) break;
      operators += 1;
    }
    if (isRange && operators > 0 && !ranges) this.#note('range');
    return isRange && operators === 0;
  }

  /** Whether the operand is a range. */
  #operand(ranges: boolean): boolean {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined) this.#note('unreadable');
    else if (typeof token !== 'string') return 'from' in token && token.to !== null;
    else if (token === '(') {
      const isRange = this.expression(ranges);
      this.#expect(')');
      return isRange;
    } else if (/^["#\d.]./.test(token) || /^\d$/.test(token)) return false;
    else if (this.#take('(')) this.#call(token.toUpperCase(), ranges);
    else if (!/^(TRUE|FALSE)$/i.test(token)) this.#note('unreadable');
    return false;
  }

  #call(name: string, ranges: boolean): void {
    const takes = ARGUMENTS.get(name);
    if (!takes) this.#note('function');
    if (OF_PLACES.has(name)) this.#note('place');
    let count = 0;
    if (!this.#take(')')) {
      do {
        const isRange = !this.#isNext(',', ')') && this.expression(ranges || OF_RANGES.has(name));
        if (isRange && !takes?.mayBeRange(count)) this.#note('range');
        count += 1;
      } while (this.#take(','));
      this.#expect(')');
    }
    if (takes && (count < takes.least || count > takes.most)) this.#note('unreadable');
  }

  #isNext(...wanted: readonly string[]): boolean {
    const token = this.#tokens[this.#at];
    return typeof token === 'string' && wanted.includes(token);
  }

  #take(...wanted: readonly string[]): boolean {
    const taken = this.#isNext(...wanted);
    if (taken) this.#at += 1;
    return taken;
  }

  #expect(wanted: string): void {
    if (!this.#take(wanted)) this.#note('unreadable');
  }

  #note(fault: FormulaFault): void {
    this.#fault ??= fault;
  }
}
