import { describe, expect, test } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { edited, imported, rowIds, rowWith } from './edited-document.ts';

describe('rows of a handed out document that was changed in Word', () => {
  test('keeps the ids of the other rows when a row is inserted', async () => {
    const bytes = edited(smallWorkbook(), (xml) => {
      const row = rowWith(xml, '断面验收合格率');
      return xml.replace(row, row + row.replaceAll(/<w:t [^>]*>[^<]*/g, '<w:t>新写的一格'));
    });

    const { workbook } = await imported(bytes);

    expect(rowIds(workbook, 'p1')).toEqual(['p1-r1', 'p1-r2', 'new1', 'p1-r3']);
  });

  test('keeps the ids of the other rows when one is deleted', async () => {
    const bytes = edited(smallWorkbook(), (xml) => xml.replace(rowWith(xml, '断面验收合格率'), ''));

    const { workbook } = await imported(bytes);

    expect(rowIds(workbook, 'p1')).toEqual(['p1-r1', 'p1-r3']);
    expect(rowIds(workbook, 'p2')).toEqual(['p2-r1', 'p2-r2', 'p2-r3']);
  });

  test('keeps the id of a row in which a cell is changed, and takes the new text', async () => {
    const bytes = edited(smallWorkbook(), (xml) => xml.replace('≥12公里', '≥15公里'));

    const { workbook } = await imported(bytes);

    const rows = workbook.sheets.find(({ id }) => id === 'p1')!.rows;
    expect(rows.map(({ id, cells }) => [id, cells.target])).toEqual([
      ['p1-r1', '≥15公里'],
      ['p1-r2', '≥95%'],
      ['p1-r3', '≥18个']
    ]);
  });

  test('lets a row keep its id where it was moved to', async () => {
    const bytes = edited(smallWorkbook(), (xml) => {
      const row = rowWith(xml, '受益村庄数量');
      const first = rowWith(xml, '清淤河道长度');
      return xml.replace(row, '').replace(first, row + first);
    });

    const { workbook } = await imported(bytes);

    expect(rowIds(workbook, 'p1')).toEqual(['p1-r3', 'p1-r1', 'p1-r2']);
  });

  test.each([
    ['', '≥12公里'],
    ['and the row below them was changed', '≥15公里']
  ])('reads no indicator as the titles when they were deleted %s', async (_, target) => {
    const workbook = smallWorkbook();
    const bytes = edited(workbook, (xml) =>
      xml.replace(rowWith(xml, '二级指标'), '').replace('≥12公里', target)
    );

    const [, project] = (await imported(bytes)).workbook.sheets;

    expect(project!.columns).toEqual(workbook.sheets[1]!.columns);
    expect(project!.rows.map(({ id, cells }) => [id, cells.target])).toEqual([
      ['p1-r1', target],
      ['p1-r2', '≥95%'],
      ['p1-r3', '≥18个']
    ]);
  });

  test('reads no row of a table as its titles when they were deleted', async () => {
    const columns = ['乡镇', '应收'].map((title, index) => ({ id: 'AB'[index]!, title }));
    const rows = [
      createRow({ A: '城关镇', B: '120.50' }, 'r1'),
      createRow({ A: '河湾乡', B: '36.00' }, 'r2')
    ];
    const free = createSheet('free', { id: 'f', title: '水费收缴情况', columns, rows });
    const bytes = edited(createWorkbook({ sheets: [free] }), (xml) =>
      xml.replace(rowWith(xml, '乡镇'), '')
    );

    const [sheet] = (await imported(bytes)).workbook.sheets;

    expect(sheet).toMatchObject({ id: 'f', rows });
    expect(sheet!.columns.map(({ title }) => title)).toEqual(['A', 'B']);
  });

  test('leaves a waiver out whose text was changed', async () => {
    const waiver = (row: string, was: string) => ({
      id: `w-${row}`,
      code: 'unit-missing',
      place: { sheet: 'p1', row, column: 'target' },
      was,
      reason: '计量口径已说明',
      by: '预算股',
      at: '2026-01-05T08:00:00Z'
    });
    const waivers = [waiver('p1-r1', '≥12公里'), waiver('p1-r2', '≥95%')];
    const bytes = edited({ ...smallWorkbook(), waivers }, (xml) => xml.replace('≥95%', '≥96%'));

    expect((await imported(bytes)).workbook.waivers).toEqual([waivers[0]]);
  });
});
