import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';

/** What an address asks for by the code of a rule. */
export const ASKED_RULE = 'problem';

/**
 * Lists only the problems of the rule that the address asks for, as 汇总 does, and goes to the first of
 * them, once the workbook has been checked; does nothing where there is none.
 */
export async function listAskedProblems(
  opened: OpenWorkbook,
  view: View,
  { searchParams }: URL
): Promise<void> {
  const code = searchParams.get(ASKED_RULE);
  if (code === null) return;
  view.panel = 'problems';
  view.panelOpen = true;
  await opened.checking.now();
  const first = opened.checking.problems.find(
    (one) => one.code === code && one.waived === undefined
  );
  if (!first) return;
  view.filter = first.title;
  view.severities = { error: true, warning: true, info: true };
  view.goToProblem(first, false);
}
