import type { Adoption } from '#lib/model/adoption/adoption.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';
import { undoOfNewest } from './undo-saying.ts';
import { sayUnkept } from './unkept-saying.ts';

/** Takes imported sheets into the open workbook, shows the first of them and offers to take all back. */
export function sayAdopted(
  { edit, added, replaced, skipped, first }: Adoption,
  opened: OpenWorkbook,
  view: View,
  notices: Notices
): void {
  const skippedWords = skipped > 0 ? [`跳过 ${skipped} 张`] : [];
  if (edit.changes.length === 0) {
    notices.say(['没有新的内容', ...skippedWords].join('，'));
    return;
  }
  void opened.history.versions.keepAutomatic('adoption');
  if (!opened.edit(edit)) return;
  if (first !== null) view.show(first);
  const stored = replaced > 0 ? '已存入' : '已存入豁免';
  const done = [
    added > 0 ? `已存入 ${added} 张表` : stored,
    ...(replaced > 0 ? [`替换 ${replaced} 张`] : []),
    ...skippedWords
  ];
  notices.say(done.join('，'), { label: '撤销', run: undoOfNewest(opened, notices) });
  void sayUnkept(opened, notices);
}
