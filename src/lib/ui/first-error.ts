import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';

/**
 * Goes to the first problem of a workbook, of the gravest that it has, once it has been checked; stays
 * where there is none.
 */
export async function goToFirstError(opened: OpenWorkbook, view: View): Promise<void> {
  await opened.checking.now();
  const open = opened.checking.problems.filter(({ waived }) => waived === undefined);
  const first =
    open.find(({ severity }) => severity === 'error') ??
    open.find(({ severity }) => severity === 'warning');
  if (first) view.goToProblem(first);
}
