const LINK_PAGE = '/s';

let taken = '';

/**
 * Takes a sync link out of the address bar, where the history or a screenshot would show its
 * secret. To be called before anything is awaited; what was taken is kept in memory only.
 */
export function takeLink(): void {
  if (location.pathname !== LINK_PAGE || location.hash === '') return;
  taken = location.hash;
  // The router keeps its place in the state.
  history.replaceState(history.state, '', LINK_PAGE);
}

/** The link that was taken last; empty where there was none. */
export function takenLink(): string {
  return taken;
}
