import type { Edit } from '#lib/model/edit.ts';
import type { Place, Workbook } from '#lib/model/workbook.ts';
import type { OpenWorkbook } from '../open-workbook.svelte.ts';
import { ALL_PROJECTS } from '../overviews.ts';
import type { View } from '../view.svelte.ts';
import { patternOf, type FindOptions, type Range } from './pattern.ts';
import { comparePositions, positionsIn, type Position } from './positions.ts';
import { replacingOf } from './replacing.ts';
import { search, type Match, type Scope, type SearchedRows } from './search.ts';
import { inSlices } from './slices.ts';
import { textKey } from './text-key.ts';

/** What a search is made of: where one of these is another, it is made again. */
interface Asked {
  readonly workbook: Workbook;
  readonly words: string;
  readonly options: FindOptions;
  readonly scope: Scope;
}

/** The texts that something was found in, by their keys, with what matches in them. */
export interface FoundTexts {
  readonly cells: ReadonlyMap<string, readonly Range[]>;
  /** The key of the text that is looked at. */
  readonly current: string | null;
}

const NONE: readonly Match[] = [];

/** 查找 and 替换 in an open workbook: what is looked for, what was found, and which of it is looked at. */
export class Finder {
  readonly #opened: OpenWorkbook;
  readonly #view: View;
  words = $state('');
  /** What is written in place of what is found. */
  by = $state('');
  options = $state.raw<FindOptions>({ matchCase: false, wholeText: false, matchWidth: false });
  /** Whether the whole workbook is searched, and not only the sheet on screen. */
  everywhere = $state(false);
  /** Whether the bar is on screen. */
  shown = $state(false);
  /** Whether the bar offers to replace. */
  replacing = $state(false);
  /** Each time that the keyboard is asked to come to the words, another object; null before. */
  asked = $state.raw<object | null>(null);
  #matches = $state.raw(NONE);
  #found = $state.raw<ReadonlyMap<string, readonly Range[]>>(new Map());
  #current = $state.raw<Match | null>(null);
  /** Where I was when the match was gone to. */
  #stood: Place | null = null;
  #searching = $state(false);
  #searched: Asked | null = null;
  #rows: SearchedRows = new WeakMap();
  #running: { readonly asked: Asked; readonly end: Promise<void> } | null = null;

  constructor(opened: OpenWorkbook, view: View) {
    this.#opened = opened;
    this.#view = view;
  }

  /** All that matches, from the top of the first sheet to the bottom of the last. */
  get matches(): readonly Match[] {
    return this.#matches;
  }

