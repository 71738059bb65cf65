import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Edit } from '#lib/model/edit.ts';
import { cellText } from '#lib/model/workbook.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const desk = useDesk();
const { stored, open } = desk;

afterEach(() => void vi.restoreAllMocks());

const target = (one: OpenWorkbook, row = 0) =>
  cellText(one.workbook.sheets[1]!.rows[row]!, 'target');

const setTarget = (text: string): Edit => ({
  label: `改为 ${text}`,
  changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text }]
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
    const copied = await desk.cabinet.duplicate(id);
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
    const results = [
      await desk.cabinet.add(workbook, '导入'),
      await desk.cabinet.add(workbook, '导入')
    ];
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
      const results = [
        await desk.cabinet.add(smallWorkbook(), '导入'),
        await desk.cabinet.rename(id, '新')
      ];
      if (method === 'put') results.push(await desk.cabinet.delete(id));
      for (const result of results) expect(result).toEqual({ ok: false, fault: 'full' });
      full.mockRestore();
    }
    expect(await databases()).toEqual(before);
    expect((await desk.cabinet.catalogue.get(id))!.title).not.toBe('新');
  });

  it('renames a workbook, in the catalogue and inside', async () => {
    const id = await stored();
    await desk.cabinet.rename(id, '新名字');
    expect((await desk.cabinet.catalogue.get(id))!.title).toBe('新名字');
    expect((await open(id)).workbook.title).toBe('新名字');
  });

  it('does not take the new name of a shared workbook for synced', async () => {
    const id = await stored();
    const sharing = { role: 'owner', token: 'owner.key', links: [] } as const;
    await desk.cabinet.catalogue.update(id, { sharing, syncedAt: new Date().toISOString() });
    await desk.cabinet.rename(id, '新名字');
    expect((await desk.cabinet.catalogue.get(id))!.pending).toBe(1);
  });

  it('makes workbooks of all forms and blank ones', async () => {
    const made = { title: '试', year: 2027, department: '青泉县水务局' };
    for (const [template, sheets] of [
      ['2015', 4],
      ['2021', 4],
      ['local', 4],
      ['blank', 0]
    ] as const) {
      const result = await desk.cabinet.create({ ...made, template });
      if (!result.ok) throw new Error('not created');
      expect((await open(result.id)).workbook.sheets).toHaveLength(sheets);
    }
  });
});
