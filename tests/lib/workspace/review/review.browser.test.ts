import * as Y from 'yjs';
import { describe, expect, it, vi } from 'vitest';
import { WorkbookDocument } from '#lib/document/document.ts';
import { cellText, findSheet } from '#lib/model/workbook.ts';
import { packedDocuments } from '#lib/sync/package/documents.ts';
import { readPackage, writePackage } from '#lib/sync/package/package.ts';
import { withStored } from '#lib/workspace/documents.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { openPackage, packageFile } from '#lib/workspace/sync-packages.ts';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();

const CELL = { do: 'cell', row: 'p1-r1', column: 'target' } as const;
const LI = { id: 'li', name: '李明' };
const PATIENCE = { timeout: 12_000 };

const edit = (text: string) => ({ label: `改为 ${text}`, changes: [{ ...CELL, text }] });

function targetIn({ workbook }: OpenWorkbook): string {
  const row = findSheet(workbook, 'p1')?.rows.find(({ id }) => id === CELL.row);
  return row ? cellText(row, CELL.column) : '';
}

async function approved(): Promise<OpenWorkbook> {
  const opened = await desk.open(await desk.stored());
  expect(await opened.review.steps.take('submitted', '')).toBe('taken');
  expect(await opened.review.steps.take('approved', '同意')).toBe('taken');
  return opened;
}

/** What a program does that knows nothing of the review, or somebody who has not heard of it. */
async function editUnknowing(id: string, text: string): Promise<void> {
  await withStored(id, LI, ({ document }) => document.edit(edit(text)));
}

/** A sync package as another device makes it: of what another one held, with an edit more. */
async function packageOf(id: string, before: File, text: string): Promise<File> {
  const read = await readPackage(new Uint8Array(await before.arrayBuffer()));
  if (!read.ok) throw new Error(read.fault);
  const [doc, comments, log] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const { d, c, h } = read.package.documents;
  for (const [one, update] of [
    [doc, d],
    [comments, c],
    [log, h]
  ] as const) {
    Y.applyUpdate(one, update);
  }
  new WorkbookDocument({ id, doc, comments, log, author: LI }).edit(edit(text));
  const documents = packedDocuments({ d: doc, c: comments, h: log });
  const about = { workbook: id, title: '', by: LI.name, at: new Date().toISOString() };
  const bytes = await writePackage({ ...about, documents }, '');
  return new File([bytes as Uint8Array<ArrayBuffer>], '李明.jibiao-sync');
}

