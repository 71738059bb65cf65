import { describe, expect, it, vi } from 'vitest';
import { Catalogue, type CatalogueEntry } from '#lib/storage/catalogue.ts';
import { deleteDatabase } from '#lib/storage/rescue.ts';

function entry(id: string, editedAt: string): CatalogueEntry {
  return {
    id,
    title: `工作簿 ${id}`,
    unit: '',
    year: 2026,
    projects: 1,
    counts: { error: 0, warning: 0, info: 0 },
    createdAt: editedAt,
    editedAt,
    editedBy: '陈',
    editorId: 'device',
    deletedAt: '',
    sharing: null,
    ownerKey: '',
    pending: 0,
    syncedAt: ''
  };
}

function rethrow(error: unknown): never {
  throw error;
}

describe('the catalogue', () => {
  it('tells of every change, latest edit first', async () => {
    const catalogue = new Catalogue(`test-${Date.now()}`);
    let seen: readonly string[] = [];
    const stop = catalogue.watch((entries) => (seen = entries.map(({ id }) => id)), rethrow);
    await catalogue.put(entry('a', '2026-01-01T00:00:00Z'));
    await catalogue.put(entry('b', '2026-01-02T00:00:00Z'));
    await vi.waitFor(() => expect(seen).toEqual(['b', 'a']));
    await catalogue.update('a', { editedAt: '2026-01-03T00:00:00Z' });
    await vi.waitFor(() => expect(seen).toEqual(['a', 'b']));
    stop();
    catalogue.close();
  });

  it('loses no change of two that come at once', async () => {
    const [here, there] = [new Catalogue('test-change'), new Catalogue('test-change')];
    await here.put(entry('a', '2026-01-01T00:00:00Z'));
    const another = ({ pending }: CatalogueEntry) => ({ pending: pending + 1 });
    await Promise.all([here.change('a', another), there.change('a', another)]);
    expect((await here.get('a'))!.pending).toBe(2);
    expect(await here.change('b', another)).toBeUndefined();
    for (const one of [here, there]) one.close();
  });

  it('tells every window, until it is no longer asked to', async () => {
    const name = `test-windows-${Date.now()}`;
    const [here, there] = [new Catalogue(name), new Catalogue(name)];
    const seen: (string | undefined)[] = [];
    const stop = here.watchOne('a', (found) => seen.push(found?.title), rethrow);
    await vi.waitFor(() => expect(seen).toEqual([undefined]));
    await there.put(entry('a', '2026-01-01T00:00:00Z'));
    await vi.waitFor(() => expect(seen.at(-1)).toBe('工作簿 a'));
    stop();
    const before = seen.length;
    await here.update('a', { title: '改名' });
    expect((await here.get('a'))!.title).toBe('改名');
    expect(seen).toHaveLength(before);
    for (const one of [here, there]) one.close();
  });

  it('says where it cannot be read, and goes on when it can', async () => {
    const catalogue = new Catalogue(`test-failing-${Date.now()}`);
    const failed = vi.fn();
    let seen: readonly string[] = [];
    const fails = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('the disk fails', 'UnknownError');
    });
    catalogue.watch((entries) => (seen = entries.map(({ id }) => id)), failed);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    fails.mockRestore();
    await catalogue.put(entry('a', '2026-01-01T00:00:00Z'));
    await vi.waitFor(() => expect(seen).toEqual(['a']));
    catalogue.close();
  });

  it('writes nothing where a part of it fails', async () => {
    const catalogue = new Catalogue(`test-parts-${Date.now()}`);
    await catalogue.put(entry('a', '2026-01-01T00:00:00Z'));
    const real = IDBObjectStore.prototype.delete;
    const disk = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
      this: IDBObjectStore,
      key
    ) {
      if (this.name === 'workbooks') return real.call(this, key);
      throw new DOMException('the disk fails', 'UnknownError');
    });
    await expect(catalogue.remove('a')).rejects.toThrow('the disk fails');
    disk.mockRestore();
    expect((await catalogue.get('a'))!.title).toBe('工作簿 a');
    catalogue.close();
  });

  it('reads the catalogues of the first version, and adds what they lack', async () => {
    const name = `test-first-${Date.now()}`;
    const first = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name, 10);
      opening.onupgradeneeded = () => {
        const workbooks = opening.result.createObjectStore('workbooks', { keyPath: 'id' });
        workbooks.createIndex('editedAt', 'editedAt');
        opening.result.createObjectStore('settings', { keyPath: 'key' });
        workbooks.put(entry('a', '2026-01-01T00:00:00Z'));
      };
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    // As another window does that is still of that version.
    first.onversionchange = () => first.close();
    const catalogue = new Catalogue(name);
    expect((await catalogue.get('a'))!.title).toBe('工作簿 a');
    const summary = { id: 'a', version: 1, editedAt: '2026-01-01T00:00:00Z', text: '{}' };
    await catalogue.putSummaries([summary, { ...summary, id: 'gone' }]);
    expect(await catalogue.summary('a')).toEqual(summary);
    expect(await catalogue.summary('gone')).toBeUndefined();
    catalogue.close();
  });

  it('goes on where its data were cleared under it', async () => {
    const name = `test-cleared-${Date.now()}`;
    const catalogue = new Catalogue(name);
    await catalogue.put(entry('a', '2026-01-01T00:00:00Z'));
    await deleteDatabase(name);
    expect(await catalogue.get('a')).toBeUndefined();
    await catalogue.put(entry('b', '2026-01-02T00:00:00Z'));
    expect((await catalogue.get('b'))!.title).toBe('工作簿 b');
    catalogue.close();
  });

  it('remembers settings of the device and has none at first', async () => {
    const catalogue = new Catalogue(`test-settings-${Date.now()}`);
    expect(await catalogue.setting('name')).toBe('');
    await catalogue.setSetting('name', '陈');
    expect(await catalogue.setting('name')).toBe('陈');
    catalogue.close();
  });
});
