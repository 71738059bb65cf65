import type { Page } from '@playwright/test';

/** Scrolls a list to its end in so many steps, one each frame. How many milliseconds each frame took. */
export function scrollThrough(page: Page, list: string, frames: number): Promise<number[]> {
  return page.evaluate(
    async ({ list, frames }) => {
      const element = document.querySelector(list)!;
      element.scrollTop = 0;
      const { port1, port2 } = new MessageChannel();
      const painted = () =>
        new Promise<void>((resolve) => {
          port1.onmessage = () => resolve();
          requestAnimationFrame(() => port2.postMessage(null));
        });
      await painted();
      await painted();
      const times: number[] = [];
      for (let frame = 1; frame <= frames; frame += 1) {
        const begun = performance.now();
        element.scrollTop = ((element.scrollHeight - element.clientHeight) * frame) / frames;
        await painted();
        times.push(performance.now() - begun);
      }
      return times;
    },
    { list, frames }
  );
}
