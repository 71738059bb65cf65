import { describe, expect, it, vi } from 'vitest';
import type { Edit } from '#lib/model/edit.ts';
import { newWorkbookId } from '#lib/model/ids.ts';
import { cellText } from '#lib/model/workbook.ts';
import type { SharedRole } from '#lib/storage/catalogue.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();
const { stored, open } = desk;

const target = (one: OpenWorkbook, row = 0) =>
  cellText(one.workbook.sheets[1]!.rows[row]!, 'target');

const setTarget = (text: string): Edit => ({
  label: `改为 ${text}`,
  changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text }]
});

describe('a shared workbook', () => {
  const shared = (role: SharedRole, token: string = role) => ({ role, token, links: [] });

  it('is brought back by a link where its owner has deleted it', async () => {
    const id = await stored();
    await desk.cabinet.catalogue.update(id, { sharing: shared('owner') });
    await desk.cabinet.delete(id);
    expect(await desk.cabinet.addShared(id, shared('edit'))).toEqual({ ok: true, id });
    expect(await desk.cabinet.catalogue.get(id)).toMatchObject({
      deletedAt: '',
      sharing: shared('owner')
    });
  });

  it('takes a new link that allows as much or more, and none that allows less', async () => {
    const id = newWorkbookId();
    const tokens = [];
    for (const [role, token] of [
      ['comment', 'first'],
      ['view', 'weaker'],
      ['comment', 'newer'],
      ['edit', 'stronger'],
      ['view', 'weaker']
    ] as const) {
      await desk.cabinet.addShared(id, shared(role, token));
      tokens.push((await desk.cabinet.catalogue.get(id))!.sharing!.token);
    }
    expect(tokens).toEqual(['first', 'first', 'newer', 'stronger', 'stronger']);
  });

  it('takes neither edits nor undo nor redo by a link that only lets one look or comment', async () => {
    const id = await stored();
    const one = await open(id);
    one.edit(setTarget('≥13公里'));
    one.edit(setTarget('≥12米'));
    one.undo();
    const before = [one.workbook, one.history.entries];
    for (const role of ['view', 'comment'] as const) {
      one.connection.share(shared(role));
      expect(one).toMatchObject({ role, editable: false, undoLabel: null, redoLabel: null });
      const edit = setTarget('≥14公里');
      expect(one.edit(edit)).toBe(false);
      expect(one.refused).toBe(edit);
      expect(one.undo()).toEqual({ done: false, reason: 'nothing' });
      expect(one.redo()).toEqual({ done: false, reason: 'nothing' });
    }
    expect([one.workbook, one.history.entries]).toEqual(before);
    await one.close();
    expect(target(await open(id))).toBe('≥13公里');
  });

  it('is opened again in the role that it was noted with', async () => {
    const id = await stored();
    await desk.cabinet.catalogue.update(id, { sharing: shared('comment') });
    expect(await open(id)).toMatchObject({
      role: 'comment',
      editable: false,
      waiving: { allowed: true }
    });
  });

  it('follows a link that allows less where another window has opened it', async () => {
    const id = await stored();
    await desk.cabinet.catalogue.update(id, { sharing: shared('edit', 'stopped') });
    const one = await open(id);
    expect(one.editable).toBe(true);
    await desk.cabinet.addShared(id, shared('view'), 'stopped');
    await vi.waitFor(() => expect(one).toMatchObject({ role: 'view', editable: false }));
  });

  it('gets no other name in the cabinet by a link that only shows it', async () => {
    const id = await stored();
    await desk.cabinet.catalogue.update(id, { sharing: shared('view') });
    const { title } = (await desk.cabinet.catalogue.get(id))!;
    expect(await desk.cabinet.rename(id, '新名字')).toEqual({ ok: true, id });
    expect((await desk.cabinet.catalogue.get(id))!.title).toBe(title);
    expect((await open(id)).workbook.title).toBe(title);
  });

  it('takes no edit before the content of a colleague has come for the first time', async () => {
    const id = newWorkbookId();
    await desk.cabinet.addShared(id, shared('edit'));
    const one = await open(id);
    expect(one).toMatchObject({ awaited: true, editable: false });
    await one.close();
    await desk.cabinet.catalogue.update(id, { syncedAt: new Date().toISOString() });
    expect(await open(id)).toMatchObject({ awaited: false, editable: true });
    const own = await stored();
    await desk.cabinet.catalogue.update(own, { sharing: shared('owner') });
    expect(await open(own)).toMatchObject({ awaited: false, editable: true });
  });

  it('is connected where another window has shared it', async () => {
    const id = await stored();
    const one = await open(id);
    expect(one.connection.status).toBeNull();
    const sharing = { role: 'owner', token: 'owner.key', links: [] } as const;
    await desk.cabinet.catalogue.update(id, { sharing });
    await vi.waitFor(() => expect(one.connection.status).not.toBeNull());
    expect(one.connection.sharing).toEqual(sharing);
  });
});
