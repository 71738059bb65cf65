import { attribute, childOf, childrenOf, descend, isNamed, type Element } from '../office/xml.ts';
import { formatNumber } from './number-formats.ts';
import { countOf, isOn, valueOf } from './properties.ts';
import { inherited, type Styles } from './styles.ts';

/** A level of a list. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** With `%1` … `%9` for the numbers of the levels. */
  readonly text: string;
  /** Written in digits, whatever the levels above it say. */
  readonly legal: boolean;
  /** Below which level a number begins again, from 1; 0 never. */
  readonly restart: number | undefined;
  readonly gap: string;
  /** The paragraph style whose paragraphs are numbered on this level. */
  readonly style: string | undefined;
}

/** A list as a paragraph names it; several may count on in one. */
interface List {
  readonly counter: string;
  readonly levels: readonly Level[];
  /** The levels, from 0, that this list begins anew, and with which number. */
  readonly overrides: ReadonlyMap<number, number>;
}

/** Word has nine levels. */
const LEVELS = 9;

/** Numbers that end in a sign of their own stand directly before their text. */
const NEEDS_GAP = /[0-9A-Za-z０-９]$/;

/**
 * The numbers that Word makes for the paragraphs of lists (ECMA-376 part 1, 17.9), in the order of the
 * paragraphs.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>;
  readonly #styles: Styles;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /** @param root of the part `word/numbering.xml`, undefined where the document has none */
  constructor(root: Element | undefined, styles: Styles) {
    this.#lists = root ? readLists(root, styles) : new Map();
    this.#styles = styles;
  }

  /** The number in front of the next paragraph, with its gap; empty where it has none. */
  next(paragraphProperties: Element | undefined): string {
    const style = valueOf(paragraphProperties && childOf(paragraphProperties, 'pStyle'));
    const own = paragraphProperties && childOf(paragraphProperties, 'numPr');
    const ownList = valueOf(own && childOf(own, 'numId'));
    const listId = ownList ?? inherited(this.#styles, style, 'list') ?? '';
    const list = this.#lists.get(listId);
    if (!list) return '';
    const ofStyle =
      ownList === undefined ? list.levels.findIndex((each) => each.style === style) : -1;
    const said =
      valueOf(own && childOf(own, 'ilvl')) ?? inherited(this.#styles, style, 'listLevel');
    const depth =
      ofStyle >= 0 && style !== undefined ? ofStyle : Math.min(countOf(said, 0), LEVELS - 1);
    return print(list, list.levels[depth]!, this.#count(listId, list, depth));
  }

  /** Counts a paragraph, and gives the numbers of all levels. */
  #count(listId: string, list: List, depth: number): readonly (number | undefined)[] {
    const before = this.#counts.get(list.counter) ?? [];
    const override = list.overrides.get(depth);
    const anew = override !== undefined && !this.#begun.has(`${listId}/${depth}`);
    this.#begun.add(`${listId}/${depth}`);
    const last = anew ? undefined : before[depth];
    const first = override ?? list.levels[depth]!.start;
    const counts = list.levels.map((level, index) => {
      if (index < depth) return before[index];
      if (index === depth) return last === undefined ? first : last + 1;
      return level.restart === 0 || (level.restart ?? index) <= depth ? before[index] : undefined;
    });
    this.#counts.set(list.counter, counts);
    return counts;
  }
}

function print(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return '';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = level.legal ? 'decimal' : (list.levels[index]?.format ?? 'decimal');
    return format === 'none'
      ? ''
      : formatNumber(counts[index] ?? list.levels[index]!.start, format);
  });
  return text === '' ? '' : text + (NEEDS_GAP.test(text) ? level.gap : '');
}

function readLists(root: Element, styles: Styles): ReadonlyMap<string, List> {
  const definitions = new Map(
    childrenOf(root, 'abstractNum').map((list) => [attribute(list, 'abstractNumId') ?? '', list])
  );
  const numbers = new Map(
    childrenOf(root, 'num').map((number) => [attribute(number, 'numId') ?? '', number])
  );
  const definitionOf = (number: Element | undefined) =>
    valueOf(number && childOf(number, 'abstractNumId')) ?? '';
  const lists = [...numbers].flatMap(([id, number]): [string, List][] => {
    const own = definitionOf(number);
    const definition = definitions.get(own);
    const link = valueOf(definition && childOf(definition, 'numStyleLink'));
    const linked = inherited(styles, link, 'list');
    const counter = linked === undefined ? own : definitionOf(numbers.get(linked));
    const counted = definitions.get(counter);
    return counted ? [[id, readList(number, counted, counter)]] : [];
  });
  return new Map(lists);
}

function readList(number: Element, definition: Element, counter: string): List {
  const overrides = childrenOf(number, 'lvlOverride');
  const levels = Array.from({ length: LEVELS }, (_, index) => {
    const own = overrides.find((override) => countOf(attribute(override, 'ilvl'), 0) === index);
    const element = (own && childOf(own, 'lvl')) ?? levelOf(definition, index);
    return readLevel(element);
  });
  return {
    counter,
    levels,
    overrides: new Map(
      overrides.flatMap((override) => {
        const start = valueOf(childOf(override, 'startOverride'));
        const index = countOf(attribute(override, 'ilvl'), 0);
        return start === undefined ? [] : [[index, countOf(start, 1)] as const];
      })
    )
  };
}

function levelOf(definition: Element, index: number): Element | undefined {
  return childrenOf(definition, 'lvl').find(
    (level) => countOf(attribute(level, 'ilvl'), 0) === index
  );
}

function readLevel(level: Element | undefined): Level {
  const suffix = level && valueOf(childOf(level, 'suff'));
  const restart = level && valueOf(childOf(level, 'lvlRestart'));
  return {
    start: countOf(level && valueOf(childOf(level, 'start')), 0),
    format: (level && valueOf(formatElement(level))) ?? 'decimal',
    text: (level && valueOf(childOf(level, 'lvlText'))) ?? '',
    legal: isOn(level && childOf(level, 'isLgl')) ?? false,
    restart: restart === undefined ? undefined : countOf(restart, 0),
    gap: suffix === 'nothing' ? '' : ' ',
    style: valueOf(level && childOf(level, 'pStyle'))
  };
}

/** Formats that older programs do not know stand beside one that they do. */
function formatElement(level: Element): Element | undefined {
  const alternatives = childrenOf(level).find((child) => isNamed(child, 'AlternateContent'));
  return childOf(level, 'numFmt') ?? (alternatives && descend(alternatives, 'Fallback', 'numFmt'));
}
