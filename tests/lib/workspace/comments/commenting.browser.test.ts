import { describe, expect, it, vi } from 'vitest';
import { LONGEST_MESSAGE, messagesOf } from '#lib/model/comment.ts';
import type { SharedRole } from '#lib/storage/catalogue.ts';
import { removeDocument } from '#lib/storage/removal.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { removeStored } from '#lib/workspace/documents.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { openPackage, packageFile } from '#lib/workspace/sync-packages.ts';
import { useDesk } from '#tests/support/desk.ts';

const CELL = { sheet: 'p1', row: 'p1-r1', column: 'target' };

const desk = useDesk();
const { stored, open } = desk;

/** Opens a workbook that came by a link of a role. */
async function openAs(role: SharedRole): Promise<OpenWorkbook> {
  const one = await open(await stored());
  one.connection.share({ role, token: `1.unknown.${role}`, links: [] });
  return one;
}

describe('commenting', () => {
  it('is signed, keeps what stood there, and is there again after the workbook was closed', async () => {
    const id = await stored();
    const one = await open(id);
    const { entries } = one.history;
    const thread = one.comments.begin(CELL, '  请补充依据 ');
    await vi.waitFor(() => expect(one.saving.state).toBe('saved'));
    await one.close();
    const again = await open(id);
    const [found] = again.comments.threads;
    expect(found).toMatchObject({ id: thread, place: CELL, quote: '≥12公里', resolved: false });
    expect(messagesOf(found!)[0]).toMatchObject({ text: '请补充依据', by: { name: '王芳' } });
    expect(again.history.entries).toHaveLength(entries.length);
  });

  it('takes no blank and no endless text', async () => {
    const { comments } = await open(await stored());
    expect(comments.begin(CELL, ' \n ')).toBeNull();
    expect(comments.begin(CELL, '长'.repeat(LONGEST_MESSAGE + 1))).toBeNull();
    expect(comments.begin(CELL, '长'.repeat(LONGEST_MESSAGE))).not.toBeNull();
    expect(comments.answer(comments.threads[0]!, '')).toBe(false);
    expect(comments.threads).toHaveLength(1);
  });

  it('resolves, opens again, and deletes what was written here', async () => {
    const { comments } = await open(await stored());
    comments.begin(CELL, '请补充依据');
    comments.turn(comments.threads[0]!, true);
    expect(comments.open).toEqual([]);
    expect(comments.at(CELL)).toHaveLength(1);
    comments.turn(comments.threads[0]!, false);
    expect(comments.open).toHaveLength(1);
    expect(comments.delete(messagesOf(comments.threads[0]!)[0]!)).toBe(true);
    expect(comments.threads).toEqual([]);
  });

  it('is allowed to a commenter and not to a viewer, whatever the screen lets through', async () => {
    const commenter = await openAs('comment');
    expect(commenter.editable).toBe(false);
    expect(commenter.comments.begin(CELL, '请补充依据')).not.toBeNull();
    const viewer = await openAs('view');
    expect(viewer.comments.allowed).toBe(false);
    expect(viewer.comments.begin(CELL, '请补充依据')).toBeNull();
    const [thread] = commenter.comments.threads;
    expect(viewer.comments.answer(thread!, '回复')).toBe(false);
    expect(viewer.comments.delete(messagesOf(thread!)[0]!)).toBe(false);
    viewer.comments.turn(thread!, true);
    expect(viewer.comments.threads).toEqual([]);
  });

  it('is unread on another device until it is looked at there, also after a reload', async () => {
    const id = await stored();
    const here = await open(id);
    here.comments.begin(CELL, '请补充依据');
    expect(here.comments.unread).toBe(0);
    await here.settled();
    const other = await anotherDevice();
    const there = await open(id, other);
    await vi.waitFor(() => expect(there.comments.unread).toBe(1));
    there.comments.look(there.comments.threads);
    expect(there.comments.unread).toBe(0);
    there.comments.answer(there.comments.threads[0]!, '已补充');
    await vi.waitFor(() => expect(here.comments.unread).toBe(1));
    await vi.waitFor(async () =>
      expect(await other.catalogue.setting(`comments-seen-${id}`)).not.toBe('')
    );
    await there.close();
    const again = await open(id, other);
    await vi.waitFor(() => expect(again.comments.threads).toHaveLength(1));
    expect(again.comments.unread).toBe(0);
  });

  it('comes with a sync package to a device that has never seen the workbook', async () => {
    const id = await stored();
    const one = await open(id);
    one.comments.begin(CELL, '请补充依据');
    await one.settled();
    await one.close();
    const file = await packageFile(desk.cabinet, id, '');
    await removeStored(id);
    expect(await openPackage(desk.cabinet, file, '')).toMatchObject({ ok: true });
    const [thread] = (await open(id)).comments.threads;
    expect(messagesOf(thread!).map(({ text }) => text)).toEqual(['请补充依据']);
  });

  it('is counted in the receipt of a package that brings nothing else, and the second time not', async () => {
    const id = await stored();
    const one = await open(id);
    one.comments.begin(CELL, '请补充依据');
    one.comments.turn(one.comments.threads[0]!, true);
    await one.settled();
    await one.close();
    const file = await packageFile(desk.cabinet, id, '');
    await removeDocument(`c.${id}`);
    for (const comments of [2, 0]) {
      const opening = await openPackage(desk.cabinet, file, '');
      expect(opening).toMatchObject({ receipt: { isNew: false, changes: { texts: 0, comments } } });
    }
  });
});

/** The same storage with the profile of somebody else, as the other device of a workbook. */
async function anotherDevice(): Promise<Cabinet> {
  const device = await desk.cabinet.catalogue.setting('device');
  await desk.cabinet.catalogue.setSetting('device', 'another');
  const other = await Cabinet.open();
  await desk.cabinet.catalogue.setSetting('device', device);
  return other;
}
