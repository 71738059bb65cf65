import type { Page } from '@playwright/test';

/** What a page has shown as kept, frame by frame: texts of cells and a length of prose. */
export interface Shown {
  /** Texts of the watched column that stood there while the status line said 已存本机. */
  readonly saved: ReadonlySet<string>;
  /** The same for 已同步. */
  readonly synced: ReadonlySet<string>;
  /** The most letters of prose that the page counted while it said 已存本机. */
  readonly savedLetters: number;
}

interface Frame {
  readonly status: string;
  readonly texts: readonly string[];
  readonly letters: number;
}

/**
 * Notes from the next page load on what a page shows in each frame, as a person who looks at it sees it:
 * a column of the grid, counted from the right, the letters of prose, and what the status line says of
 * them. What the browser has shown and not told any more when it is killed is missing, and nothing else.
 */
export async function watchShown(page: Page, fromRight: number): Promise<Shown> {
  const saved = new Set<string>();
  const synced = new Set<string>();
  const shown = { saved, synced, savedLetters: 0 };
  await page.exposeFunction('tellShown', ({ status, texts, letters }: Frame) => {
    if (status.includes('已存本机')) {
      for (const text of texts) saved.add(text);
      shown.savedLetters = Math.max(shown.savedLetters, letters);
    }
    if (status.includes('已同步')) for (const text of texts) synced.add(text);
  });
  await page.addInitScript((fromRight) => {
    let told = '';
    const look = () => {
      const status = document.querySelector('footer[aria-label=状态]')?.textContent ?? '';
      const cells = document.querySelectorAll(
        `.ht_master tbody [role=gridcell]:nth-last-child(${fromRight})`
      );
      const texts = Array.from(cells, (cell) => cell.textContent ?? '');
      const counted = document.querySelector('p.length')?.textContent ?? '';
      const frame: Frame = { status, texts, letters: Number(/\d+/.exec(counted)?.[0] ?? 0) };
      const now = JSON.stringify(frame);
      if (now !== told) (window as unknown as { tellShown(frame: Frame): void }).tellShown(frame);
      told = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, fromRight);
  return shown;
}
