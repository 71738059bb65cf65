import { describe, expect, test } from 'vitest';
import { importText, type ImportResult } from '#lib/importers/import.ts';
import type { Sheet } from '#lib/model/workbook.ts';

function imported(text: string, fileName?: string): Extract<ImportResult, { ok: true }> {
  const result = importText(text.replaceAll('|', '\t'), fileName ? { fileName } : {});
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

function sheetsOf(text: string, fileName?: string): readonly Sheet[] {
  return imported(text, fileName).workbook.sheets;
}

const cellsOf = (sheet: Sheet | undefined) =>
  sheet?.rows.map(({ cells }) => sheet.columns.map(({ id }) => cells[id]));

const unplaced = (text: string) =>
  imported(text)
    .notes.filter(({ kind }) => kind === 'unplaced')
    .map(({ text }) => text);

const TITLE = '单位预算一般公共预算财政拨款支出表';
const ROWS = ['1||合计|60.00|40.00|20.00', '2|213|农林水支出|60.00|40.00|20.00'];
const CELLS = [
  ['', '合计', '60.00', '40.00', '20.00'],
  ['213', '农林水支出', '60.00', '40.00', '20.00']
];

describe('the columns of a disclosure table', () => {
  test.each([
    ['the 栏次 say', ['序号|| X|合り|基木|项目', '栏次|1|2|3|4|5', ...ROWS]],
    [
      'the titles say, where 栏次 is not printed',
      ['序号|科目编码|科目名称|合计|基本支出|项目支出', ...ROWS]
    ],
    [
      'the titles say, where a converter put a blank column in between',
      [
        '序号|科目编码||科目名称|合计|基本支出|项目支出',
        '1|||合计|60.00|40.00|20.00',
        '2|213||农林水支出|60.00|40.00|20.00'
      ]
    ],
    ['their count says, where there are no titles at all', ROWS],
    [
      'their count says, where 序号 is not printed',
      ['|合计|60.00|40.00|20.00', '213|农林水支出|60.00|40.00|20.00']
    ],
    [
      'each page says for itself',
      [
        '栏次|1|2|3|4|5',
        ROWS[0]!,
        '',
        '序号||科目编码|科目名称',
        '栏次||1|2|3|4|5',
        `2||${ROWS[1]!.slice(2)}`
      ]
    ]
  ])('stand where %s', (_, lines) => {
    const [sheet] = sheetsOf([TITLE, ...lines].join('\n'));

    expect(sheet).toMatchObject({ kind: 'disclosure', form: 'general-public-expenditure' });
    expect(cellsOf(sheet)).toEqual(CELLS);
  });

  test('a table whose columns do not fit its title arrives as it stands, and that is said', () => {
    const text = [TITLE, '类别|一月|二月|三月|四月|五月|六月|七月', '人员|1|2|3|4|5|6|7'].join(
      '\n'
    );
    const { workbook, notes } = imported(text);

    expect(workbook.sheets).toMatchObject([{ kind: 'free', title: TITLE }]);
    expect(cellsOf(workbook.sheets[0])).toHaveLength(2);
    expect(notes[0]?.text).toContain('与“一般公共预算财政拨款支出表”的表式不同');
  });

  test('a cell in a column that the form does not have is listed', () => {
    const text = [TITLE, '栏次|1|2|3|4|5', `${ROWS[0]}|多出的`, ROWS[1]].join('\n');

    expect(cellsOf(sheetsOf(text)[0])).toEqual(CELLS);
    expect(unplaced(text)).toEqual(['多出的']);
  });
});

describe('what stands around a disclosure table', () => {
  test('unit, year and money unit are read from one line, or from several', () => {
    const fields = {
      unitCode: '405001',
      unitName: '青泉县水务局',
      year: '2026',
      moneyUnit: '万元'
    };

    for (const head of [
      '405001 青泉县水务局  2026|||||单位：万元',
      '405001青泉县水务局 预算年度：2026 单位：万元',
      '单位：万元\n编制单位：青泉县水务局\n405001 青泉县水务局\n预算年度：\n2026'
    ]) {
      expect(sheetsOf([TITLE, head, ...ROWS].join('\n'))[0]!.fields, head).toEqual(fields);
    }
  });

  test('a head that contradicts the first is listed', () => {
    const text = [TITLE, '预算年度：2026', ROWS[0], '预算年度：2025', ROWS[1]].join('\n');

    expect(cellsOf(sheetsOf(text)[0])).toEqual(CELLS);
    expect(unplaced(text)).toEqual(['预算年度：2025']);
  });

  test('a page that repeats the title goes on with the table, a new unit begins another', () => {
    const unit = (code: string) => `${code} 青泉县水务局第${code.slice(-1)}中心`;
    const page = [TITLE, unit('405001'), '栏次|1|2|3|4|5'];

    const joined = sheetsOf([...page, ROWS[0], ...page, ROWS[1]].join('\n'));
    expect(joined).toHaveLength(1);
    expect(cellsOf(joined[0])).toEqual(CELLS);

    const two = sheetsOf([...page, ...ROWS, TITLE, unit('405002'), ...ROWS].join('\n'));
    expect(two.map(({ fields }) => fields.unitCode)).toEqual(['405001', '405002']);
  });

  test('what a scanner left between two pages is listed, and the rows below it belong to the table', () => {
    const text = [TITLE, '栏次|1|2|3|4|5', ROWS[0], '印章一枚', ROWS[1]].join('\n');

    expect(cellsOf(sheetsOf(text)[0])).toEqual(CELLS);
    expect(unplaced(text)).toEqual(['印章一枚']);
  });

  test('prose below a table goes back to the section that the table interrupted', () => {
    const text = [
      '2026年单位预算公开情况说明',
      '一、资产情况',
      '资产总额见下表。',
      '固定资产占用情况表',
      '项目|数量|价值',
      '房屋|2|30.00',
      '其余资产已经报废。'
    ];

    const [section, assets] = sheetsOf(text.join('\n'));
    expect(section).toMatchObject({ fields: { body: '资产总额见下表。\n其余资产已经报废。' } });
    expect(cellsOf(assets)).toEqual([['房屋', '2', '30.00']]);
  });

  test('a title in a sentence begins no table', () => {
    const text = '二、分项绩效目标\n单位预算收支总表\n已按时公开，群众反映良好。';

    expect(sheetsOf(text)).toMatchObject([
      { kind: 'text', fields: { body: '单位预算收支总表\n已按时公开，群众反映良好。' } }
    ]);
  });
});

test('a table that only its file names is known by that name', () => {
  const text = '收入项目|预算数|支出项目|预算数\n财政拨款|60.00|农林水支出|60.00';

  expect(sheetsOf(text, '单位预算收支总表.txt')).toMatchObject([
    { kind: 'disclosure', form: 'income-and-expenditure', rows: [{}] }
  ]);
});

test('a paper without a cover is of the year that its tables print', () => {
  const text = [TITLE, '405001 青泉县水务局 预算年度：2026', ...ROWS].join('\n');

  expect(imported(text).workbook).toMatchObject({ year: 2026, department: '青泉县水务局' });
});

test('prose below tables that follow the 目录 directly is listed, not taken for a part of the 目录', () => {
  const contents = ['目录', '1. 一般公共预算财政拨款支出表', '2. 政府采购预算情况', ''];
  const table = [TITLE, '序号|科目编码|科目名称|合计|基本支出|项目支出', ...ROWS, ''];

  expect(unplaced([...contents, ...table, '现将情况说明如下。'].join('\n'))).toContain(
    '现将情况说明如下。'
  );
});
