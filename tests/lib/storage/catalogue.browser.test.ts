import { describe, expect, it, vi } from 'vitest';
import { Catalogue, type CatalogueEntry } from '#lib/storage/catalogue.ts';

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

describe('the catalogue', () => {
  it('tells of every change, latest edit first', async () => {
    const catalogue = new Catalogue(`test-${Date.now()}`);
    let seen: readonly string[] = [];
    const stop = catalogue.watch(
      (entries) => (seen = entries.map(({ id }) => id)),
      (error) => {
        throw error;
      }
    );
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

  it('remembers settings of the device and has none at first', async () => {
    const catalogue = new Catalogue(`test-settings-${Date.now()}`);
    expect(await catalogue.setting('name')).toBe('');
    await catalogue.setSetting('name', '陈');
    expect(await catalogue.setting('name')).toBe('陈');
    catalogue.close();
  });
});
