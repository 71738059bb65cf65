import type { Place } from '#lib/model/workbook.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { isOverview } from '#lib/workspace/overviews.ts';
import type { View } from '#lib/workspace/view.svelte.ts';

/**
 * Shows what is said about the selected cell or field, or begins to say something, with the keyboard in
 * the box; about the whole sheet where nothing is selected.
 */
export function commentAt(
  selected: Place | null,
  { comments }: OpenWorkbook,
  view: View,
  notices: Notices
): void {
  const place = selected ?? (isOverview(view.shown) ? {} : { sheet: view.shown });
  const [known] = comments.at(place);
  if (!known && !comments.allowed) {
    notices.say('这里没有批注');
    return;
  }
  view.panelOpen = true;
  view.panel = 'comments';
  if (known && (!known.resolved || !comments.allowed)) view.comments.read(known.id, true);
  else view.comments.begin(place);
}
