import { beforeAll, describe, expect, test } from 'vitest';
import { contentTypes, packOfficeFile, relationships } from '#lib/exporters/office-package.ts';
import { importFile } from '#lib/importers/import.ts';
import { cellText, type Workbook } from '#lib/model/workbook.ts';
import { loadEngineFromDisk, resultsOf } from '#tests/lib/formulas/calculated.ts';

beforeAll(loadEngineFromDisk);

/** A spreadsheet file of another program; each sheet by its name and what stands in its rows. */
function spreadsheet(sheets: Readonly<Record<string, string>>): Uint8Array {
  const names = Object.keys(sheets);
  const paths = names.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  return packOfficeFile({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      ...Object.fromEntries(paths.map((path) => [`xl/${path}`, 'spreadsheetml.worksheet']))
    }),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path) => ['worksheet', path] as const),
      ['styles', 'styles.xml']
    ]),
    // The styles 1 to 3 are amounts with two decimals, percents and days.
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(
      names.map((name, at) => [
        `xl/${paths[at]}`,
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`
      ])
    )
  });
}

async function imported(sheets: Readonly<Record<string, string>>) {
  const result = await importFile({ name: 'a.xlsx', bytes: spreadsheet(sheets) });
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

const text = (place: string, said: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${said}</t></is></c>`;
const number = (place: string, value: number, style = 0) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;
const formula = (place: string, typed: string, value: string, style = 0, kind = '') =>
  `<c r="${place}" s="${style}"${/^[\d.]+$/.test(value) ? '' : ' t="str"'}><f${kind}>${typed}</f><v>${value}</v></c>`;
const row = (at: number, ...cells: readonly string[]) => `<row r="${at}">${cells.join('')}</row>`;

/** The texts of the free sheets, row by row. */
const textsOf = ({ sheets }: Workbook) =>
  sheets.map(({ rows, columns }) => rows.map((one) => columns.map(({ id }) => cellText(one, id))));

const saidOfFormulas = (notes: readonly { readonly text: string }[]) =>
  notes.map((note) => note.text).filter((said) => said.includes('公式'));

/** A table below its title, so that its cells are other ones here. */
const COSTS =
  row(1, text('A1', '水库巡查费用')) +
  row(3, text('A3', '事项'), text('B3', '数量'), text('C3', '单价'), text('D3', '金额')) +
  row(
    4,
    text('A4', '车辆'),
    number('B4', 2),
    number('C4', 36.5, 1),
    formula('D4', 'B4*C4', '73', 1, ' t="shared" ref="D4:D5" si="0"')
  ) +
  row(
    5,
    text('A5', '人工'),
    number('B5', 3),
    number('C5', 10.25, 1),
    formula('D5', '', '30.75', 1, ' t="shared" si="0"')
  ) +
  row(
    6,
    text('A6', '合计'),
    formula('B6', 'SUM(B4:B5)', '5'),
    formula('C6', '_xlfn.CONCAT(A4,A$5)', '车辆人工'),
    formula('D6', 'SUM(D4:D5)', '103.75', 1)
  );

describe('the formulas of a spreadsheet', () => {
  test('lead to the cells of the free sheet that its table becomes', async () => {
    const { workbook, notes } = await imported({ 费用: COSTS });
    expect(textsOf(workbook)[0]!.map((cells) => cells.slice(1))).toEqual([
      ['数量', '单价', '金额'],
      ['2', '36.50', '=B2*C2'],
      ['3', '10.25', '=B3*C3'],
      ['=SUM(B2:B3)', '=CONCAT(A2,A$3)', '=SUM(D2:D3)']
    ]);
    expect([...resultsOf(workbook).values()]).toEqual([
      '73.00',
      '30.75',
      '5',
      '车辆人工',
      '103.75'
    ]);
    expect(saidOfFormulas(notes)).toEqual(['“费用”有 5 个公式照原样读入。']);
  });

  test('lead to the tables of other worksheets', async () => {
    const other =
      row(1, text('A1', '合计数'), formula('B1', '费用!D6*2', '207.5')) +
      row(2, text('A2', '数量'), formula('B2', 'SUM(费用!B:B)', '10'));
    const { workbook } = await imported({ 费用: COSTS, 汇总数: other });
    const name = workbook.sheets[0]!.title;
    expect(textsOf(workbook)[1]).toEqual([
      ['合计数', `=${name}!D4*2`],
      ['数量', `=SUM(${name}!B:B)`]
    ]);
  });

  test('are results where nobody calculates them later', async () => {
    const bytes = spreadsheet({ 费用: COSTS });
    const result = await importFile({ name: 'a.xlsx', bytes }, { formulas: 'results' });
    if (!result.ok) throw new Error(result.sentence);
    expect(textsOf(result.workbook)[0]!.at(-1)).toEqual(['合计', '5', '车辆人工', '103.75']);
    expect(saidOfFormulas(result.notes)).toEqual([]);
  });

  test('become values where they lead elsewhere, call what is not offered, or are shown otherwise', async () => {
    const rows =
      row(1, text('A1', '事项'), text('B1', '数'), text('C1', '比')) +
      row(2, number('A2', 1), formula('B2', 'A9*2', '0'), formula('C2', 'INDIRECT("A2")', '1')) +
      row(3, number('A3', 1 / 3, 1), formula('B3', 'A3*3', '1'), formula('C3', 'A2/2', '0.5', 2)) +
      row(
        4,
        number('A4', 46082, 3),
        formula('B4', 'A4+1', '46083', 3),
        formula('C4', "'[1]表'!A1", '7')
      );
    const { workbook, notes } = await imported({ 表: rows });
    expect(textsOf(workbook)[0]!.slice(1)).toEqual([
      ['1', '0', '1'],
      ['0.33', '1', '50.00%'],
      ['2026/3/1', '=A4+1', '7']
    ]);
    expect(saidOfFormulas(notes)).toEqual([
      '“表”有 1 个公式照原样读入，5 个公式存为结果：1 个用了这里没有的函数（C2），2 个引用了没有读入的单元格（B2、C4），1 个引用的单元格显示的和实际数值不同（B3），1 个结果显示成百分比等格式，或四舍五入过（C3）。'
    ]);
  });

  test('become values where they read a text of digits', async () => {
    const rows =
      row(1, text('A1', '36'), formula('B1', 'SUM(A1)', '0'), formula('C1', 'B1+1', '1')) +
      row(2, text('A2', '甲'), formula('B2', '1+1', '2'), formula('C2', 'B2+1', '3'));
    const { workbook } = await imported({ 表: rows });
    expect(textsOf(workbook)[0]).toEqual([
      ['36', '0', '=B1+1'],
      ['甲', '=1+1', '=B2+1']
    ]);
  });
});
