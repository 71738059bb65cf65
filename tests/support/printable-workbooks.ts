import fc from 'fast-check';
import { disclosureColumns, DISCLOSURE_FORMS } from '#lib/model/disclosure-forms.ts';
import { columnsOf, fieldsOf } from '#lib/model/fields.ts';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import {
  cellText,
  type Column,
  type Sheet,
  type SheetKind,
  type Workbook
} from '#lib/model/workbook.ts';

/** Texts that a careless reader takes for something else: headings, labels, numbers, layout spaces. */
const MISLEADING = [
  '1. 河道清淤专项经费绩效目标表',
  '一、总体绩效目标',
  '第二部分 预算项目绩效目标',
  '目录',
  '（一）绩效目标',
  '二、绩效目标和指标设置情况',
  '关于节水宣传项目绩效目标指标的说明',
  '项目编码',
  '预算数',
  '一级指标',
  '产出指标',
  '序号',
  '栏次',
  '单位：万元',
  '405001  青泉县水务局',
  '青泉县水务局编制',
  '1183. 74',
  '  前后有空格  ',
  '两个  空格',
  '“引号”、《书名》；（括号）……——！',
  '=1+1',
  '≥95%',
  '12',
  '，安排6万元；',
  '<w:t>&amp;</w:t>',
  '\u{20000}\u{1F600}',
  '说明：'.repeat(2000)
];

/** A text of one line; what XML forbids is left out, since no file can hold it. */
const line = fc.oneof(
  fc.constantFrom(...MISLEADING),
  fc.string({ unit: fc.constantFrom(...'青泉县水务局 　，。1.、\t%'), maxLength: 12 }),
  fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .map((text) => text.replace(/[\p{Cc}\u2028\u2029\ufffe\uffff]/gu, ''))
);

/** A text of several lines, blank ones among them. */
const lines = fc.array(line, { maxLength: 4 }).map((texts) => texts.join('\n'));

const text = fc.oneof(line, lines);
const notBlank = text.filter((value) => value.trim() !== '');
const sometimes = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value);
const withoutTab = (value: string) => value.replaceAll('\t', '');

/** Fields that are printed on one line. */
const ONE_LINE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  unitCode: line,
  unitName: line,
  moneyUnit: line.map(withoutTab),
  year: line,
  projectName: line,
  fundsTotal: line,
  office: notBlank
};

function fieldsFor(kind: SheetKind): fc.Arbitrary<Record<string, string>> {
  const inTable = new Set(['projectName']);
  const entries = fieldsOf(kind).map(({ id }) => {
    const oneLine = kind === 'project' && inTable.has(id) ? undefined : ONE_LINE[id];
    return [id, sometimes(oneLine ?? text)] as const;
  });
  return someOf(entries);
}

/** Records with some of the keys. */
function someOf(entries: readonly (readonly [key: string, value: fc.Arbitrary<string>])[]) {
  const optional = entries.map(([key, value]) =>
    fc.option(
      value.map((text) => [key, text] as const),
      { nil: null }
    )
  );
  return fc
    .tuple(...optional)
    .map((given) => Object.fromEntries(given.filter((entry) => entry !== null)));
}

function rowsFor(columns: readonly Column[], cell: fc.Arbitrary<string>) {
  return fc.array(someOf(columns.map(({ id }) => [id, sometimes(cell)])), { maxLength: 6 });
}

const freeColumns = fc
  .array(line, { minLength: 1, maxLength: 9 })
  .map((titles) => titles.map((title, index) => ({ id: `c${index}`, title })));

const countedColumns = fc.integer({ min: 1, max: 5 }).map((count) =>
  Array.from({ length: count }, (_, index) => {
    const letter = String.fromCharCode(65 + index);
    return { id: letter, title: letter };
  })
);

type Draft = Omit<Sheet, 'id' | 'rows'> & { readonly rows: readonly Record<string, string>[] };

function sheetOf(kind: SheetKind, form: string, columns: readonly Column[]): fc.Arbitrary<Draft> {
  const cell = kind === 'brief' ? line : text;
  return fc.record({
    kind: fc.constant(kind),
    form: fc.constant(form),
    title: line,
    number: fc.constantFrom('', '一、', '3.', '（二）', '表5', '附件1'),
    path: fc.array(line, { maxLength: 3 }),
    fields: fieldsFor(kind),
    columns: fc.constant(columns),
    rows: fc.oneof(...(columns.length === 0 ? [fc.constant([])] : [rowsFor(columns, cell)])),
    note: fc.oneof(sometimes(notBlank), fc.constantFrom('单位：公里', '单位：元\n注：不含税'))
  });
}

const sheet: fc.Arbitrary<Draft> = fc.oneof(
  sheetOf('project', '', columnsOf('project')),
  sheetOf('project', '', [...columnsOf('project'), { id: 'x1', title: '备注' }]),
  sheetOf('brief', '', columnsOf('brief')),
  sheetOf('text', '', []),
  fc
    .constantFrom(...DISCLOSURE_FORMS.map(({ name }) => name))
    .chain((form) => sheetOf('disclosure', form, disclosureColumns(form))),
  fc.oneof(freeColumns, countedColumns).chain((columns) => sheetOf('free', '', columns))
);

/** Further lines of a cover; none is blank, and one that says 目录 would be taken for the end of the cover. */
const cover = fc
  .array(line, { maxLength: 3 })
  .map((texts) => texts.filter((text) => text.trim() !== '' && text !== '目录').join('\n'));

/** Workbooks with sheets of every kind, of texts that a file can hold, and a waiver. */
export const printableWorkbook: fc.Arbitrary<Workbook> = fc
  .record({
    title: line,
    department: sometimes(line),
    cover: sometimes(cover),
    year: fc.option(fc.integer({ min: 2015, max: 2030 })),
    region: fc.constantFrom('', '130200'),
    form: fc.constantFrom('2015', '2021', 'local'),
    sheets: fc.array(sheet, { maxLength: 6 })
  })
  .map(({ sheets: drafts, ...given }) => {
    const sheets = drafts.map((draft, index) =>
      createSheet(draft.kind, {
        ...draft,
        id: `s${index}`,
        rows: draft.rows.map((cells, row) => ({ id: `s${index}-r${row}`, cells }))
      })
    );
    return createWorkbook({ ...given, sheets, waivers: sheets.flatMap(waiversOn) });
  });

function waiversOn({ id, columns, rows }: Sheet) {
  const [row] = rows;
  const [column] = columns;
  if (!row || !column) return [];
  return [
    {
      id: `w-${id}`,
      code: 'unit-missing',
      place: { sheet: id, row: row.id, column: column.id },
      was: cellText(row, column.id),
      reason: '按上级要求填写',
      by: '预算股',
      at: '2024-01-05T08:00:00Z'
    }
  ];
}