  /** What matches in each text, by its key, and which text is looked at; null where nothing was found. */
  readonly marks: FoundTexts | null = $derived.by(() => {
    const cells = this.#found;
    return cells.size > 0 ? { cells, current: this.#current && textKey(this.#current) } : null;
  });

  /** The match that is looked at; null before the first step and where it is gone. */
  get current(): Match | null {
    return this.#current;
  }

  get searching(): boolean {
    return this.#searching;
  }

  /** Which match is looked at, from 1; 0 where none is. */
  readonly number: number = $derived(this.#current ? this.#matches.indexOf(this.#current) + 1 : 0);

  /** Shows the bar; `focus` brings the keyboard there, which stays where it is otherwise. */
  show(replacing: boolean, focus: boolean): void {
    this.shown = true;
    this.replacing = replacing;
    this.asked = focus ? {} : null;
  }

  close(): void {
    this.shown = false;
    this.#take(NONE, new Map());
    this.#searched = null;
    this.#running = null;
    this.#searching = false;
  }

  /** Searches for what is asked now, unless that has been done. Typing goes on meanwhile. */
  search(): Promise<void> {
    const asked = this.#asked();
    if (this.#searched && isSame(this.#searched, asked)) return Promise.resolve();
    if (this.#running && isSame(this.#running.asked, asked)) return this.#running.end;
    const end = this.#search(asked);
    this.#running = { asked, end };
    return end;
  }

  /**
   * Goes to the next match, or to the one before, from the cell or field that one is in, and round.
   * @param focus whether the keyboard goes there too
   * @returns whether there is one
   */
  async step(by: 1 | -1, focus: boolean): Promise<boolean> {
    await this.search();
    const matches = this.#matches;
    if (matches.length === 0) return false;
    const { selected } = this.#view;
    const current = this.#current;
    if (current && this.#isHere(current)) {
      const next = matches.indexOf(current) + by + matches.length;
      this.go(matches[next % matches.length]!, focus);
    } else {
      const place = selected ?? { sheet: this.#view.shown };
      const from = positionsIn(this.#opened.workbook)({ place, property: null });
      this.go(this.#nearest(from, by), focus);
    }
    return true;
  }

  /** Goes to a match. One of the cover is in no sheet: the bar shows it. */
  go(match: Match, focus: boolean): void {
    this.#current = match;
    this.#stood = this.#view.selected;
    if (match.place.sheet === undefined) return;
    this.#view.goTo(cellOf(match), focus, true);
    const { sheet, row, column, field } = match.place;
    // A field without the keyboard tells nobody that it was gone to.
    this.#view.select({
      sheet,
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      ...(field !== undefined && { field })
    });
  }

  /** Where the keyboard goes when the bar is closed; null where it was in no sheet. */
  get here(): Place | null {
    const current = this.#current;
    const { selected } = this.#view;
    if (current?.property === 'number' && this.#isHere(current)) return cellOf(current);
    return selected?.row === undefined && selected?.field === undefined ? null : selected;
  }

  /**
   * Replaces the match that is looked at, and goes to the next; goes to the first where none is looked at.
   * @returns how many were replaced: one or none
   */
  async replace(): Promise<number> {
    await this.search();
    const current = this.#current;
    if (!current || !this.#isHere(current)) {
      await this.step(1, false);
      return 0;
    }
    const { workbook } = this.#opened;
    const { edit, count } = replacingOf(workbook, [current], this.by);
    if (count === 0 || !this.#opened.edit(edit)) {
      await this.step(1, false);
      return 0;
    }
    const [sheet = 0, part = 0, line = 0, across = 0, at = 0] = positionsIn(workbook)(current);
    await this.search();
    const behind = isPassage(current) ? at + this.by.length - 1 : Infinity;
    if (this.#matches.length > 0) {
      this.go(this.#nearest([sheet, part, line, across, behind], 1), false);
    }
    return 1;
  }

  /** The edit that replaces everything found as one step, and how many that are. */
  async replaceAll(): Promise<{ readonly edit: Edit; readonly count: number }> {
    await this.search();
    return replacingOf(this.#opened.workbook, this.#matches, this.by);
  }

  #asked(): Asked {
    const { workbook } = this.#opened;
    return { workbook, words: this.words, options: this.options, scope: this.#scope(workbook) };
  }

  #scope(workbook: Workbook): Scope {
    const { sheet, shown } = this.#view;
    if (this.everywhere) return { sheets: workbook.sheets, parts: 'all', cover: workbook };
    if (sheet) return { sheets: [sheet], parts: 'all', cover: null };
    const sheets = workbook.sheets.filter(({ kind }) => kind === 'project');
    return { sheets, parts: shown === ALL_PROJECTS ? 'projects' : 'indicators', cover: null };
  }

  async #search(asked: Asked): Promise<void> {
    const { words, options, scope } = asked;
    const before = this.#searched ?? this.#running?.asked;
    if (before?.words !== words || before.options !== options) this.#rows = new WeakMap();
    const pattern = patternOf(words, options);
    const matches: Match[] = [];
    const found = new Map<string, readonly Range[]>();
    this.#searching = true;
    const steps = pattern ? search(scope, pattern, this.#rows) : [];
    const done = await inSlices(
      steps,
      (match) => {
        if (!match) return;
        matches.push(match);
        const key = textKey(match);
        found.set(key, [...(found.get(key) ?? []), ...match.ranges]);
      },
      () => this.#running?.asked === asked
    );
    if (!done || this.#running?.asked !== asked) return this.#running?.end;
    this.#running = null;
    this.#searching = false;
    this.#searched = asked;
    this.#take(matches, found);
  }

  #take(matches: readonly Match[], found: ReadonlyMap<string, readonly Range[]>): void {
    const current = this.#current;
    this.#matches = matches;
    if (found.size > 0 || this.#found.size > 0) this.#found = found;
    this.#current = (current && matches.find((match) => isSameMatch(match, current))) ?? null;
  }

  /** Whether I am still where a match is, or was when the bar showed it. */
  #isHere({ place }: Match): boolean {
    const { selected } = this.#view;
    if (place.sheet === undefined) return selected === this.#stood;
    return !selected || isIn(selected, place);
  }

  /** The first match after a position, or the last before it; from the other end where there is none. */
  #nearest(position: Position, by: 1 | -1): Match {
    const matches = this.#matches;
    const positionOf = positionsIn(this.#opened.workbook);
    const differs = (match: Match) => comparePositions(positionOf(match), position) * by > 0;
    const found = by > 0 ? matches.find(differs) : matches.findLast(differs);
    return found ?? matches.at(by > 0 ? 0 : -1)!;
  }
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.workbook === other.workbook &&
    one.words === other.words &&
    one.options === other.options &&
    one.scope.parts === other.scope.parts &&
    one.scope.cover === other.scope.cover &&
    one.scope.sheets.length === other.scope.sheets.length &&
    one.scope.sheets.every((sheet, at) => sheet === other.scope.sheets[at])
  );
}

function isSameMatch(one: Match, other: Match): boolean {
  const [[from] = [0]] = one.ranges;
  const [[otherFrom] = [0]] = other.ranges;
  return textKey(one) === textKey(other) && (!isPassage(one) || from === otherFrom);
}

/** Whether it is one of several in a long text. */
function isPassage({ place, property }: Match): boolean {
  return property === 'note' || place.range !== undefined;
}

/** The place of a match, where a number is a cell of 项目总表. */
function cellOf({ place, property }: Match): Place {
  return property === 'number' ? { ...place, field: 'number' } : place;
}

function isIn(selected: Place, place: Place): boolean {
  return (
    selected.sheet === place.sheet &&
    selected.row === place.row &&
    selected.column === place.column &&
    selected.field === place.field
  );
}
