import { expect } from 'vitest';
import { holdingEdit } from '#lib/document/holding.ts';
import { lateEdits } from '#lib/document/late-edits.ts';
import { addStep, hasReached, readReview, seenOf, snapshotOf } from '#lib/document/review-list.ts';
import { orderAfter } from '#lib/model/comment.ts';
import { differencesBetween } from '#lib/model/differences.ts';
import {
  decisionOn,
  isLocked,
  stepsOpenTo,
  type ReviewStep,
  type StepKind
} from '#lib/model/review.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { packWorkbook, unpackWorkbook } from '#lib/workspace/history/packed-workbook.ts';
import { oneOf } from './acts.ts';
import type { Material } from './acts.ts';
import type { Colleague } from './colleague.ts';

/** The steps after which the workbook is kept as it is then. */
const WITH_SNAPSHOT: readonly StepKind[] = ['submitted', 'approved', 'adopted'];

/** So often everybody may have to put aside what came late, once all of it has come. */
const MOST_ROUNDS = 6;

/** Whether a person knows that the workbook is locked. */
export function isHeld({ docs }: Colleague): boolean {
  return isLocked(readReview(docs.c));
}

/** Takes one of the steps that are open: 提交审核, 退回修改, 审定, 解除锁定 … */
export async function review(who: Colleague, material: Material): Promise<void> {
  const open = stepsOpenTo(readReview(who.docs.c), { comment: true, edit: true });
  const kind = oneOf(open, material.random);
  if (kind) await takeStep(who, material, kind, []);
}

/** 采用 or 不采用 of one that came late. */
export async function decide(who: Colleague, material: Material): Promise<void> {
  const { document, docs } = who;
  const standing = readReview(docs.c);
  const open = lateEdits(document.entries, document.conflicts).filter(
    ({ id }) => decisionOn(standing, id) === null
  );
  const late = oneOf(open, material.random);
  if (!late) return;
  const adopts = material.random() < 0.5;
  if (adopts) document.edit({ label: '采用', changes: late.late });
  await takeStep(who, material, adopts ? 'adopted' : 'declined', [late.id]);
}

/** Puts aside what came after the approval, as far as it can be told; false where there is nothing. */
export async function putAside({ document, docs }: Colleague): Promise<boolean> {
  const { approval } = readReview(docs.c);
  const approved = await approvedBy(docs, approval);
  if (!approval || !approved) return false;
  const edit = holdingEdit(document.memory, approved);
  if (edit) document.setAside(edit, approval.id);
  return edit !== null;
}

/** A locked workbook is everywhere what was approved, after few rounds in which all put aside what came late. */
export async function expectHeld(
  colleagues: readonly Colleague[],
  meet: () => Promise<void>
): Promise<void> {
  for (let rounds = 0; ; rounds += 1) {
    const acted = await Promise.all(colleagues.map(putAside));
    if (!acted.includes(true)) break;
    expect(rounds).toBeLessThan(MOST_ROUNDS);
    await meet();
  }
  for (const { document, docs } of colleagues) {
    const approved = await approvedBy(docs, readReview(docs.c).approval);
    if (!approved) continue;
    const { waivers } = document.workbook;
    expect(differencesBetween({ ...approved, waivers }, document.workbook)).toEqual([]);
  }
}

async function approvedBy(
  docs: Colleague['docs'],
  approval: ReviewStep | null
): Promise<Workbook | null> {
  const snapshot = approval && snapshotOf(docs.c, approval.id);
  if (!snapshot || !hasReached(docs.d, snapshot)) return null;
  return unpackWorkbook(snapshot.content);
}

async function takeStep(
  who: Colleague,
  { id, marks }: Material,
  kind: StepKind,
  late: readonly string[]
): Promise<void> {
  const { author: by, docs, document } = who;
  const now = who.now();
  const order = orderAfter(readReview(docs.c).steps, now.getTime());
  const note = marks.of(by.id);
  const step = { id: id(), kind, order, by, at: now.toISOString(), note, late };
  const seen = seenOf(docs.d);
  const keeps = WITH_SNAPSHOT.includes(kind);
  const content = keeps ? await packWorkbook(document.workbook) : null;
  addStep(docs.c, step, content && { content, seen });
  marks.write(step);
}
