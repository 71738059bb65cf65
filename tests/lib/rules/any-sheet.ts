import fc from 'fast-check';
import { DISCLOSURE_FORMS } from '#lib/model/disclosure-forms.ts';
import { columnsOf, fieldsOf, isProse } from '#lib/model/fields.ts';
import type { Column, SheetKind } from '#lib/model/workbook.ts';

/** A sheet without its ids. */
export interface LooseSheet {
  readonly kind: SheetKind;
  readonly form: string;
  readonly title: string;
  readonly number: string;
  readonly note: string;
  readonly columns: readonly Column[];
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const codes = fc.constantFrom(
  ...['201', '20131', '2013101', '2013102', '2080505', '301', '30108', '302', '30217', ' ']
);
const items = fc.constantFrom(
  ...['合计', '本年收入合计', '本年支出合计', '收入总计', '支出总计', '上年结转结余', '年终结转'],
  ...['一、一般公共服务支出', '二、外交支出', '“三公”经费小计', '一、因公出国（境）费'],
  ...['二、公务用车购置及运维费', '其中：公务用车购置费', '公务用车运行维护费', '三、公务接待费'],
  ...['资产总额', '通用设备', '其中：车辆']
);
const amounts = fc.constantFrom('', '0.00', '1.00', '2.00', '3.00', '-1', '1,234.56', '２', '二');

/** Pieces of prose that rules speak about; joined, they make sense or none. */
const phrases = fc.constantFrom(
  ...['2024年', '2023年', '部门预算支出为', '“三公”经费', '基本支出', '项目支出', '人员经费'],
  ...[
    '共计安排',
    '其中：',
    '增加',
    '减少',
    '较上年',
    '3.00万元',
    '1万元',
    '2万',
    '元',
    '包括2个方面'
  ],
  ...[
    '1、',
    '2、',
    '（一）',
    '（1）',
    '一、',
    '一是',
    '目标一',
    '详见列表',
    '机关运行经费',
    '取得了'
  ],
  ...[
    '河道清淤',
    '水库巡查',
    '偿还',
    '采购',
    '满意度达到95%',
    '，',
    '。',
    '；',
    '、',
    '：',
    '\n',
    ' '
  ]
);
export const prose = fc.oneof(
  { weight: 4, arbitrary: fc.array(phrases, { maxLength: 16 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) }
);

const cellTexts = fc.oneof(codes, items, amounts, prose);

const titles = fc.constantFrom('', '河道清淤', '水库巡查绩效目标表', '名词解释', '总体绩效目标');
const numbers = fc.constantFrom('', '一、', '1.', '2.', '（三）', '第二部分');
const notes = fc.constantFrom('', '注：空表列示。', '单位：万元');
const around = { title: titles, number: numbers, note: notes };

function record(ids: readonly string[], textOf: (id: string) => fc.Arbitrary<string>) {
  const texts = Object.fromEntries(ids.map((id) => [id, textOf(id)]));
  return fc.record(texts);
}

/** A disclosure sheet of one of the forms, or of none. */
const disclosure: fc.Arbitrary<LooseSheet> = fc
  .constantFrom(...DISCLOSURE_FORMS, { name: '', columns: [{ id: 'A', title: '' }] })
  .chain(({ name, columns }) =>
    fc.record({
      ...around,
      kind: fc.constant('disclosure' as const),
      form: fc.constant(name),
      columns: fc.constant(columns.map(({ id, title }) => ({ id, title }))),
      fields: record(['unitCode', 'unitName', 'year', 'moneyUnit'], () => cellTexts),
      rows: fc.array(
        record(
          columns.map(({ id }) => id),
          (id) => (id === 'code' ? codes : /name|item/i.test(id) ? items : amounts)
        ),
        { maxLength: 6 }
      )
    })
  );

function written(kind: 'text' | 'brief' | 'free', columns: readonly Column[]) {
  const fields = fieldsOf(kind).map(({ id }) => id);
  return fc.record({
    ...around,
    kind: fc.constant(kind),
    form: fc.constant(''),
    columns: fc.constant(columns),
    fields: record(fields, (field) => (isProse(kind, field) ? prose : cellTexts)),
    rows: fc.array(
      record(
        columns.map(({ id }) => id),
        () => cellTexts
      ),
      { maxLength: 4 }
    )
  });
}

/** Sheets of every kind but project sheets, which hold what a clerk could have typed or anything else. */
export const otherSheets: fc.Arbitrary<LooseSheet> = fc.oneof(
  { weight: 3, arbitrary: disclosure },
  { weight: 2, arbitrary: written('text', columnsOf('text')) },
  { weight: 2, arbitrary: written('brief', columnsOf('brief')) },
  {
    weight: 1,
    arbitrary: written(
      'free',
      ['A', 'B', 'C'].map((id) => ({ id, title: '' }))
    )
  }
);
