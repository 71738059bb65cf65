import { describe, expect, it, vi } from 'vitest';
import type { Workbook } from '#lib/model/workbook.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();
const { stored, open, reopen } = desk;

function write(one: OpenWorkbook, text: string): void {
  one.edit({
    label: `改为 ${text}`,
    changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text }]
  });
}

const target = ({ workbook }: { workbook: Workbook }) =>
  workbook.sheets.find(({ id }) => id === 'p1')?.rows[0]?.cells.target;

const versionsOf = ({ history }: OpenWorkbook) =>
  history.versions.list.map(({ name, occasion, by }) => ({ name, occasion, by: by.name }));

describe('the history of an open workbook', () => {
  it('brings back every sheet that was deleted, after a reload, in one step', async () => {
    const one = await open(await stored());
    const { sheets } = one.workbook;
    const changes = sheets.map(({ id }) => ({ do: 'delete-sheet', sheet: id }) as const);
    one.edit({ label: '删除所有表', changes });
    expect(one.workbook.sheets).toEqual([]);

    const again = await reopen(one);
    expect(again.workbook.sheets).toEqual([]);
    expect(again.history.deletedCount).toBe(3);
    expect(again.history.deleted.map(({ deleted }) => deleted?.by.name)).toEqual([
      '王芳',
      '王芳',
      '王芳'
    ]);
    expect(again.history.recover(again.history.deleted)).toBe(true);
    expect(again.workbook.sheets).toEqual(sheets);
    expect(again.history.deletedCount).toBe(0);
    again.undo();
    expect(again.workbook.sheets).toEqual([]);
  });

  it('has a version that was asked for just before the workbook was closed', async () => {
    const one = await open(await stored());
    write(one, '≥13公里');
    void one.history.versions.keep('初稿');
    const again = await reopen(one);
    expect(versionsOf(again)).toEqual([{ name: '初稿', occasion: null, by: '王芳' }]);
    const version = await again.history.versions.read(again.history.versions.list[0]!.id);
    expect(version && target({ workbook: version })).toBe('≥13公里');
  });

  it('goes back to a version, keeps what was there before, and comes back from it', async () => {
    const one = await open(await stored());
    expect(await one.history.versions.keep('初稿')).toBe('kept');
    write(one, '≥13公里');
    const present = one.workbook;
    const version = await one.history.versions.read(one.history.versions.list[0]!.id);
    expect(one.history.restore(version!, '初稿')).toBe(true);
    expect(target(one)).toBe('≥12公里');
    await vi.waitFor(() => expect(one.history.versions.list).toHaveLength(2));
    const [before] = one.history.versions.list;
    expect(before).toMatchObject({ name: '', occasion: 'restoring' });
    expect(await one.history.versions.read(before!.id)).toEqual(present);
    one.undo();
    expect(one.workbook.sheets).toEqual(present.sheets);
  });

  it('is of everybody and every sheet, or of one', async () => {
    const one = await open(await stored());
    write(one, '≥13公里');
    one.edit({
      label: '改正文',
      changes: [{ do: 'field', sheet: 's1', field: 'body', text: '新的正文' }]
    });
    const labels = (filter: Parameters<typeof one.history.filtered>[0]) =>
      one.history.filtered(filter).map(({ label }) => label);
    expect(labels({ author: null, sheet: null })).toEqual(['导入', '改为 ≥13公里', '改正文']);
    expect(labels({ author: null, sheet: 's1' })).toEqual(['改正文']);
    expect(labels({ author: desk.cabinet.profile.id, sheet: 'p1' })).toEqual(['改为 ≥13公里']);
    expect(labels({ author: 'somebody', sheet: null })).toEqual([]);
    expect(one.history.authors).toEqual([{ id: desk.cabinet.profile.id, name: '王芳' }]);
  });

  it('can be read by whoever may only look, who keeps, names and brings back nothing', async () => {
    const one = await open(await stored());
    await one.history.versions.keep('初稿');
    one.edit({ label: '删除一行', changes: [{ do: 'delete', rows: ['p1-r1'] }] });
    one.connection.share({ role: 'view', token: 'view', links: [] });
    const [version] = one.history.versions.list;
    const { workbook } = one;

    expect(await one.history.versions.keep('二稿')).toBe('read-only');
    one.history.versions.rename(version!.id, '二稿');
    one.history.versions.remove(version!.id);
    expect(versionsOf(one)).toEqual([{ name: '初稿', occasion: null, by: '王芳' }]);
    expect(one.history.restore((await one.history.versions.read(version!.id))!, '初稿')).toBe(
      false
    );
    expect(one.history.recover(one.history.deleted)).toBe(false);
    expect(one.workbook).toBe(workbook);
    expect(one.history.deleted).toHaveLength(1);
    const changes = one.history.changesAt({ sheet: 'p1', row: 'p1-r2', column: 'target' });
    expect(changes.map(({ did }) => did)).toEqual(['filled']);
  });
});
