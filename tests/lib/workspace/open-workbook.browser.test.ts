import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Edit } from '#lib/model/edit.ts';
import { cellText } from '#lib/model/workbook.ts';
import { DocumentStore } from '#lib/storage/document-store.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();
const { stored, open } = desk;

afterEach(() => void vi.restoreAllMocks());

const target = (one: OpenWorkbook, row = 0) =>
  cellText(one.workbook.sheets[1]!.rows[row]!, 'target');

const setTarget = (text: string): Edit => ({
  label: `改为 ${text}`,
  changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text }]
});

const codes = (one: OpenWorkbook) => one.checking.problems.map(({ code }) => code);

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
    await desk.cabinet.profile.rename('陈');
    const id = await stored();
    const one = await open(id);
    const before = (await desk.cabinet.catalogue.get(id))!;
    expect(before.projects).toBe(2);
    one.edit(setTarget('是/否'));
    await vi.waitFor(async () => {
      const entry = (await desk.cabinet.catalogue.get(id))!;
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
    await vi.waitFor(() => expect(one.history.entries.at(-1)).toMatchObject({ by }));
    await one.close();
    await log.close();
    const listed = (await desk.cabinet.catalogue.get(id))!;
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
    await desk.cabinet.delete(id);
    expect(await OpenWorkbook.open(desk.cabinet, id)).toBeNull();
    await desk.cabinet.restore(id);
    expect(target(await open(id))).toBe('≥12公里');
  });
});

describe('a workbook that cannot be read', () => {
  it('keeps its name in the cabinet and is not connected', async () => {
    const id = await stored();
    const sharing = { role: 'edit', token: 'owner.none', links: [] } as const;
    await desk.cabinet.catalogue.update(id, { sharing });
    const before = (await desk.cabinet.catalogue.get(id))!;
    const openFor = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const one = await open(id);
    expect(one.loaded).toBe(false);
    expect(one.connection.status).toBeNull();
    await one.close();
    openFor.mockRestore();
    expect(await desk.cabinet.catalogue.get(id)).toEqual(before);
  });
});

describe('a deleted workbook', () => {
  const LONG_AGO = new Date(Date.now() - 31 * 24 * 3600 * 1000).toISOString();

  it('says so where it is open, until it is brought back', async () => {
    const id = await stored();
    const one = await open(id);
    await desk.cabinet.delete(id);
    await vi.waitFor(() => expect(one.deleted).toBe(true));
    await desk.cabinet.restore(id);
    await vi.waitFor(() => expect(one.deleted).toBe(false));
  });

  it('is removed after thirty days, but not while a window has it open', async () => {
    // Removal goes by id: what is kept has been passed over once the other is gone.
    const [kept, removed] = [await stored(), await stored()].sort() as [string, string];
    const one = await open(kept);
    for (const id of [kept, removed])
      await desk.cabinet.catalogue.update(id, { deletedAt: LONG_AGO });
    await Cabinet.open();
    await vi.waitFor(async () => expect(await desk.cabinet.catalogue.get(removed)).toBeUndefined());
    expect(await desk.cabinet.catalogue.get(kept)).toBeDefined();
    await one.close();
    await Cabinet.open();
    await vi.waitFor(async () => expect(await desk.cabinet.catalogue.get(kept)).toBeUndefined());
  });
});
