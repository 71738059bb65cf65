import type { View } from '#lib/workspace/view.svelte.ts';

/** The parts of an open workbook, in the order of the page: top bar, outline, sheet, side panel, status. */
const REGIONS = '.page > header, .page > nav, .page main, .page > aside, .page > footer';

const CONTROLS = 'button:enabled, a[href], input:enabled, textarea, select:enabled, [tabindex="0"]';

/** The chosen entry of the outline, and the tab that is open. */
const CHOSEN = '[aria-current="page"], [role="tab"][aria-selected="true"]';

/** Takes the keyboard to the next part of an open workbook or the one before, as F6 does in Excel. */
export function stepRegion(view: View, by: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGIONS)].filter(
    (region) => controlOf(region) !== undefined
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const before = at < 0 && by < 0 ? 0 : at;
  const next = regions[(before + by + regions.length) % regions.length];
  // A grid is entered where I was in it.
  if (next?.matches('main') && view.selected) view.goTo(view.selected);
  else if (next) controlOf(next)?.focus();
}

function controlOf(region: HTMLElement): HTMLElement | undefined {
  const controls = [...region.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) =>
    control.checkVisibility()
  );
  return controls.find((control) => control.matches(CHOSEN)) ?? controls[0];
}
