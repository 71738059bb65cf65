import fc from 'fast-check';
import { importText } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { PROJECT_FIELDS } from '#lib/model/fields.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { sampleText } from '#tests/support/papers.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

/** A sample paper as a workbook. */
export function sampleWorkbook(name = 'converted-word'): Workbook {
  const result = importText(sampleText(name), { ids: countingIds() });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/** The project sheets of a workbook. */
export function projectsOf({ sheets }: Workbook): Sheet[] {
  return sheets.filter(({ kind }) => kind === 'project');
}

/** The header fields of a project that are printed in its table, in the order of the form. */
export const TABLE_FIELDS = PROJECT_FIELDS.map(({ id }) => id).slice(3);

/** A workbook with a sheet of each kind that is no project. */
export function workbookOfOtherKinds(): Workbook {
  const columns = ['code', 'name', 'total', 'basic', 'project'];
  const titles = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const disclosure = createSheet('disclosure', {
    form: 'general-public-expenditure',
    number: '表5',
    title: '一般公共预算财政拨款支出表',
    fields: { unitCode: '405001', unitName: '青泉县水务局', year: '2024', moneyUnit: '万元' },
    columns: columns.map((id, index) => ({ id, title: titles[index]! })),
    rows: [
      createRow({
        code: '213',
        name: '农林水支出',
        total: '1,236.50',
        basic: '900',
        project: '336.5'
      })
    ],
    note: '数据含上年结转'
  });
  const brief = createSheet('brief', {
    title: '防汛物资储备',
    fields: { office: '防汛股', projectName: '防汛物资储备费', fundsTotal: '12.00' },
    rows: [
      createRow({ item: '编织袋', amount: '7.00' }),
      createRow({ item: '救生衣', amount: '5.00' })
    ]
  });
  const wide = Array.from({ length: 12 }, (_, index) => ({
    id: `c${index}`,
    title: `第${index}列`
  }));
  const free = createSheet('free', {
    title: '附表',
    columns: wide,
    rows: [createRow({ c0: '=1+1', c11: '-5' })]
  });
  return createWorkbook({ title: '青泉县水务局公开表', sheets: [disclosure, brief, free] });
}

/** Texts that break careless writers, among ordinary ones. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    ']]>',
    '<script>alert(1)</script>',
    '&amp;',
    '"\'',
    '=HYPERLINK("http://a.b","c")',
    '＝1+1',
    '-5',
    '_x0041_',
    'a\r\nb\rc\nd',
    '\ud800',
    '\u0000\u000b\uffff',
    '1,183.74',
    '50%'
  )
);

const hostileCells = fc.dictionary(
  fc.constantFrom('level1', 'level2', 'target', 'c0', 'constructor'),
  hostileText,
  { maxKeys: 5 }
);

/** Workbooks with any text in every place that holds one. */
export const hostileWorkbook: fc.Arbitrary<Workbook> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('project', 'brief', 'disclosure', 'text', 'free'),
      title: hostileText,
      number: hostileText,
      path: fc.array(hostileText, { maxLength: 8 }),
      note: hostileText,
      fields: fc.dictionary(
        fc.constantFrom('body', 'unitName', 'moneyUnit', 'budget', 'planJune', 'goal', 'overview'),
        hostileText
      ),
      rows: fc.array(hostileCells, { maxLength: 5 }),
      columns: fc.array(hostileText, { maxLength: 10 })
    }),
    { maxLength: 5 }
  )
  .chain((sheets) =>
    fc.record({ title: hostileText, department: hostileText }).map(({ title, department }) =>
      createWorkbook({
        title,
        department,
        sheets: sheets.map(({ kind, rows, columns, ...given }) => {
          const own = columns.map((text, index) => ({ id: `c${index}`, title: text }));
          const indicators = projectSheet('p').columns;
          return createSheet(kind, {
            ...given,
            columns: kind === 'project' ? [...indicators, ...own.slice(9)] : own,
            rows: rows.map((cells) => createRow(cells))
          });
        })
      })
    )
  );
