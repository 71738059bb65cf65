import type { HocuspocusProvider } from '@hocuspocus/provider';
import { createSource } from './observable.ts';
import type { Observable } from './observable.ts';
import type { LinkRole } from './sharing.ts';

/**
 * What the server lets one do in a workbook: for each document it says whether one may write it.
 * Null until it has said so of all; `comments` is left out where they are not used.
 */
export function watchRights(
  sheets: HocuspocusProvider,
  comments?: HocuspocusProvider
): Observable<LinkRole | null> {
  const role = createSource<LinkRole | null>(null);
  const watched = comments ? [sheets, comments] : [sheets];
  const said = new Set<HocuspocusProvider>();
  const mayWrite = (provider: HocuspocusProvider) => provider.authorizedScope === 'read-write';
  const say = () => {
    if (said.size < watched.length) return;
    const now = mayWrite(sheets) ? 'edit' : comments && mayWrite(comments) ? 'comment' : 'view';
    if (now !== role.current()) role.set(now);
  };
  for (const provider of watched) {
    // What was said on one connection does not go together with what is said on the next.
    provider.on('open', () => said.clear());
    provider.on('authenticated', () => {
      said.add(provider);
      say();
    });
  }
  return role;
}
