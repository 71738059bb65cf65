const COMMIT = 'commit-typing';

/** Hands in what is being typed into prose fields, as before an undo or when the page is left. */
export function commitTyping(): void {
  document.dispatchEvent(new Event(COMMIT));
}

/** Calls a field's commit whenever typing is handed in or the page is hidden; returns how to stop. */
export function onCommitTyping(commit: () => void): () => void {
  document.addEventListener(COMMIT, commit);
  document.addEventListener('visibilitychange', commit);
  addEventListener('pagehide', commit);
  return () => {
    document.removeEventListener(COMMIT, commit);
    document.removeEventListener('visibilitychange', commit);
    removeEventListener('pagehide', commit);
  };
}
