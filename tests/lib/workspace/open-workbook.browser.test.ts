import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Edit } from '#lib/model/edit.ts';
import { newWorkbookId } from '#lib/model/ids.ts';
import { cellText } from '#lib/model/workbook.ts';
import type { SharedRole } from '#lib/storage/catalogue.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { View } from '#lib/workspace/view.svelte.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

let cabinet: Cabinet;
const opened: OpenWorkbook[] = [];

beforeEach(async () => {
  cabinet = await Cabinet.open();
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const one of opened.splice(0)) await one.close();
});

async function stored(): Promise<string> {
  const result = await cabinet.add(smallWorkbook(), '导入');
  if (!result.ok) throw new Error('the device keeps nothing');
  return result.id;
}

async function open(id: string): Promise<OpenWorkbook> {
  const found = await OpenWorkbook.open(cabinet, id);
  if (!found) throw new Error(`no workbook ${id}`);
  opened.push(found);
  return found;
}

const target = (one: OpenWorkbook, row = 0) =>
  cellText(one.workbook.sheets[1]!.rows[row]!, 'target');

const setTarget = (text: string): Edit => ({
  label: `改为 ${text}`,
  changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text }]
});

const codes = (one: OpenWorkbook) => one.problems.map(({ code }) => code);

describe('an open workbook', () => {
  it('is, after it was closed and opened again, what was shown as stored', async () => {
    const id = await stored();
    const first = await open(id);
    first.edit(setTarget('≥13公里'));
    await vi.waitFor(() => expect(first.saving.state).toBe('saved'));
    await first.close();
    const again = await open(id);
    expect(target(again)).toBe('≥13公里');
    again.undo();
    expect(target(again)).toBe('≥12公里');
  });

  it('tries once more to store what failed, before it says that all is settled', async () => {
    const one = await open(await stored());
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    one.edit(setTarget('≥13公里'));
    expect((await one.settled()).state).toBe('failed');
    add.mockRestore();
    expect((await one.settled()).state).toBe('saved');
  });

  it('finds a problem after an edit, and no longer after it is mended', async () => {
    const one = await open(await stored());
    one.edit(setTarget('是/否'));
    await vi.waitFor(() => expect(codes(one)).toContain('value-yes-no'));
    one.edit(setTarget('≥12公里'));
    await vi.waitFor(() => expect(codes(one)).not.toContain('value-yes-no'));
  });

  it('tells the catalogue of problems, projects and who edited last', async () => {
    await cabinet.profile.rename('陈');
    const id = await stored();
    const one = await open(id);
    const before = (await cabinet.catalogue.get(id))!;
    expect(before.projects).toBe(2);
    one.edit(setTarget('是/否'));
    await vi.waitFor(async () => {
      const entry = (await cabinet.catalogue.get(id))!;
      expect(entry.counts.error).toBeGreaterThan(before.counts.error);
      expect(entry.editedBy).toBe('陈');
    }, 5000);
  });

  it('tells the catalogue of a colleague who edited last, never later than now', async () => {
    const id = await stored();
    const one = await open(id);
    const log = await DocumentStore.open(`h.${id}`);
    const at = '2999-01-01T00:00:00.000Z';
    const by = { id: 'theirs', name: '李明' };
    const entry = { id: 'e1', by, at, label: '改', kind: 'edit', steps: [] };
    log.doc.getArray('entries').push([entry]);
    await vi.waitFor(() => expect(one.entries.at(-1)).toMatchObject({ by }));
    await one.close();
    await log.close();
    const listed = (await cabinet.catalogue.get(id))!;
    expect(listed).toMatchObject({ editedBy: '李明', editorId: 'theirs' });
    expect(listed.editedAt < at).toBe(true);
  });

  it('says so when the cabinet cannot take over what it shows', async () => {
    const one = await open(await stored());
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    one.edit(setTarget('≥13公里'));
    await vi.waitFor(() => expect(one.unlisted).toBe(true), 5000);
    full.mockRestore();
    one.edit(setTarget('≥14公里'));
    await vi.waitFor(() => expect(one.unlisted).toBe(false), 5000);
  });

  it('shows an edit in the other window of the same browser', async () => {
    const id = await stored();
    const here = await open(id);
    const there = await open(id);
    here.edit(setTarget('≥14公里'));
    await vi.waitFor(() => expect(target(there)).toBe('≥14公里'));
  });

  it('is not there when the cabinet does not have it or has deleted it', async () => {
    const id = await stored();
    await cabinet.delete(id);
    expect(await OpenWorkbook.open(cabinet, id)).toBeNull();
    await cabinet.restore(id);
    expect(target(await open(id))).toBe('≥12公里');
  });
});

