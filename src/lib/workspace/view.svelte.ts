import { untrack } from 'svelte';
import type { Problem, Severity } from '#lib/model/problem.ts';
import { problemKey } from '#lib/model/problem.ts';
import { fieldText, findSheet, type Place, type Sheet } from '#lib/model/workbook.ts';
import { CommentView } from './comments/comment-view.svelte.ts';
import type { Finder } from './find/finder.svelte.ts';
import type { OpenWorkbook } from './open-workbook.svelte.ts';
import { isInOverview, isOverview } from './overviews.ts';
import { filterProblems, type Filtered } from './problems/filter.ts';
import { groupByRule, groupBySheet, type Grouping, type ProblemGroup } from './problems/groups.ts';

/** What the side panel shows. */
export type Panel = 'problems' | 'comments' | 'history' | 'peers';

/** A place to go to. A new object each time, so that going to the same place twice is two jumps. */
export interface Jump {
  readonly place: Place;
  /** Whether the keyboard goes there too; a preview leaves it where it is. */
  readonly focus: boolean;
  /** What the field held then, where the place is one: a passage of it is marked while it does. */
  readonly text: string;
}

/** The actions on some problems, offered at a point of the screen. */
export interface ProblemMenu {
  readonly problems: readonly Problem[];
  readonly x: number;
  readonly y: number;
}

/** What one person looks at in an open workbook: sheet, cell, side panel, filters. Nobody else sees it. */
export class View {
  readonly #opened: OpenWorkbook;
  #shown = $state('');
  #selected = $state.raw<Place | null>(null);
  #jump = $state.raw<Jump | null>(null);
  /** The property of the workbook that was gone to; null while nobody looks at one. */
  property = $state.raw<Place | null>(null);
  #problemKey = $state<string | null>(null);
  /** Where in which list of problems the last step led. */
  #step = { among: '', at: 0 };
  /** Whether a cell's editor is open; the grid on screen knows. */
  typing: () => boolean = () => false;
  readonly comments = new CommentView();
  /** What is being looked for; null until somebody looks for something. */
  finder = $state.raw<Finder | null>(null);
  /** Whether somebody is asked where to go. */
  goingTo = $state(false);
  /** The colleague whom I follow from cell to cell; null while I go by myself. */
  following = $state<number | null>(null);
  panel = $state<Panel>('problems');
  panelOpen = $state(true);
  filter = $state('');
  grouping = $state<Grouping>('sheet');
  /** Whether the history is that of the cell or field that I am in. */
  onlyThisPlace = $state(false);
  /** Whether the accepted problems are listed instead of the open ones. */
  waived = $state(false);
  /** Whether the places that a problem rests on are shown side by side. */
  beside = $state(false);
  /** The actions that are offered now; null where none are. */
  menu = $state.raw<ProblemMenu | null>(null);
  /** The problem that is being waived; null where none is. */
  waiving = $state.raw<Problem | null>(null);
  /** What the page shows: the sheets, or in their place the settings of rules or the print preview. */
  screen = $state<'sheets' | 'rules' | 'preview'>('sheets');
  #fixing = $state.raw<ReadonlySet<string> | null>(null);
  onlyThisSheet = $state(false);
  severities = $state<Record<Severity, boolean>>({ error: true, warning: true, info: false });
  /** Which groups of the list were opened or closed by hand. */
  #folded = $state.raw<ReadonlyMap<string, boolean>>(new Map());

  constructor(opened: OpenWorkbook, shown: string) {
    this.#opened = opened;
    this.#shown = shown;
  }

  /** The id of the sheet or overview on screen; the first sheet where the chosen one is gone. */
  readonly shown: string = $derived.by(() => {
    const { sheets } = this.#opened.workbook;
    if (isOverview(this.#shown) || sheets.some(({ id }) => id === this.#shown)) {
      return this.#shown;
    }
    return (sheets.find(({ kind }) => kind === 'project') ?? sheets[0])?.id ?? '';
  });

  readonly sheet: Sheet | undefined = $derived.by(() =>
    this.#opened.workbook.sheets.find(({ id }) => id === this.shown)
  );

  /** The cell or field that I am in. */
  get selected(): Place | null {
    return this.#selected;
  }

  get jump(): Jump | null {
    return this.#jump;
  }

  /** The problem that was gone to last, while it is still there. */
  readonly problem: Problem | undefined = $derived.by(() =>
    this.#opened.checking.problems.find((problem) => problemKey(problem) === this.#problemKey)
  );

  /** The sheets when the problems were found: no list is made anew at an edit, and again at its check. */
  readonly #checkedSheets: readonly Sheet[] = $derived.by(() => {
    void this.#opened.checking.problems;
    return untrack(() => this.#opened.workbook.sheets);
  });

