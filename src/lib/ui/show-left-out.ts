import type { Place } from '#lib/model/workbook.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { ArrangedLines } from './arranged-lines.svelte.ts';

/** Shows a cell that is gone to where it is filtered or hidden, and says so; true where it is shown only now. */
export function showLeftOut(arranged: ArrangedLines, cell: Place, notices: Notices): boolean {
  const left = arranged.show(cell);
  if (left.row) {
    const clear = { label: '清除筛选', run: () => arranged.clear() };
    notices.say('这一行不符合筛选条件，已一并显示', clear);
  }
  if (left.column) notices.say('这一列是隐藏的，已重新显示');
  return left.row || left.column;
}
