import type { Refusal } from '#lib/grid/table-options.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';

/** Why nothing can be typed into a cell, as it is said to whoever tries. */
export function refusalText(why: Refusal, { review, role }: OpenWorkbook): string {
  if (why === 'column') return '这一列不能直接修改';
  if (review.steps.locked) return '这份工作簿已审定锁定，不能修改';
  if (role === 'view') return '您的链接只能查看，不能修改';
  if (role === 'comment') return '您的链接只能查看和批注，不能修改';
  return '这份工作簿现在不能修改';
}
