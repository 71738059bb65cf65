import * as Y from 'yjs';
import { readReviewStep } from '#lib/model/review-schema.ts';
import { reviewOf, type Review, type ReviewStep } from '#lib/model/review.ts';
import { keyOf, splitKey } from './keys.ts';
import { parsed } from './settings.ts';

/**
 * The one flat map of the review: `<step>/_step` → what was done, JSON written once under a key of its own,
 * so that what two people do at once both counts; `<step>/_content` and `<step>/_seen` → its snapshot.
 */
const REVIEW = 'review';

const STEP = '_step';
const CONTENT = '_content';
const SEEN = '_seen';

/** What the workbook was at a step. */
export interface Snapshot {
  /** The packed JSON of the workbook. */
  readonly content: Uint8Array;
  /** The state vector of the sheets: a device that has not all of it yet knows no late edit from a missing one. */
  readonly seen: Uint8Array;
}

/** The steps of which only the newest keeps its snapshot. */
const KEPT_TOGETHER: readonly (readonly ReviewStep['kind'][])[] = [
  ['submitted'],
  ['approved', 'adopted']
];

/** How the review stands that the comments hold. What others have written there and is no step is ignored. */
export function readReview(comments: Y.Doc): Review {
  const steps: ReviewStep[] = [];
  for (const [key, value] of reviewIn(comments)) {
    const name = splitKey(key);
    if (name?.property !== STEP || typeof value !== 'string') continue;
    const step = readReviewStep(parsed(value));
    if (step?.id === name.entity) steps.push(step);
  }
  return reviewOf(steps);
}

/** Calls the listener after every change of the review, one's own too; returns how to stop. */
export function watchReview(comments: Y.Doc, listener: () => void): () => void {
  const map = reviewIn(comments);
  const onChange = () => listener();
  map.observe(onChange);
  return () => map.unobserve(onChange);
}

/** What the sheets have of everybody's edits now. */
export function seenOf(sheets: Y.Doc): Uint8Array {
  return Y.encodeStateVector(sheets);
}

/** Whether the sheets have all that was seen at a snapshot; false where that cannot be read. */
export function hasReached(sheets: Y.Doc, { seen }: Snapshot): boolean {
  try {
    const clocks = [...Y.decodeStateVector(seen)];
    return clocks.every(([client, clock]) => Y.getState(sheets.store, client) >= clock);
  } catch {
    return false;
  }
}

/** Adds a step, with its snapshot where it has one; snapshots that it stands in for are let go. */
export function addStep(comments: Y.Doc, step: ReviewStep, snapshot: Snapshot | null): void {
  const map = reviewIn(comments);
  const { steps } = readReview(comments);
  comments.transact(() => {
    map.set(keyOf(step.id, STEP), JSON.stringify(step));
    if (!snapshot) return;
    map.set(keyOf(step.id, CONTENT), snapshot.content);
    map.set(keyOf(step.id, SEEN), snapshot.seen);
    const together = KEPT_TOGETHER.find((kinds) => kinds.includes(step.kind)) ?? [];
    for (const { id, kind } of steps) {
      if (!together.includes(kind)) continue;
      map.delete(keyOf(id, CONTENT));
      map.delete(keyOf(id, SEEN));
    }
  }, 'user');
}

/** The snapshot of a step; null where it has none any more. */
export function snapshotOf(comments: Y.Doc, step: string): Snapshot | null {
  const map = reviewIn(comments);
  const [content, seen] = [map.get(keyOf(step, CONTENT)), map.get(keyOf(step, SEEN))];
  return content instanceof Uint8Array && seen instanceof Uint8Array ? { content, seen } : null;
}

function reviewIn(comments: Y.Doc): Y.Map<unknown> {
  return comments.getMap(REVIEW);
}
