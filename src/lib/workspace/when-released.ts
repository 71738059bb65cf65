/** Nobody presses a button so long; the release may have been outside the window, in milliseconds. */
const LONGEST_PRESS = 1000;

let pressed = false;

/** Absent where the command line and its tests run. */
const page = globalThis.document as Document | undefined;
page?.addEventListener('pointerdown', () => (pressed = true), { capture: true });
for (const end of ['pointerup', 'pointercancel']) {
  page?.addEventListener(end, () => (pressed = false), { capture: true });
}

/**
 * Calls back at once, or where a button of the pointer is down, after it was let go and has clicked: what
 * moved from under the pointer in between would miss the click.
 * @returns how to call it off; null where it has been called
 */
export function whenReleased(callback: () => void): (() => void) | null {
  if (!pressed || !page) {
    callback();
    return null;
  }
  const end = new AbortController();
  const run = () => {
    end.abort();
    callback();
  };
  let clicked: ReturnType<typeof setTimeout> | undefined;
  const longest = setTimeout(run, LONGEST_PRESS);
  end.signal.addEventListener('abort', () => {
    clearTimeout(longest);
    clearTimeout(clicked);
  });
  const options = { capture: true, signal: end.signal };
  for (const release of ['pointerup', 'pointercancel']) {
    page.addEventListener(release, () => (clicked = setTimeout(run)), options);
  }
  return () => end.abort();
}