describe('a workbook that cannot be read', () => {
  it('keeps its name in the cabinet and is not connected', async () => {
    const id = await stored();
    const sharing = { role: 'edit', token: 'owner.none', links: [] } as const;
    await cabinet.catalogue.update(id, { sharing });
    const before = (await cabinet.catalogue.get(id))!;
    const openFor = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const one = await open(id);
    expect(one.loaded).toBe(false);
    expect(one.sync).toBeNull();
    await one.close();
    openFor.mockRestore();
    expect(await cabinet.catalogue.get(id)).toEqual(before);
  });
});

describe('a deleted workbook', () => {
  const LONG_AGO = new Date(Date.now() - 31 * 24 * 3600 * 1000).toISOString();

  it('says so where it is open, until it is brought back', async () => {
    const id = await stored();
    const one = await open(id);
    await cabinet.delete(id);
    await vi.waitFor(() => expect(one.deleted).toBe(true));
    await cabinet.restore(id);
    await vi.waitFor(() => expect(one.deleted).toBe(false));
  });

  it('is removed after thirty days, but not while a window has it open', async () => {
    // Removal goes by id: what is kept has been passed over once the other is gone.
    const [kept, removed] = [await stored(), await stored()].sort() as [string, string];
    const one = await open(kept);
    for (const id of [kept, removed]) await cabinet.catalogue.update(id, { deletedAt: LONG_AGO });
    await Cabinet.open();
    await vi.waitFor(async () => expect(await cabinet.catalogue.get(removed)).toBeUndefined());
    expect(await cabinet.catalogue.get(kept)).toBeDefined();
    await one.close();
    await Cabinet.open();
    await vi.waitFor(async () => expect(await cabinet.catalogue.get(kept)).toBeUndefined());
  });
});

describe('the cabinet', () => {
  it('knows from the start whether the browser keeps what is stored', async () => {
    for (const [promised, known] of [
      [true, 'kept'],
      [false, 'evictable']
    ] as const) {
      vi.spyOn(navigator.storage, 'persisted').mockResolvedValue(promised);
      expect((await Cabinet.open()).persistence).toBe(known);
    }
  });

  it('duplicates a workbook under a name and id of its own', async () => {
    const id = await stored();
    const copied = await cabinet.duplicate(id);
    if (!copied.ok) throw new Error('not duplicated');
    const copy = await open(copied.id);
    const original = await open(id);
    expect(copied.id).not.toBe(id);
    expect(copy.workbook.title).toBe(`${original.workbook.title}（副本）`);
    copy.edit(setTarget('≥1公里'));
    expect(target(original)).toBe('≥12公里');
  });

  it('gives what is imported an id of its own, also where the file brings one', async () => {
    const workbook = smallWorkbook();
    const results = [await cabinet.add(workbook, '导入'), await cabinet.add(workbook, '导入')];
    const ids = results.map((result) => result.ok && result.id);
    expect(new Set([...ids, workbook.id]).size).toBe(3);
  });

  it('says why a change was not kept, and leaves nothing behind', async () => {
    const id = await stored();
    const databases = async () => (await indexedDB.databases()).map(({ name }) => name).sort();
    const before = await databases();
    for (const method of ['add', 'put'] as const) {
      const full = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError');
      });
      const results = [await cabinet.add(smallWorkbook(), '导入'), await cabinet.rename(id, '新')];
      if (method === 'put') results.push(await cabinet.delete(id));
      for (const result of results) expect(result).toEqual({ ok: false, fault: 'full' });
      full.mockRestore();
    }
    expect(await databases()).toEqual(before);
    expect((await cabinet.catalogue.get(id))!.title).not.toBe('新');
  });

  it('renames a workbook, in the catalogue and inside', async () => {
    const id = await stored();
    await cabinet.rename(id, '新名字');
    expect((await cabinet.catalogue.get(id))!.title).toBe('新名字');
    expect((await open(id)).workbook.title).toBe('新名字');
  });

  it('does not take the new name of a shared workbook for synced', async () => {
    const id = await stored();
    const sharing = { role: 'owner', token: 'owner.key', links: [] } as const;
    await cabinet.catalogue.update(id, { sharing, syncedAt: new Date().toISOString() });
    await cabinet.rename(id, '新名字');
    expect((await cabinet.catalogue.get(id))!.pending).toBe(1);
  });

  it('makes workbooks of all forms and blank ones', async () => {
    const made = { title: '试', year: 2027, department: '青泉县水务局' };
    for (const [template, sheets] of [
      ['2015', 4],
      ['2021', 4],
      ['local', 4],
      ['blank', 0]
    ] as const) {
      const result = await cabinet.create({ ...made, template });
      if (!result.ok) throw new Error('not created');
      expect((await open(result.id)).workbook.sheets).toHaveLength(sheets);
    }
  });
});

