import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { unzip } from '#lib/importers/office/unzip.ts';
import { readXlsx } from '#lib/importers/xlsx/xlsx.ts';
import { PATIENCE } from '#tests/support/patience.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

interface Sheet {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly more?: string;
}

/** A spreadsheet with one part for each sheet, without styles. */
function spreadsheet(sheets: readonly Sheet[], parts: Record<string, string> = {}): Uint8Array {
  const ids = sheets.map((_, index) => `rId${index + 1}`);
  const files = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="a" Type="${OFFICE}officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name }, index) => `<sheet name="${name}" r:id="${ids[index]}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${ids.map((id, index) => `<Relationship Id="${id}" Type="${OFFICE}worksheet" Target="sheet${index}.xml"/>`).join('')}<Relationship Id="s" Type="${OFFICE}sharedStrings" Target="strings.xml"/></Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, more = '' }, index) => [
        `xl/sheet${index}.xml`,
        `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${more}</worksheet>`
      ])
    ),
    ...parts
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]))
  );
}

function read(...given: Parameters<typeof spreadsheet>) {
  const parts = unzip(spreadsheet(...given));
  if ('reason' in parts) throw new Error(parts.sentence);
  return readXlsx({ parts, main: 'xl/workbook.xml' });
}

const cell = (place: string, text: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

const TABLE = `<row r="3">${cell('B3', '车型')}${cell('C3', '数量')}</row><row r="4">${cell('B4', '皮卡')}<c r="C4"><v>2</v></c></row>`;

describe('a spreadsheet', () => {
  test('is read from its first used cell on, its sheets in their order', () => {
    const { lines } = read([
      { name: '甲', rows: TABLE },
      { name: '乙', rows: TABLE }
    ]);

    expect(lines.map(({ row }) => row)).toEqual([
      { table: 1, name: '甲', cells: ['车型', '数量'] },
      { table: 1, name: '甲', cells: ['皮卡', '2'] },
      undefined,
      { table: 2, name: '乙', cells: ['车型', '数量'] },
      { table: 2, name: '乙', cells: ['皮卡', '2'] }
    ]);
  });

  test('may leave out where its rows and cells stand', () => {
    const rows =
      '<row><c t="str"><v>甲</v></c><c t="s"><v>0</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>';
    const strings =
      '<sst><si><r><t>共</t></r><r><t>享</t></r><rPh sb="0" eb="1"><t>gong</t></rPh></si></sst>';

    const { lines } = read([{ name: '表', rows }], { 'xl/strings.xml': strings });

    expect(lines.map(({ row }) => row?.cells)).toEqual([
      ['甲', '共享'],
      ['1', '2']
    ]);
  });

  test('takes no room for a cell at its far end, and says what it left out', () => {
    const far = `<row r="5">${cell('B5', '轿车')}${cell('XFD5', '远')}</row><row r="1048576">${cell('XFD1048576', '最远')}</row>`;
    const start = performance.now();

    const { lines, notes } = read([{ name: '表', rows: TABLE + far }]);

    expect(lines.map(({ text }) => text)).toEqual([
      '车型\t数量\t',
      '皮卡\t2\t',
      '轿车\t\t远',
      '',
      '最远'
    ]);
    expect(notes.map(({ text }) => text)).toEqual(['“表”有的单元格离得很远，中间的空列没有读入。']);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  test('takes no room for a merged area as large as a sheet', () => {
    const merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="x"/></mergeCells>';
    const start = performance.now();

    const { lines } = read([
      { name: '表', rows: `<row r="1">${cell('A1', '甲')}</row>${TABLE}`, more: merged }
    ]);

    expect(lines.map(({ text }) => text)).toEqual(['甲']);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  test('may call its sheets what it likes', () => {
    const names = ['__proto__', 'constructor', '&lt;b&gt;'];

    const { lines } = read(names.map((name) => ({ name, rows: TABLE })));

    expect(new Set(lines.flatMap(({ row }) => row?.name ?? []))).toEqual(
      new Set(['__proto__', 'constructor', '<b>'])
    );
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  test('says that comments and pictures are not read', () => {
    const related = (kind: string, target: string) =>
      `<Relationship Id="${kind}" Type="${OFFICE}${kind}" Target="${target}"/>`;
    const { notes } = read([{ name: '表', rows: TABLE }], {
      'xl/_rels/sheet0.xml.rels': `<Relationships>${related('comments', 'c.xml')}${related('drawing', 'd.xml')}</Relationships>`,
      'xl/c.xml':
        '<comments><commentList><comment ref="B3"/><comment ref="__proto__"/></commentList></comments>'
    });

    expect(notes.map(({ text }) => text)).toEqual([
      '“表”有 2 条批注，没有读入。',
      '“表”里的图形和图片没有读入。'
    ]);
  });

  test('names a table without a title after its sheet, unless nobody has named that', async () => {
    const bytes = spreadsheet([
      { name: '公务用车', rows: TABLE },
      { name: 'Sheet1', rows: TABLE }
    ]);

    const result = await importFile({ name: '资产.xlsx', bytes });

    expect(result.ok && result.workbook.sheets.map(({ title }) => title)).toEqual([
      '公务用车',
      '资产'
    ]);
  });

  test('in the binary format of Excel is refused with what to do', async () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(
        '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
      ),
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${OFFICE}officeDocument" Target="xl/workbook.bin"/></Relationships>`
      ),
      'xl/workbook.bin': new Uint8Array(8)
    });

    expect(await importFile({ name: '表.xlsb', bytes })).toMatchObject({ reason: 'binary-excel' });
  });
});
