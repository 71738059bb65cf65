import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { commitTyping } from './typing.ts';

/** Milliseconds after which it is said that formulas are calculated: most are ready before. */
const SAID_AFTER = 300;

/** Has the browser print the workbook, its formulas calculated before: while it prints nothing can wait. */
export async function printWorkbook(opened: OpenWorkbook, notices: Notices): Promise<void> {
  commitTyping();
  let cancelled = false;
  let ended = () => {};
  const timer = setTimeout(() => {
    const cancel = { label: '取消', run: () => (cancelled = true) };
    ended = notices.follow('正在计算公式，然后打印…', cancel);
  }, SAID_AFTER);
  await opened.calculated.calculate(opened.workbook);
  clearTimeout(timer);
  ended();
  if (!cancelled) print();
}
