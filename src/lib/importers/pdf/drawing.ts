import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Glyph } from './glyph.ts';
import { follow, IDENTITY, type Matrix } from './matrix.ts';
import { rulingsOf, type Painting, type Ruling } from './rulings.ts';
import {
  atMatrix,
  onNextLine,
  PLAIN_TEXT,
  write,
  type PrintedFont,
  type Sign,
  type TextState
} from './text-state.ts';

/** What is printed on a page, in the order in which it is drawn. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  /** As drawn: in pieces, and more than once where two cells share them. */
  readonly rulings: readonly Ruling[];
  /** The text of a watermark that stands aslant; empty where there is none. */
  readonly aslant: string;
  /** Whether anything is drawn at all, be it only a picture. */
  readonly blank: boolean;
}

/** A page's operators, as pdf.js lists them: their numbers, and what each is given. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface State {
  /** From user space to the page as shown. */
  readonly page: Matrix;
  readonly text: TextState;
}

type Arguments = readonly unknown[];

/** Operators that change how text is written: what each makes of the state and its numbers. */
const TEXT_CHANGES: Readonly<
  Record<number, (state: TextState, ...given: readonly number[]) => TextState>
> = {
  [OPS.beginText]: (state) => atMatrix(state, IDENTITY),
  [OPS.setCharSpacing]: (state, charSpacing = 0) => ({ ...state, charSpacing }),
  [OPS.setWordSpacing]: (state, wordSpacing = 0) => ({ ...state, wordSpacing }),
  [OPS.setHScale]: (state, percent = 100) => ({ ...state, scale: percent / 100 }),
  [OPS.setLeading]: (state, leading = 0) => ({ ...state, leading }),
  [OPS.setTextRise]: (state, rise = 0) => ({ ...state, rise }),
  [OPS.moveText]: (state, x = 0, y = 0) => onNextLine(state, x, y),
  [OPS.setLeadingMoveText]: (state, x = 0, y = 0) => onNextLine({ ...state, leading: -y }, x, y),
  [OPS.nextLine]: (state) => onNextLine(state, 0, -state.leading)
};

/** How each operator that ends a path paints it. */
const PAINTINGS: Readonly<Record<number, Painting>> = {
  [OPS.stroke]: { stroked: true, filled: false },
  [OPS.closeStroke]: { stroked: true, filled: false },
  [OPS.fill]: { stroked: false, filled: true },
  [OPS.eoFill]: { stroked: false, filled: true },
  [OPS.fillStroke]: { stroked: true, filled: true },
  [OPS.eoFillStroke]: { stroked: true, filled: true },
  [OPS.closeFillStroke]: { stroked: true, filled: true },
  [OPS.closeEOFillStroke]: { stroked: true, filled: true }
};

/**
 * Follows a page's operators and keeps what is printed.
 * @param fonts by the names that the operators give them
 * @param page the map from the page's own units to points from its top left corner, as it is shown
 */
export function readDrawing(
  { fnArray, argsArray }: Operators,
  fonts: ReadonlyMap<string, PrintedFont>,
  page: Matrix
): Drawing {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  const kept: State[] = [];
  let aslant = '';
  let blank = true;
  let state: State = { page, text: PLAIN_TEXT };
  for (const [index, operator] of fnArray.entries()) {
    const given = (argsArray[index] ?? []) as Arguments;
    const change = TEXT_CHANGES[operator];
    if (change) {
      state = { ...state, text: change(state.text, ...(given as readonly number[])) };
      continue;
    }
    switch (operator) {
      case OPS.save:
        kept.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = kept.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        kept.push(state);
        state = { ...state, page: follow(matrixOf(given[0]), state.page) };
        break;
      case OPS.transform:
        blank = false;
        state = { ...state, page: follow(matrixOf(given), state.page) };
        break;
      case OPS.setFont: {
        const [name, size] = given as readonly [string, number];
        state = { ...state, text: { ...state.text, font: fonts.get(name) ?? null, size } };
        break;
      }
      case OPS.setTextMatrix:
        state = { ...state, text: atMatrix(state.text, matrixOf(given[0])) };
        break;
      case OPS.showText: {
        const written = write(state.text, given[0] as readonly (Sign | number)[], state.page);
        for (const glyph of written.glyphs) glyphs.push(glyph);
        aslant += written.aslant;
        state = { ...state, text: written.state };
        break;
      }
      case OPS.constructPath: {
        const painting = PAINTINGS[given[0] as number];
        const [path] = given[1] as readonly [ArrayLike<number> | null];
        if (!painting || !path) break;
        blank = false;
        for (const ruling of rulingsOf(path, painting, state.page)) rulings.push(ruling);
        break;
      }
    }
  }
  return { glyphs, rulings, aslant, blank };
}

/** A matrix as an operator gives it: six numbers, or a list of them; none is the one that moves nothing. */
function matrixOf(given: unknown): Matrix {
  const numbers =
    given === null || given === undefined ? [] : Array.from(given as ArrayLike<number>);
  return numbers.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
}
