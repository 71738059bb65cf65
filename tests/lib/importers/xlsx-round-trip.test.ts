import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportFileName } from '#lib/exporters/file-name.ts';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { importFile, type ImportResult } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { hasSeeds, sampleNames, WITHOUT_SEEDS } from '#tests/support/papers.ts';
import { printableWorkbook } from '#tests/support/printable-workbooks.ts';
import {
  asPrinted,
  expectedWorkbook,
  renumbered,
  seedWorkbook,
  withoutIds,
  withoutPrintedContents
} from '#tests/support/round-trips.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

type Imported = Extract<ImportResult, { ok: true }>;

async function imported(bytes: Uint8Array, title = '绩效文本'): Promise<Imported> {
  const name = exportFileName(title, '.xlsx');
  const result = await importFile({ name, bytes }, { ids: countingIds('new') });
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

/** A file with one of its worksheets changed as a person would change it in Excel. */
function edited(workbook: Workbook, sheet: number, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(exportXlsx(workbook));
  const path = `xl/worksheets/sheet${sheet}.xml`;
  const before = strFromU8(parts[path]!);
  const after = edit(before);
  if (after === before) throw new Error('the edit found nothing to change');
  return zipSync({ ...parts, [path]: strToU8(after) });
}

const rowIds = ({ sheets }: Workbook, sheet: string) =>
  sheets.find(({ id }) => id === sheet)!.rows.map(({ id }) => id);

/** The worksheet after 项目总表 and 指标总表. */
const PROSE = 3;

/** The worksheet after 项目总表, 指标总表 and 正文. */
const FIRST_PROJECT = 4;

/** A worksheet with a text written into an empty cell of it, at the end of its row. */
const withText = (xml: string, place: string, text: string) =>
  xml.replace(
    new RegExp(`(<row r="${/\d+/.exec(place)![0]}"[^>]*>.*?)</row>`, 's'),
    `$1<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c></row>`
  );

const unplaced = ({ notes }: Imported) =>
  notes.filter(({ kind }) => kind === 'unplaced').map(({ text }) => text);

describe('a workbook handed out as xlsx and brought in again', () => {
  test('is the same, ids and all, whatever its texts look like', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(printableWorkbook, async (workbook) => {
        expect((await imported(exportXlsx(workbook))).workbook).toEqual(workbook);
      })
    );
  });

  test.each(sampleNames)('is the same, ids and all: %s', async (name) => {
    const workbook = expectedWorkbook(name);

    const read = (await imported(exportXlsx(workbook))).workbook;
    expect(read).toEqual(withoutPrintedContents(workbook));
  });

  test.each(sampleNames)('is the same without the part but for ids: %s', async (name) => {
    const workbook = withoutPrintedContents(expectedWorkbook(name));

    const read = await imported(withoutIds(exportXlsx(workbook)), workbook.title);

    expect(asPrinted(renumbered(withoutPrintedContents(read.workbook)))).toEqual(
      asPrinted(renumbered(workbook))
    );
  });

  test.each(hasSeeds ? ['000', '001', '002', '003', '004'] : [])(
    'is the same, ids and all, with and without the part that carries them: seed %s',
    async (number) => {
      const workbook = withoutPrintedContents(seedWorkbook(number));
      const bytes = exportXlsx(workbook);

      expect((await imported(bytes)).workbook).toEqual(workbook);
      const read = (await imported(withoutIds(bytes), workbook.title)).workbook;
      expect(renumbered(withoutPrintedContents(read))).toEqual(renumbered(workbook));
    }
  );

  test.skipIf(hasSeeds)(`the seeds: ${WITHOUT_SEEDS}`, () => {});

  test.each([
    ['a formula', '=1+1'],
    ['a telephone number', '+86'],
    ['leading zeros', '00123'],
    ['a long number', '130200123456789012'],
    ['an apostrophe', "'=1+1"],
    ['an amount', '1,183.740'],
    ['a date', '2026/12/31'],
    ['a percent', '99.50%'],
    ['a negative zero', '-0.00'],
    ['an escape of Excel', '_x000D_']
  ])('keeps a text that looks like %s', async (_, text) => {
    const fields = { budget: text, usage: text, planMarch: text, goal: text };
    const rows = [createRow({ level1: text, level2: '数量指标', target: text }, 'r1')];
    const workbook = createWorkbook({ sheets: [projectSheet('p', { fields, rows })] });

    expect((await imported(exportXlsx(workbook))).workbook).toEqual(workbook);
  });

  test.each([
    ['31,998', '河'.repeat(31_998)],
    ['31,999', '河'.repeat(31_999)],
    ['32,000', '河'.repeat(32_000)],
    ['64,000', '河'.repeat(64_000)],
    ['100,001', `河${'\u{20000}'.repeat(50_000)}`]
  ])('keeps a text of %s characters, of which a cell holds 32,767', async (_, long) => {
    const prose = createSheet('text', { title: '总体目标', fields: { body: `${long}\n又一段` } });
    const project = projectSheet('p', { fields: { usage: long, goal: '短目标' } });
    const workbook = createWorkbook({ sheets: [prose, project] });

    expect((await imported(exportXlsx(workbook))).workbook).toEqual(workbook);
  });

  test('holds 500 rows in one table, and a table of one cell', async () => {
    const rows = Array.from({ length: 500 }, (_, index) =>
      createRow({ level1: `第${Math.floor(index / 2)}组`, target: `≥${index}` }, `r${index}`)
    );
    const columns = [{ id: 'A', title: 'A' }];
    const one = createSheet('free', { columns, rows: [createRow({ A: '唯一' })] });
    const workbook = createWorkbook({ sheets: [projectSheet('p', { rows }), one] });

    expect((await imported(exportXlsx(workbook))).workbook).toEqual(workbook);
  });

  test('holds a thousand merged cells', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      createRow({ level1: `第${Math.floor(index / 2)}组`, level2: '数量指标' }, `r${index}`)
    );
    const workbook = createWorkbook({ sheets: [projectSheet('p', { rows })] });

    expect((await imported(exportXlsx(workbook))).workbook).toEqual(workbook);
  });
});