describe('a workbook that was approved', () => {
  it('refuses every way in: edits, undo and redo, restoring, recovering, versions, waivers, its name', async () => {
    const opened = await desk.open(await desk.stored());
    opened.edit(edit('≥20公里'));
    opened.edit({ label: '删除行', changes: [{ do: 'delete', rows: ['p1-r2'] }] });
    opened.edit(edit('≥21公里'));
    opened.undo();
    await opened.history.versions.keep('送审稿');
    await opened.checking.now();
    const [problem] = opened.checking.problems;
    await opened.review.steps.take('submitted', '');
    expect(opened.edit(edit('≥20公里'))).toBe(true);
    opened.undo();
    await opened.review.steps.take('approved', '');
    const { workbook } = opened;
    const entries = opened.history.entries.length;

    expect(opened.editable).toBe(false);
    expect(opened.edit(edit('≥99公里'))).toBe(false);
    expect(opened.refused?.label).toBe('改为 ≥99公里');
    expect([opened.undoLabel, opened.redoLabel]).toEqual([null, null]);
    expect(opened.undo()).toEqual({ done: false, reason: 'nothing' });
    expect(opened.redo()).toEqual({ done: false, reason: 'nothing' });
    expect(opened.history.recover(opened.history.deleted)).toBe(false);
    const [version] = opened.history.versions.list;
    const was = await opened.history.versions.read(version!.id);
    expect(opened.history.restore({ ...was!, title: '旧名' }, '送审稿')).toBe(false);
    expect(await opened.history.versions.keep('另存')).toBe('read-only');
    expect(opened.waiving.allowed).toBe(false);
    expect(opened.waiving.waive(problem!, '理由')).toBe(false);
    expect(await desk.cabinet.rename(opened.id, '改名')).toMatchObject({ ok: true });
    expect(opened.workbook).toBe(workbook);
    expect(opened.history.entries).toHaveLength(entries);
  });

  it('still takes comments, and edits again once it is unlocked', async () => {
    const opened = await approved();
    expect(opened.comments.begin({ sheet: 'p1' }, '请存档')).not.toBeNull();
    expect(await opened.review.steps.take('unlocked', '补充材料')).toBe('taken');
    expect(opened.edit(edit('≥20公里'))).toBe(true);
    expect(
      opened.review.steps.review.steps.map(({ kind, note, by }) => [kind, note, by.name])
    ).toEqual([
      ['submitted', '', '王芳'],
      ['approved', '同意', '王芳'],
      ['unlocked', '补充材料', '王芳']
    ]);
  });

  it('is still locked when it is opened again, before anything could be edited', async () => {
    const opened = await desk.reopen(await approved());
    expect(opened.review.steps.locked).toBe(true);
    expect(opened.edit(edit('≥99公里'))).toBe(false);
    await vi.waitFor(async () =>
      expect(await desk.cabinet.catalogue.get(opened.id)).toMatchObject({ review: 'approved' })
    );
  });

  it('puts aside what somebody wrote who did not know, until it is adopted', async () => {
    const opened = await approved();
    await editUnknowing(opened.id, '≥15公里');
    await vi.waitFor(() => expect(opened.review.late.open).toHaveLength(1), PATIENCE);
    expect(targetIn(opened)).toBe('≥12公里');
    expect(opened.review.late.open[0]).toMatchObject({
      late: [{ ...CELL, text: '≥15公里' }],
      deed: { by: LI }
    });
    expect(await opened.review.late.adopt(opened.review.late.open)).toBe(true);
    expect(targetIn(opened)).toBe('≥15公里');
    expect(opened.review.late.open).toEqual([]);
    expect(opened.review.late.decided).toMatchObject([{ decision: { kind: 'adopted' } }]);
    expect(opened.review.steps.locked).toBe(true);
    const again = await desk.reopen(opened);
    await vi.waitFor(() => expect(again.review.differs).toBe(false));
    expect(targetIn(again)).toBe('≥15公里');
    expect(again.edit(edit('≥99公里'))).toBe(false);
  });

  it('puts aside what came while it was not open, and leaves what is not adopted as it was', async () => {
    const { id } = await approved();
    await desk.leave();
    await editUnknowing(id, '≥15公里');
    const opened = await desk.open(id);
    expect(opened.edit(edit('≥99公里'))).toBe(false);
    await vi.waitFor(() => expect(opened.review.late.open).toHaveLength(1), PATIENCE);
    expect(opened.review.late.decline(opened.review.late.open)).toBe(true);
    expect(opened.review.late.open).toEqual([]);
    expect(targetIn(opened)).toBe('≥12公里');
  });

  it('puts aside what a sync package brings that was made before its maker knew', async () => {
    const opened = await desk.open(await desk.stored());
    await opened.settled();
    const before = await packageFile(desk.cabinet, opened.id, '');
    await opened.review.steps.take('submitted', '');
    await opened.review.steps.take('approved', '');
    await opened.settled();
    const file = await packageOf(opened.id, before, '≥18公里');
    expect(await openPackage(desk.cabinet, file, '')).toMatchObject({
      ok: true,
      receipt: { changes: { texts: 1, reviewSteps: 0 } }
    });
    await vi.waitFor(() => expect(opened.review.late.open).toHaveLength(1), PATIENCE);
    expect(targetIn(opened)).toBe('≥12公里');
  });

  it('puts nothing aside any more once it is unlocked, and late edits can still be taken', async () => {
    const opened = await approved();
    await editUnknowing(opened.id, '≥15公里');
    await vi.waitFor(() => expect(opened.review.late.open).toHaveLength(1), PATIENCE);
    await opened.review.steps.take('unlocked', '');
    opened.edit(edit('≥20公里'));
    expect(await opened.review.late.adopt(opened.review.late.open)).toBe(true);
    expect(targetIn(opened)).toBe('≥15公里');
    expect(opened.undo()).toMatchObject({ done: true });
    expect(targetIn(opened)).toBe('≥20公里');
  });
});

describe('a workbook that was submitted', () => {
  it('can be edited, and says how much was changed since', async () => {
    const opened = await desk.open(await desk.stored());
    await opened.review.steps.take('submitted', '请审核');
    expect(opened.edit(edit('≥20公里'))).toBe(true);
    await vi.waitFor(() => expect(opened.review.since.count).toBe(1), PATIENCE);
    opened.undo();
    await vi.waitFor(() => expect(opened.review.since.count).toBe(0), PATIENCE);
    expect((await opened.review.steps.submitted())?.title).toBe(opened.workbook.title);
  });

  it('takes no step that does not follow', async () => {
    const opened = await desk.open(await desk.stored());
    expect(await opened.review.steps.take('approved', '')).toBe('closed');
    expect(await opened.review.steps.take('unlocked', '')).toBe('closed');
    expect(opened.review.steps.state).toBe('unsubmitted');
  });
});
