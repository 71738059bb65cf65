import { describe, expect, it } from 'vitest';
import { readPackage } from '#lib/sync/package/package.ts';
import { openPackage, packageFile } from '#lib/workspace/sync-packages.ts';
import { damage } from '#tests/support/damaged-document.ts';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();
const { stored } = desk;

describe('a sync package', () => {
  it('is made of what the device keeps', async () => {
    const id = await stored();
    const file = await packageFile(desk.cabinet, id, '');
    const read = await readPackage(new Uint8Array(await file.arrayBuffer()));
    expect(read).toMatchObject({ ok: true, package: { workbook: id } });
  });

  it.each(['d', 'c', 'h'])('is not made where document %s cannot be read', async (kind) => {
    const id = await stored();
    await damage(`${kind}.${id}`);
    await expect(packageFile(desk.cabinet, id, '')).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('brings a workbook back that was deleted here', async () => {
    const id = await stored();
    const file = await packageFile(desk.cabinet, id, '');
    await desk.cabinet.delete(id);
    const opened = await openPackage(desk.cabinet, file, '');
    expect(opened).toMatchObject({ ok: true, receipt: { id, isNew: false } });
    expect(await desk.cabinet.catalogue.get(id)).toMatchObject({ deletedAt: '' });
  });

  it.each(['view', 'comment'] as const)('changes nothing for the role %s', async (role) => {
    const id = await stored();
    const file = await packageFile(desk.cabinet, id, '');
    await desk.cabinet.catalogue.update(id, { sharing: { role, token: 'token', links: [] } });
    expect(await openPackage(desk.cabinet, file, '')).toEqual({ ok: false, fault: 'read-only' });
  });
});