  /** The problems that pass the filters, in the order of the workbook, and how many do not. */
  readonly filtered: Filtered = $derived.by(() =>
    filterProblems(this.#opened.checking.problems, this.#checkedSheets, {
      waived: this.waived,
      severities: this.severities,
      sheet: this.onlyThisSheet && !isOverview(this.shown) ? this.shown : null,
      words: this.filter
    })
  );

  /** The same problems in the groups of the list. */
  readonly groups: readonly ProblemGroup[] = $derived.by(() => {
    const { problems } = this.filtered;
    return this.grouping === 'rule'
      ? groupByRule(problems)
      : groupBySheet(problems, this.#checkedSheets);
  });

  /**
   * Whether only the heading of a group is listed. Rules that are merely worth a look speak of most
   * rows: they are closed until somebody opens them.
   */
  isFolded({ id, code, problems }: ProblemGroup): boolean {
    const merelyInfo = code !== undefined && problems.every(({ severity }) => severity === 'info');
    return this.#folded.get(id) ?? merelyInfo;
  }

  fold({ id }: ProblemGroup, folded: boolean): void {
    this.#folded = new Map(this.#folded).set(id, folded);
  }

  /** Shows all problems of the list's kind again, open or waived. */
  clearFilters(): void {
    this.filter = '';
    this.onlyThisSheet = false;
    this.severities = { error: true, warning: true, info: true };
  }

  /** The problems that are to be fixed together, as they are now; null where nobody asked for it. */
  readonly fixing: readonly Problem[] | null = $derived.by(() => {
    const keys = this.#fixing;
    return (
      keys && this.#opened.checking.problems.filter((problem) => keys.has(problemKey(problem)))
    );
  });

  /** Asks to fix problems together, after a look at what changes; null ends it. */
  fixAll(problems: readonly Problem[] | null): void {
    this.#fixing = problems && new Set(problems.map(problemKey));
  }

  /** Shows the places that a problem rests on side by side. */
  showBeside(problem: Problem): void {
    this.beside = true;
    // The properties would lie over what is to be compared.
    if (problem.place.sheet === undefined) this.#problemKey = problemKey(problem);
    else this.goToProblem(problem, false);
  }

  /** The open problems of the cell or field that I am in; of the one gone to last where it has none. */
  problemsHere(): readonly Problem[] {
    const { sheet, row, column, field } = this.#selected ?? {};
    const here = this.#opened.checking.problems.filter(
      ({ place, waived }) =>
        waived === undefined &&
        (row !== undefined || field !== undefined) &&
        place.sheet === sheet &&
        place.row === row &&
        (place.column === column || place.column === undefined) &&
        place.field === field
    );
    const { problem } = this;
    if (!problem || problem.waived !== undefined) return here;
    // A text may have many: the one that was gone to is meant.
    return here.length === 0 || (field !== undefined && here.includes(problem)) ? [problem] : here;
  }

  show(sheet: string): void {
    if (sheet === this.shown) return;
    this.#shown = sheet;
    // An old jump must not take the keyboard when its sheet is shown again.
    this.#jump = null;
    this.select(null);
  }

  /** Lists who changed the cell or field that I am in. */
  showHistoryHere(): void {
    this.panel = 'history';
    this.panelOpen = true;
    this.onlyThisPlace = true;
  }

  /** Shows the sheet before or after the one on screen. */
  step(by: 1 | -1): void {
    const { sheets } = this.#opened.workbook;
    const at = sheets.findIndex(({ id }) => id === this.shown);
    const next = sheets[(at + by + sheets.length) % sheets.length];
    if (next) this.show(next.id);
  }

  select(place: Place | null): void {
    this.#selected = place;
    this.#opened.connection.showPlace(place ?? { sheet: this.shown });
  }

  /**
   * Goes to a place, switching to its sheet; one of the workbook's own is among its properties. In the
   * grid of all indicators rows are found there, and with `staying` fields in that of all projects.
   */
  goTo(place: Place, focus = true, staying = false): void {
    if (place.sheet === undefined && place.field !== undefined) {
      this.property = place;
      return;
    }
    const here = isInOverview(this.shown, place) && (place.row !== undefined || staying);
    if (place.sheet !== undefined && !here) this.show(place.sheet);
    const sheet = findSheet(this.#opened.workbook, place.sheet);
    const text = sheet && place.field !== undefined ? fieldText(sheet, place.field) : '';
    this.#jump = { place, focus, text };
  }

  /** The passage of a field that was gone to, while the field still holds `text` as it did then. */
  passageIn(sheet: string, field: string, text: string): Place['range'] {
    const jump = this.#jump;
    const here = jump?.place.sheet === sheet && jump.place.field === field && jump.text === text;
    return here ? jump.place.range : undefined;
  }

  /** Goes to a problem: with the keyboard, or only to look at it. */
  goToProblem(problem: Problem, focus = true): void {
    this.#problemKey = problemKey(problem);
    this.goTo(problem.place, focus);
  }

  /**
   * Goes to the next or previous problem of the sheet, or of the whole workbook, as soon as the problems
   * are known. Resolves with false where there is none.
   */
  async stepProblem(by: 1 | -1, everywhere: boolean): Promise<boolean> {
    await this.#opened.checking.now();
    const problems = this.#opened.checking.problems.filter(
      ({ severity, place, waived }) =>
        this.severities[severity] &&
        waived === undefined &&
        (everywhere || isOverview(this.shown) || place.sheet === this.shown)
    );
    if (problems.length === 0) return false;
    const among = everywhere ? '' : this.shown;
    const found = problems.findIndex((problem) => problemKey(problem) === this.#problemKey);
    // One that was mended has made room: the next one stands where it stood.
    const mended = this.#step.among === among ? this.#step.at - (by > 0 ? 1 : 0) : by > 0 ? -1 : 0;
    const at = ((found < 0 ? mended : found) + by + problems.length) % problems.length;
    this.#step = { among, at };
    this.goToProblem(problems[at]!);
    return true;
  }
}
