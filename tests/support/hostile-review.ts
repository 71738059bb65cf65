import { holdingEdit } from '#lib/document/holding.ts';
import { addStep, seenOf } from '#lib/document/review-list.ts';
import { newId } from '#lib/model/ids.ts';
import type { StepKind } from '#lib/model/review.ts';
import { packWorkbook } from '#lib/workspace/history/packed-workbook.ts';
import { HOSTILE, MANY } from './hostile-texts.ts';
import type { Writer } from './hostile-workbook.ts';

/** The steps in the order in which they are taken, all within a millisecond. */
const ORDER: readonly StepKind[] = ['submitted', 'approved', 'unlocked', 'returned'];

/** Reviews a workbook with hostile opinions, and has a hostile late edit put aside; it ends returned. */
export async function reviewHostile(writer: Writer): Promise<void> {
  const { document } = writer;
  await step(writer, 'submitted', '送审');
  const approved = document.workbook;
  const approval = await step(writer, 'approved', '审定');
  const change = { do: 'cell', row: 'p1-r2', column: 'basis', text: `迟到${MANY}` } as const;
  document.edit({ label: `标签${HOSTILE}`, changes: [change] });
  document.setAside(holdingEdit(document.memory, approved)!, approval);
  await step(writer, 'unlocked', '解锁');
  await step(writer, 'returned', '退回');
}

/** Takes a step; its id. */
async function step({ document, c, d }: Writer, kind: StepKind, word: string): Promise<string> {
  const id = newId();
  const now = new Date();
  const taken = { id, kind, by: document.author, at: now.toISOString(), late: [] };
  const content = await packWorkbook(document.workbook);
  const snapshot = { content, seen: seenOf(d) };
  const order = now.getTime() + ORDER.indexOf(kind);
  addStep(c, { ...taken, order, note: `${word}${HOSTILE}` }, snapshot);
  return id;
}
