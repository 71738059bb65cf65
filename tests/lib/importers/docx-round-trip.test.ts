import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { importFile, importText, type ImportResult } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import {
  hasSeeds,
  sampleExpectation,
  sampleNames,
  textSampleNames,
  seedText,
  WITHOUT_SEEDS
} from '#tests/support/papers.ts';
import { printableWorkbook } from '#tests/support/printable-workbooks.ts';
import { withoutPrintedContents } from '#tests/support/round-trips.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

type Imported = Extract<ImportResult, { ok: true }>;

async function imported(bytes: Uint8Array): Promise<Imported> {
  const result = await importFile({ name: '绩效文本.docx', bytes }, { ids: countingIds('new') });
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

/** A file with its document changed as a person would change it in Word. */
function edited(workbook: Workbook, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(exportDocx(workbook));
  const before = strFromU8(parts['word/document.xml']!);
  const after = edit(before);
  if (after === before) throw new Error('the edit found nothing to change');
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
}

/** The file as a program leaves it that keeps no custom parts. */
function withoutIds(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.startsWith('customXml/'));
  return zipSync(Object.fromEntries(parts));
}

function sampleWorkbook(name: string): Workbook {
  const read = readWorkbook({ ...sampleExpectation(name).workbook, id: 'A'.repeat(22) });
  if ('fault' in read) throw new Error(read.fault);
  return read.workbook;
}

function seedWorkbook(number: string): Workbook {
  const result = importText(seedText(number), { ids: countingIds() });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/** A workbook with counted ids in the place of its own. */
function renumbered(workbook: Workbook): Workbook {
  const ids = countingIds();
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    id: ids(),
    rows: sheet.rows.map((row) => ({ ...row, id: ids() }))
  }));
  return { ...workbook, id: 'A'.repeat(22), sheets };
}

const rowIds = ({ sheets }: Workbook, sheet: string) =>
  sheets.find(({ id }) => id === sheet)!.rows.map(({ id }) => id);

/** The rows of the document in which a text stands. */
const rowWith = (xml: string, text: string) =>
  xml.match(/<w:tr>.*?<\/w:tr>/gs)!.find((row) => row.includes(text))!;

/**
 * Paper cannot say that a sheet stands in no part of the outline when the one above it does: below a
 * heading everything is under it.
 */
const readablePapers = textSampleNames.filter((name) => name !== 'fragment');

describe('a workbook handed out as docx and brought in again', () => {
  test('is the same, ids and all, whatever its texts look like', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(printableWorkbook, async (workbook) => {
        expect((await imported(exportDocx(workbook))).workbook).toEqual(workbook);
      })
    );
  });

  test.each(sampleNames)('is the same, ids and all: %s', async (name) => {
    const workbook = sampleWorkbook(name);

    const read = (await imported(exportDocx(workbook))).workbook;
    expect(read).toEqual(withoutPrintedContents(workbook));
  });

  test.each(hasSeeds ? ['000', '001', '002', '003', '004'] : [])(
    'is the same, ids and all, with and without the part that carries them: seed %s',
    async (number) => {
      const workbook = seedWorkbook(number);
      const bytes = exportDocx(workbook);

      const expected = withoutPrintedContents(workbook);
      expect((await imported(bytes)).workbook).toEqual(expected);
      const read = (await imported(withoutIds(bytes))).workbook;
      expect(renumbered(withoutPrintedContents(read))).toEqual(renumbered(expected));
    }
  );

  test.skipIf(hasSeeds)(`the seeds: ${WITHOUT_SEEDS}`, () => {});

  test('holds 500 rows in one table, and a table of one cell', async () => {
    const rows = Array.from({ length: 500 }, (_, index) =>
      createRow({ level1: `第${Math.floor(index / 2)}组`, target: `≥${index}` }, `r${index}`)
    );
    const one = createSheet('free', {
      columns: [{ id: 'A', title: 'A' }],
      rows: [createRow({ A: '唯一' })]
    });
    const workbook = createWorkbook({ sheets: [projectSheet('p', { rows }), one] });

    expect((await imported(exportDocx(workbook))).workbook).toEqual(workbook);
  });

  test('holds a thousand merged cells', async () => {
    const rows = Array.from({ length: 2000 }, (_, index) =>
      createRow({ level1: `第${Math.floor(index / 2)}组`, level2: '数量指标' }, `r${index}`)
    );
    const workbook = createWorkbook({ sheets: [projectSheet('p', { rows })] });

    expect((await imported(exportDocx(workbook))).workbook).toEqual(workbook);
  });
});

