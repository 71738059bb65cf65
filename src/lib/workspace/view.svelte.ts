import type { Problem, Severity } from '#lib/model/problem.ts';
import { problemKey } from '#lib/model/problem.ts';
import type { Place, Sheet } from '#lib/model/workbook.ts';
import type { OpenWorkbook } from './open-workbook.svelte.ts';

/** The view of all indicators of the workbook in one grid. */
export const ALL_INDICATORS = 'all-indicators';

/** What the side panel shows. */
export type Panel = 'problems' | 'history' | 'peers';

/** A place to go to. A new object each time, so that going to the same place twice is two jumps. */
export interface Jump {
  readonly place: Place;
  /** Whether the keyboard goes there too; a preview leaves it where it is. */
  readonly focus: boolean;
}

/** What one person looks at in an open workbook: sheet, cell, side panel, filters. Nobody else sees it. */
export class View {
  readonly #opened: OpenWorkbook;
  #shown = $state('');
  #selected = $state.raw<Place | null>(null);
  #jump = $state.raw<Jump | null>(null);
  #problemKey = $state<string | null>(null);
  /** Where in which list of problems the last step led. */
  #step = { among: '', at: 0 };
  /** Whether a cell's editor is open; the grid on screen knows. */
  typing: () => boolean = () => false;
  panel = $state<Panel>('problems');
  panelOpen = $state(true);
  filter = $state('');
  onlyThisSheet = $state(false);
  severities = $state<Record<Severity, boolean>>({ error: true, warning: true, info: false });

  constructor(opened: OpenWorkbook, shown: string) {
    this.#opened = opened;
    this.#shown = shown;
  }

  /** The id of the sheet on screen, or ALL_INDICATORS; the first sheet where the chosen one is gone. */
  readonly shown: string = $derived.by(() => {
    const { sheets } = this.#opened.workbook;
    if (this.#shown === ALL_INDICATORS || sheets.some(({ id }) => id === this.#shown)) {
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
    this.#opened.problems.find((problem) => problemKey(problem) === this.#problemKey)
  );

  /** The problems that pass the filters, in the order of the workbook. */
  readonly problems: readonly Problem[] = $derived.by(() => {
    const words = this.filter.trim().toLowerCase();
    return this.#opened.problems.filter((problem) => {
      const { severity, place, title, message, code } = problem;
      if (!this.severities[severity]) return false;
      if (this.onlyThisSheet && place.sheet !== this.shown) return false;
      return words === '' || `${title} ${message} ${code}`.toLowerCase().includes(words);
    });
  });

  show(sheet: string): void {
    if (sheet === this.shown) return;
    this.#shown = sheet;
    // An old jump must not take the keyboard when its sheet is shown again.
    this.#jump = null;
    this.select(null);
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
    this.#opened.showPlace(place ?? { sheet: this.shown });
  }

  /** Goes to a place, switching to its sheet. In the grid of all indicators rows are found there. */
  goTo(place: Place, focus = true): void {
    const inAll = this.shown === ALL_INDICATORS && place.row !== undefined;
    if (place.sheet !== undefined && !inAll) this.show(place.sheet);
    this.#jump = { place, focus };
  }

  /** Goes to a problem: with the keyboard, or only to look at it. */
  goToProblem(problem: Problem, focus = true): void {
    this.#problemKey = problemKey(problem);
    this.goTo(problem.place, focus);
  }

  /** Goes to the next or previous problem of the sheet, or of the whole workbook. False where there is none. */
  stepProblem(by: 1 | -1, everywhere: boolean): boolean {
    this.#opened.checkNow();
    const problems = this.#opened.problems.filter(
      ({ severity, place, waived }) =>
        this.severities[severity] &&
        waived === undefined &&
        (everywhere || this.shown === ALL_INDICATORS || place.sheet === this.shown)
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
