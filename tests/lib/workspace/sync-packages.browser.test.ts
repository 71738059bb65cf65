import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, UPDATES } from '#lib/storage/database.ts';
import { readPackage } from '#lib/sync/package/package.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { openPackage, packageFile } from '#lib/workspace/sync-packages.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

let cabinet: Cabinet;

beforeEach(async () => {
  cabinet = await Cabinet.open();
});

async function stored(): Promise<string> {
  const result = await cabinet.add(smallWorkbook(), '导入');
  if (!result.ok) throw new Error('the device keeps nothing');
  return result.id;
}

/** Adds a row to a document that is no update. */
async function damage(name: string): Promise<void> {
  const database = await openDatabase(name);
  const { transaction } = database
    .transaction(UPDATES, 'readwrite')
    .objectStore(UPDATES)
    .add('not bytes at all');
  await new Promise<void>((resolve) => (transaction!.oncomplete = () => resolve()));
  database.close();
}

describe('a sync package', () => {
  it('is made of what the device keeps', async () => {
    const id = await stored();
    const file = await packageFile(cabinet, id, '');
    const read = await readPackage(new Uint8Array(await file.arrayBuffer()));
    expect(read).toMatchObject({ ok: true, package: { workbook: id } });
  });

  it.each(['d', 'c', 'h'])('is not made where document %s cannot be read', async (kind) => {
    const id = await stored();
    await damage(`${kind}.${id}`);
    await expect(packageFile(cabinet, id, '')).rejects.toMatchObject({ fault: 'damaged' });
  });

  it('brings a workbook back that was deleted here', async () => {
    const id = await stored();
    const file = await packageFile(cabinet, id, '');
    await cabinet.delete(id);
    const opened = await openPackage(cabinet, file, '');
    expect(opened).toMatchObject({ ok: true, receipt: { id, isNew: false } });
    expect(await cabinet.catalogue.get(id)).toMatchObject({ deletedAt: '' });
  });

  it.each(['view', 'comment'] as const)('changes nothing for the role %s', async (role) => {
    const id = await stored();
    const file = await packageFile(cabinet, id, '');
    await cabinet.catalogue.update(id, { sharing: { role, token: 'token', links: [] } });
    expect(await openPackage(cabinet, file, '')).toEqual({ ok: false, fault: 'read-only' });
  });
});