describe('a file that carries ids', () => {
  test('carries none of the texts that were printed', () => {
    const workbook = smallWorkbook();
    const part = strFromU8(unzipSync(exportDocx(workbook))['customXml/item1.xml']!);

    const texts = workbook.sheets.flatMap(({ title, fields, rows }) => [
      title,
      ...Object.values(fields),
      ...rows.flatMap(({ cells }) => Object.values(cells))
    ]);
    for (const text of texts.filter((each) => each !== '')) expect(part).not.toContain(text);
  });

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

  test('takes a title and a paragraph as they were changed', async () => {
    const bytes = edited(smallWorkbook(), (xml) =>
      xml
        .replaceAll('一、总体绩效目标', '一、本年总体目标')
        .replace('确保安全度汛。', '确保安全度汛。</w:t></w:r></w:p><w:p><w:r><w:t>新的一段。')
    );

    const { workbook } = await imported(bytes);

    const [prose] = workbook.sheets;
    expect(prose).toMatchObject({ id: 's1', number: '一、', title: '本年总体目标' });
    expect(prose!.fields.body).toBe('年内完成河道清淤，确保安全度汛。\n新的一段。');
  });

  test('reads a table that was copied below another one as a new sheet', async () => {
    const bytes = edited(smallWorkbook(), (xml) => {
      const [table] = xml.match(/<w:tbl>.*?<\/w:tbl>/s)!;
      const heading = '<w:p><w:r><w:t>3.村庄绿化经费绩效目标表</w:t></w:r></w:p>';
      const copy = table.replace('河道清淤专项经费', '村庄绿化经费');
      return xml.replace(table, table + heading + copy);
    });

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.map(({ id, kind }) => [id, kind])).toEqual([
      ['s1', 'text'],
      ['p1', 'project'],
      ['new1', 'project'],
      ['p2', 'project']
    ]);
    expect(workbook.sheets[2]!.fields.projectName).toBe('村庄绿化经费');
  });

  test.each([
    ['directly below its heading', '一、总体绩效目标'],
    ['between its paragraphs', '年内完成河道清淤，确保安全度汛。']
  ])('keeps the prose around a table that was put %s', async (_, above) => {
    const [prose, ...others] = smallWorkbook().sheets;
    const body = '年内完成河道清淤，确保安全度汛。\n年内完成节水宣传。';
    const workbook = { ...smallWorkbook(), sheets: [{ ...prose!, fields: { body } }, ...others] };
    const bytes = edited(workbook, (xml) => {
      const cells = (texts: readonly string[]) =>
        texts.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('');
      const rows = [
        ['乡镇', '应收'],
        ['城关镇', '120.50']
      ].map((texts) => `<w:tr>${cells(texts)}</w:tr>`);
      const end = xml.indexOf('</w:p>', xml.lastIndexOf(above)) + '</w:p>'.length;
      return `${xml.slice(0, end)}<w:tbl>${rows.join('')}</w:tbl>${xml.slice(end)}`;
    });

    const { sheets } = (await imported(bytes)).workbook;

    expect(sheets[0]).toEqual(workbook.sheets[0]);
    expect(sheets[1]).toMatchObject({ kind: 'free', rows: [{ cells: {} }, { cells: {} }] });
    expect(sheets.slice(2)).toEqual(others);
  });

  test.each([
    ['a line is opened', ''],
    ['a page is ended', '<w:r><w:br w:type="page"/></w:r>']
  ])('keeps its ids when %s above the heading of a sheet', async (_, run) => {
    const workbook = smallWorkbook();
    const bytes = edited(workbook, (xml) => {
      const heading = '<w:pStyle w:val="Heading1"/></w:pPr>';
      return xml.replace(
        /<w:bookmarkStart [^>]*_Jibiao1"\/>/,
        (anchor) => `${anchor}${run}</w:p><w:p><w:pPr>${heading}`
      );
    });

    expect((await imported(bytes)).workbook).toEqual(workbook);
  });

  test('does without a sheet that was deleted, and says so', async () => {
    const bytes = edited(smallWorkbook(), (xml) =>
      xml.replace(/<w:p>(?:(?!<w:p>).)*_Jibiao2"(?:(?!<\/w:tbl>).)*<\/w:tbl>/s, '')
    );

    const { workbook, notes } = await imported(bytes);

    expect(workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p2']);
    expect(notes.map(({ text }) => text)).toContain(
      '原来的工作簿中有 1 张表在文件里已找不到，没有读入。'
    );
  });

  test('leaves the line above a table to it when the heading between two tables was deleted', async () => {
    const path = ['第二部分 项目绩效目标'];
    const unit = { unitCode: '108001', unitName: '青泉县水务局', moneyUnit: '万元' };
    const sheets = smallWorkbook().sheets.map((sheet) =>
      sheet.kind === 'project'
        ? { ...sheet, path, note: '注：金额含税。', fields: { ...sheet.fields, ...unit } }
        : sheet
    );
    const bytes = edited({ ...smallWorkbook(), sheets }, (xml) =>
      xml.replace(/<w:p>(?:(?!<w:p>).)*_Jibiao3".*?<\/w:p>/s, '')
    );

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.slice(0, 2)).toEqual(sheets.slice(0, 2));
    expect(workbook.sheets[2]).toMatchObject({ kind: 'project', path, fields: unit });
  });

  test.each(['第一部分 部门整体绩效目标', '第二部分 预算项目绩效目标'])(
    'leaves the sheets in their part of the outline when a paragraph stands below “%s”',
    async (part) => {
      const sheets = smallWorkbook().sheets.map((sheet) => ({
        ...sheet,
        path: [sheet.kind === 'text' ? '第一部分 部门整体绩效目标' : '第二部分 预算项目绩效目标']
      }));
      const bytes = edited({ ...smallWorkbook(), sheets }, (xml) => {
        const end = xml.indexOf('</w:p>', xml.lastIndexOf(part)) + '</w:p>'.length;
        const paragraph = '<w:p><w:r><w:t>各项目按预算批复编列。</w:t></w:r></w:p>';
        return xml.slice(0, end) + paragraph + xml.slice(end);
      });

      const read = (await imported(bytes)).workbook.sheets;

      const own = read.filter(({ id }) => !id.startsWith('new'));
      expect(own).toEqual(sheets);
    }
  );

  test('gives its ids to the first of two sheets with the same anchor', async () => {
    const bytes = edited(smallWorkbook(), (xml) => xml.replaceAll('"_Jibiao3"', '"_Jibiao2"'));

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.slice(0, 2).map(({ id }) => id)).toEqual(['s1', 'p1']);
    expect(workbook.sheets).toHaveLength(3);
  });

  test('keeps the note of a table whose form was changed', async () => {
    const sheets = smallWorkbook().sheets.map((sheet) => ({ ...sheet, note: '注：金额含税。' }));
    const bytes = edited({ ...smallWorkbook(), sheets }, (xml) =>
      xml.replace('预算规模及资金用途', '资金情况')
    );

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.map(({ id, note }) => [id, note])).toEqual([
      ['s1', '注：金额含税。'],
      ['p1', '注：金额含税。'],
      ['p2', '注：金额含税。']
    ]);
  });

  test('reads a table whose form was changed as any other, and says so', async () => {
    const bytes = edited(smallWorkbook(), (xml) => xml.replace('预算规模及资金用途', '资金情况'));

    const { workbook, notes } = await imported(bytes);

    expect(workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p1', 'p2']);
    expect(rowIds(workbook, 'p1')).toEqual(['p1-r1', 'p1-r2', 'p1-r3']);
    expect(notes.map(({ text }) => text)).toContain('这张表的样式改动较大，已按普通文件重新识别。');
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

  test.each(readablePapers)(
    'is read without the part as the same but for ids: %s',
    async (name) => {
      const workbook = sampleWorkbook(name);

      const read = (await imported(withoutIds(exportDocx(workbook)))).workbook;

      expect(renumbered(withoutPrintedContents(read))).toEqual(
        renumbered(withoutPrintedContents(workbook))
      );
    }
  );
});
