import type { Page } from '@playwright/test';

/** What a frame shows: an element, with this text where one is given; or, `gone`, no such element. */
export interface Sight {
  readonly selector: string;
  readonly text?: string;
  readonly gone?: boolean;
}

declare global {
  interface Window {
    /** Milliseconds from Enter until each of the sights was painted, in their order. */
    painted: Promise<number[]>;
  }
}

/** Presses Enter, and measures until frames have been painted that show each of the sights. */
export async function timesToPaint(page: Page, sights: readonly Sight[]): Promise<number[]> {
  await page.evaluate(watchForPaint, sights);
  await page.keyboard.press('Enter');
  return page.evaluate(() => window.painted);
}

/** Runs in the page. A message sent from an animation frame arrives when that frame has been painted. */
function watchForPaint(sights: readonly Sight[]): void {
  window.painted = new Promise((resolve, reject) => {
    let begun = 0;
    const times = sights.map((): number | null => null);
    const seen = ({ selector, text, gone = false }: Sight) => {
      const element = document.querySelector(selector);
      return (element !== null && (text ?? element.textContent) === element.textContent) !== gone;
    };
    setTimeout(() => reject(new Error(`never shown: ${JSON.stringify(sights)}`)), 10_000);
    const { port1, port2 } = new MessageChannel();
    const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
    port1.onmessage = () => {
      const time = performance.now() - begun;
      sights.forEach((sight, at) => {
        if (times[at] === null && seen(sight)) times[at] = time;
      });
      const all = times.filter((one) => one !== null);
      if (all.length === times.length) resolve(all);
      else nextFrame();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Enter') return;
      begun = performance.now();
      removeEventListener('keydown', onKey, { capture: true });
      nextFrame();
    };
    addEventListener('keydown', onKey, { capture: true });
  });
}
