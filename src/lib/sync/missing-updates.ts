import type * as Y from 'yjs';

/** An update that rests on another may overtake it, but not by so many milliseconds. */
const PATIENCE = 5000;

/**
 * Calls back when a document has waited too long for an update that others rest on: it shows none
 * of them, and would wait for ever in silence. Once for each such wait. Returns the end of it.
 */
export function watchMissing(documents: readonly Y.Doc[], onMissing: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  const waiting = () =>
    documents.some(({ store }) => store.pendingStructs !== null || store.pendingDs !== null);
  const tell = () => {
    timer = undefined;
    told = true;
    onMissing();
  };
  const look = () => {
    if (!waiting()) {
      clearTimeout(timer);
      timer = undefined;
      told = false;
    } else if (!told) timer ??= setTimeout(tell, PATIENCE);
  };
  for (const document of documents) document.on('afterTransaction', look);
  look();
  return () => {
    clearTimeout(timer);
    for (const document of documents) document.off('afterTransaction', look);
  };
}
