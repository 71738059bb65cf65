/** A hidden window paints nothing: there the wait ends after so many milliseconds. */
const LONGEST_WAIT = 100;

/** Calls back once, when the next frame has been painted. Returns how to call it off. */
export function afterPaint(callback: () => void): () => void {
  const run = () => {
    cancel();
    callback();
  };
  let afterFrame: ReturnType<typeof setTimeout> | undefined;
  const longest = setTimeout(run, LONGEST_WAIT);
  const frame = requestAnimationFrame(() => (afterFrame = setTimeout(run)));
  const cancel = () => {
    clearTimeout(longest);
    clearTimeout(afterFrame);
    cancelAnimationFrame(frame);
  };
  return cancel;
}
