import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';

/** Says so where the workbook was too large for the version that is kept before much of it changes. */
export async function sayUnkept(
  { history: { versions } }: OpenWorkbook,
  notices: Notices
): Promise<void> {
  if ((await versions.newestAutomatic) !== 'too-large') return;
  notices.fail('这份工作簿太大，改动之前的样子没有留成版本；要回到之前，请现在撤销。');
}