describe('a spreadsheet that carries ids', () => {
  test('lets a cell that was changed win, and keeps the id of its row', async () => {
    const bytes = edited(smallWorkbook(), FIRST_PROJECT, (xml) =>
      xml.replace('≥12公里', '≥15公里')
    );

    const { workbook } = await imported(bytes);

    const { rows } = workbook.sheets.find(({ id }) => id === 'p1')!;
    expect(rows.map(({ id, cells }) => [id, cells.target])).toEqual([
      ['p1-r1', '≥15公里'],
      ['p1-r2', '≥95%'],
      ['p1-r3', '≥18个']
    ]);
  });

  test('keeps the ids of the other rows when one is deleted', async () => {
    const bytes = edited(smallWorkbook(), FIRST_PROJECT, (xml) =>
      xml.replace(/<row [^>]*>(?:(?!<\/row>).)*受益村庄数量.*?<\/row>/s, '')
    );

    const { workbook } = await imported(bytes);

    expect(rowIds(workbook, 'p1')).toEqual(['p1-r1', 'p1-r2']);
    expect(rowIds(workbook, 'p2')).toEqual(['p2-r1', 'p2-r2', 'p2-r3']);
  });

  test.each(['B1', 'B3', 'C4'])(
    'leaves its prose as it is when a remark stands at %s',
    async (place) => {
      const workbook = smallWorkbook();

      const read = await imported(edited(workbook, PROSE, (xml) => withText(xml, place, '请核对')));

      expect(read.workbook).toEqual(workbook);
      expect(unplaced(read)).toEqual(['请核对']);
    }
  );

  test('leaves paragraphs below an empty one as they are when remarks stand beside them', async () => {
    const [prose, ...others] = smallWorkbook().sheets;
    const body = '年内完成河道清淤。\n\n年内完成节水宣传。\n年内完成步道修整。';
    const workbook = { ...smallWorkbook(), sheets: [{ ...prose!, fields: { body } }, ...others] };

    const read = await imported(
      edited(workbook, PROSE, (xml) => withText(withText(xml, 'B6', '请核对'), 'B7', '已核对'))
    );

    expect(read.workbook).toEqual(workbook);
    expect(unplaced(read)).toEqual(['请核对', '已核对']);
  });

  test('keeps both sides of the line above a table when a remark stands beside them', async () => {
    const fields = { unitCode: '108001', unitName: '青泉县水务局', moneyUnit: '万元' };
    const sheets = ['p1', 'p2'].map((id) => projectSheet(id, { fields }));
    const workbook = { ...smallWorkbook(), sheets };
    const bytes = edited(workbook, FIRST_PROJECT, (xml) => withText(xml, 'H2', '请核对'));

    const read = await imported(bytes);

    expect(read.workbook).toEqual(workbook);
    expect(unplaced(read)).toEqual(['请核对']);
  });

  test.each([
    ['an indicator', ['R10']],
    ['two indicators', ['H10', 'H12']],
    ['the titles of the indicators', ['R9']],
    ['a value of the form that is empty', ['H5']]
  ])('keeps a table and its note when a remark stands beside %s', async (_, places) => {
    const [prose, project, last] = smallWorkbook().sheets;
    const fields = { ...project!.fields, usage: '' };
    const noted = { ...project!, fields, note: '注：金额含税。' };
    const workbook = { ...smallWorkbook(), sheets: [prose!, noted, last!] };

    const read = await imported(
      edited(workbook, FIRST_PROJECT, (xml) =>
        places.reduce((changed, place) => withText(changed, place, '请核对'), xml)
      )
    );

    expect(read.workbook).toEqual(workbook);
    expect(unplaced(read)).toEqual(places.map(() => '请核对'));
  });

  test('keeps the titles and the rows of a table to which a column was added', async () => {
    const columns = ['乡镇', '应收'].map((title, index) => ({ id: 'AB'[index]!, title }));
    const rows = [
      createRow({ A: '城关镇', B: '120.50' }, 'r1'),
      createRow({ A: '河湾乡', B: '36.00' }, 'r2')
    ];
    const free = createSheet('free', { id: 'f', title: '水费收缴情况', columns, rows });
    const workbook = { ...smallWorkbook(), sheets: [...smallWorkbook().sheets, free] };
    const bytes = edited(workbook, FIRST_PROJECT + 2, (xml) => {
      const titles = Number(/<row r="(\d+)"(?:(?!<row).)*乡镇/s.exec(xml)![1]);
      const widened = withText(xml, `C${titles}`, '实收');
      return withText(widened, `C${titles + 1}`, '118.00');
    });

    const { sheets } = (await imported(bytes)).workbook;

    expect(sheets.at(-1)).toEqual({
      ...free,
      columns: [...columns, { id: 'C', title: '实收' }],
      rows: [
        createRow({ A: '城关镇', B: '120.50', C: '118.00' }, 'r1'),
        createRow({ A: '河湾乡', B: '36.00', C: '' }, 'r2')
      ]
    });
  });

  test('reads a worksheet that was added as a sheet of its own', async () => {
    const parts = unzipSync(exportXlsx(smallWorkbook()));
    const change = (path: string, from: string | RegExp, to: string) => {
      parts[path] = strToU8(strFromU8(parts[path]!).replace(from, to));
    };
    const project = strFromU8(parts[`xl/worksheets/sheet${FIRST_PROJECT}.xml`]!);
    parts['xl/worksheets/added.xml'] = strToU8(project.replaceAll('河道清淤', '村庄绿化'));
    change(
      'xl/workbook.xml',
      '</sheets>',
      '<sheet name="补充" sheetId="99" r:id="rId99"/></sheets>'
    );
    change(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      '<Relationship Id="rId99" Type="x/worksheet" Target="worksheets/added.xml"/></Relationships>'
    );

    const { workbook } = await imported(zipSync(parts));

    expect(workbook.sheets.map(({ id, title }) => [id, title])).toEqual([
      ['s1', '总体绩效目标'],
      ['p1', '河道清淤专项经费绩效目标表'],
      ['p2', '节水宣传经费绩效目标表'],
      ['new1', '村庄绿化专项经费绩效目标表']
    ]);
    expect(workbook.sheets[3]!.rows).toHaveLength(3);
  });

  test('does not read 指标总表 and 项目总表, which are made from the tables', async () => {
    const bytes = edited(smallWorkbook(), 2, (xml) => xml.replace('≥12公里', '≥99公里'));

    const { workbook, notes } = await imported(bytes);

    expect(workbook).toEqual({ ...smallWorkbook(), id: workbook.id });
    expect(notes.map(({ text }) => text)).toContain('“指标总表”由各张表汇总而成，不另读入。');
  });
});
