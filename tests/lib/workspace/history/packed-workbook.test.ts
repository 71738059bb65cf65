import { describe, expect, test } from 'vitest';
import { createRow } from '#lib/model/create.ts';
import { packWorkbook, unpackWorkbook } from '#lib/workspace/history/packed-workbook.ts';
import { LARGEST_VERSION } from '#lib/document/versions.ts';
import { newId, newWorkbookId } from '#lib/model/ids.ts';
import { projectSheet, workbookOfAllKinds } from '#tests/support/workbooks.ts';

describe('a packed workbook', () => {
  test('is the same when it is unpacked', async () => {
    const workbook = { ...workbookOfAllKinds(), id: newWorkbookId() };
    expect(await unpackWorkbook(await packWorkbook(workbook))).toEqual(workbook);
  });

  test('of 10,000 rows is small enough for a version', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      createRow(
        {
          level1: '产出指标',
          level2: '数量指标',
          level3: `第${at}段河道清淤长度`,
          description: `第${at}段全年完成清淤的河道长度，按施工图计算`,
          target: `≥${at % 97}公里`,
          basis: '年度施工计划'
        },
        newId()
      )
    );
    const sheets = [projectSheet('p1', { rows })];
    const packed = await packWorkbook({ ...workbookOfAllKinds(), sheets });
    console.info(`10,000 rows: ${Math.round(packed.length / 1024)} KiB`);
    expect(packed.length).toBeLessThan(LARGEST_VERSION / 2);
  });

  test('is none where the bytes hold something else', async () => {
    const workbook = { ...workbookOfAllKinds(), id: newWorkbookId() };
    const packed = await packWorkbook(workbook);
    expect(await unpackWorkbook(packed.slice(0, 100))).toBeNull();
    expect(await unpackWorkbook(new Uint8Array([1, 2, 3]))).toBeNull();
    expect(
      await unpackWorkbook(await packWorkbook({ ...workbook, format: 'x' } as never))
    ).toBeNull();
  });
});
