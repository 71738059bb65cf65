/** What keys, menus and gestures open in the page of a workbook. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./DisclosureGrid.svelte'),
  () => import('./StatusHelp.svelte'),
  () => import('./ExportItems.svelte'),
  () => import('./HeadingMenu.svelte'),
  () => import('./FindBar.svelte'),
  () => import('#lib/workspace/find/finder.svelte.ts'),
  () => import('./GoToDialog.svelte'),
  () => import('./PasteCard.svelte'),
  () => import('./FillChip.svelte')
];

/**
 * Fetches one part after the other while the page has nothing else to do, so that it is there when it is
 * asked for, also where no service worker keeps it. Returns how to stop.
 */
export function fetchAhead(): () => void {
  // Safari does not tell when it has nothing to do.
  if (!('requestIdleCallback' in globalThis)) return () => undefined;
  const parts = PARTS.values();
  let waiting: number;
  const fetchNext = () => {
    // A part that cannot be fetched is fetched again when it is asked for.
    const fetched = parts.next().value?.();
    void fetched?.catch(() => undefined).then(wait);
  };
  const wait = () => (waiting = requestIdleCallback(fetchNext));
  wait();
  return () => cancelIdleCallback(waiting);
}
