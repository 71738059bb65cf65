import type { Page } from '@playwright/test';

/**
 * What of a page cannot be seen or pressed in a window of this size, even after it was scrolled to: the
 * page where it scrolls sideways, and the controls of what lies uppermost, by their names.
 */
export function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const layers = [...document.querySelectorAll('dialog[open], [role=dialog], [role=menu]')];
    const controls = [
      ...(layers.at(-1) ?? document).querySelectorAll<HTMLElement>(
        'button:enabled, a[href], input:enabled:not([type=file]), select, textarea, summary'
      )
    ].filter((control) => !control.closest('.handsontable') && control.checkVisibility());
    const cut = controls.filter((control) => {
      // A hidden radio button is pressed by its label.
      const seen = control.matches('.visually-hidden') ? control.parentElement! : control;
      seen.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, right, top, bottom } = seen.getBoundingClientRect();
      const low = Math.min(bottom, innerHeight);
      const hit = document.elementFromPoint((left + right) / 2, (top + low) / 2);
      const inside = left >= -1 && right <= innerWidth + 1 && top >= -1;
      // A field may be higher than the window.
      const whole = bottom <= innerHeight + 1 || control.matches('textarea');
      return !inside || !whole || !hit || !(seen.contains(hit) || hit.contains(seen));
    });
    const names = cut.map(({ ariaLabel, innerText, className }) => {
      return `“${ariaLabel || innerText || className}” is out of reach`;
    });
    const { scrollWidth } = document.scrollingElement!;
    return scrollWidth > innerWidth ? [...names, `the page is ${scrollWidth} pixels wide`] : names;
  });
}
