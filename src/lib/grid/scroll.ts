import type { Content } from './content.ts';
import { idsOf } from './lines.ts';

/** What is seen of a table: it scrolls by itself or with the page. */
export class Scroll {
  readonly #element: HTMLElement;
  readonly #content: Content;
  readonly #scrolls: boolean;

  /** @param scrolls whether the table scrolls by itself, and not with the page */
  constructor(element: HTMLElement, content: Content, scrolls: boolean) {
    this.#element = element;
    this.#content = content;
    this.#scrolls = scrolls;
  }

  /**
   * Remembers where the lines stand before some come, go and grow; the returned function scrolls
   * until they stand there again.
   *
   * @param looked the line that is looked at, where it is on the screen; otherwise the uppermost one
   */
  hold(looked: number | undefined): () => void {
    const scroller = this.#scroller;
    const ids = idsOf(this.#content.lines);
    const tops = this.#tops;
    const { top, bottom } = scroller.getBoundingClientRect();
    const from = Math.max(0, top) + (this.#scrolls ? this.#headings : 0);
    const seen = (y: number) => y >= from && y < Math.min(bottom, innerHeight);
    const preferred = looked !== undefined && seen(tops[looked] ?? -1) ? looked : undefined;
    // At its beginning a list shows what is put in there.
    const anchor = preferred ?? (scroller.scrollTop > 0 ? tops.findIndex(seen) : -1);
    if (anchor < 0) return () => {};
    return () => {
      const places = new Map(this.#content.lines.map(({ row }, at) => [row.id, at]));
      const kept = ids.findIndex((id, at) => at >= anchor && places.has(id));
      if (kept < 0) return;
      const moved = this.#tops[places.get(ids[kept]!)!]! - tops[kept]!;
      if (moved !== 0) scroller.scrollTop += moved;
    };
  }

  /** Scrolls by what is seen at once, or to the end; the line that stands then where `line` stood. */
  page(line: number, step: 1 | -1): number {
    const scroller = this.#scroller;
    const { top, bottom } = scroller.getBoundingClientRect();
    const room = Math.min(bottom, innerHeight) - Math.max(0, top) - this.#headings;
    const { tops } = this.#content.sizes;
    const aim = tops[line]! + step * room;
    const past = tops.findIndex((offset) => offset > aim);
    const to = step > 0 ? (past < 0 ? tops.length : past) - 1 : Math.max(0, past);
    // A line that is higher than the screen is left all the same.
    const next = to === line ? Math.min(Math.max(0, line + step), tops.length - 1) : to;
    scroller.scrollTop += tops[next]! - tops[line]!;
    return next;
  }

  /** Where the lines begin on the screen, in pixels. */
  get #tops(): number[] {
    const hider = this.#element.querySelector('.ht_master .wtHider');
    const top = (hider?.getBoundingClientRect().top ?? 0) + this.#headings;
    return this.#content.sizes.tops.map((offset) => top + offset);
  }

  get #headings(): number {
    return this.#element.querySelector('thead')?.offsetHeight ?? 0;
  }

  get #scroller(): Element {
    if (this.#scrolls) return this.#element.querySelector('.ht_master .wtHolder')!;
    for (let at = this.#element.parentElement; at; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
    }
    return document.documentElement;
  }
}