describe('a shared workbook', () => {
  const shared = (role: SharedRole, token: string = role) => ({ role, token, links: [] });

  it('is brought back by a link where its owner has deleted it', async () => {
    const id = await stored();
    await cabinet.catalogue.update(id, { sharing: shared('owner') });
    await cabinet.delete(id);
    expect(await cabinet.addShared(id, shared('edit'))).toEqual({ ok: true, id });
    expect(await cabinet.catalogue.get(id)).toMatchObject({
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
      await cabinet.addShared(id, shared(role, token));
      tokens.push((await cabinet.catalogue.get(id))!.sharing!.token);
    }
    expect(tokens).toEqual(['first', 'first', 'newer', 'stronger', 'stronger']);
  });

  it('takes neither edits nor undo nor redo by a link that only lets one look or comment', async () => {
    const id = await stored();
    const one = await open(id);
    one.edit(setTarget('≥13公里'));
    one.edit(setTarget('≥12米'));
    one.undo();
    const before = [one.workbook, one.entries];
    for (const role of ['view', 'comment'] as const) {
      one.share(shared(role));
      expect(one).toMatchObject({ role, editable: false, undoLabel: null, redoLabel: null });
      const edit = setTarget('≥14公里');
      expect(one.edit(edit)).toBe(false);
      expect(one.refused).toBe(edit);
      expect(one.undo()).toEqual({ done: false, reason: 'nothing' });
      expect(one.redo()).toEqual({ done: false, reason: 'nothing' });
    }
    expect([one.workbook, one.entries]).toEqual(before);
    await one.close();
    expect(target(await open(id))).toBe('≥13公里');
  });

  it('is opened again in the role that it was noted with', async () => {
    const id = await stored();
    await cabinet.catalogue.update(id, { sharing: shared('comment') });
    expect(await open(id)).toMatchObject({ role: 'comment', editable: false, waivable: true });
  });

  it('follows a link that allows less where another window has opened it', async () => {
    const id = await stored();
    await cabinet.catalogue.update(id, { sharing: shared('edit', 'stopped') });
    const one = await open(id);
    expect(one.editable).toBe(true);
    await cabinet.addShared(id, shared('view'), 'stopped');
    await vi.waitFor(() => expect(one).toMatchObject({ role: 'view', editable: false }));
  });

  it('gets no other name in the cabinet by a link that only shows it', async () => {
    const id = await stored();
    await cabinet.catalogue.update(id, { sharing: shared('view') });
    const { title } = (await cabinet.catalogue.get(id))!;
    expect(await cabinet.rename(id, '新名字')).toEqual({ ok: true, id });
    expect((await cabinet.catalogue.get(id))!.title).toBe(title);
    expect((await open(id)).workbook.title).toBe(title);
  });

  it('takes no edit before the content of a colleague has come for the first time', async () => {
    const id = newWorkbookId();
    await cabinet.addShared(id, shared('edit'));
    const one = await open(id);
    expect(one).toMatchObject({ awaited: true, editable: false });
    await one.close();
    await cabinet.catalogue.update(id, { syncedAt: new Date().toISOString() });
    expect(await open(id)).toMatchObject({ awaited: false, editable: true });
    const own = await stored();
    await cabinet.catalogue.update(own, { sharing: shared('owner') });
    expect(await open(own)).toMatchObject({ awaited: false, editable: true });
  });

  it('is connected where another window has shared it', async () => {
    const id = await stored();
    const one = await open(id);
    expect(one.sync).toBeNull();
    const sharing = { role: 'owner', token: 'owner.key', links: [] } as const;
    await cabinet.catalogue.update(id, { sharing });
    await vi.waitFor(() => expect(one.sync).not.toBeNull());
    expect(one.sharing).toEqual(sharing);
  });
});

describe('the view of a workbook', () => {
  it('goes from problem to problem of a sheet, and round', async () => {
    const one = await open(await stored());
    const view = new View(one, 'p1');
    await vi.waitFor(() => expect(one.checked).toBe(true));
    const ofSheet = one.problems.filter(
      ({ place, severity }) => place.sheet === 'p1' && severity !== 'info'
    );
    expect(ofSheet.length).toBeGreaterThan(1);
    for (const problem of ofSheet) {
      await view.stepProblem(1, false);
      expect(view.problem).toEqual(problem);
    }
    await view.stepProblem(1, false);
    expect(view.problem).toEqual(ofSheet[0]);
  });

  it('falls back to a sheet that is there when the one on screen is deleted', async () => {
    const one = await open(await stored());
    const view = new View(one, 'p2');
    one.edit({ label: '删除', changes: [{ do: 'delete-sheet', sheet: 'p2' }] });
    expect(view.shown).toBe('p1');
  });
});
