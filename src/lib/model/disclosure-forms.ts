import type { Column } from './workbook.ts';

/** A column of a disclosure table, with the heading it stands under. */
export interface DisclosureColumn extends Column {
  /** The heading printed over this column and its neighbours, such as 收入; empty where there is none. */
  readonly group: string;
}

/** A table of the 单位预算公开, or one of the small tables of its explanation. */
export interface DisclosureForm {
  /** As `Sheet.form` holds it. */
  readonly name: string;
  /** The official title, without 单位预算 and without the year. */
  readonly title: string;
  /** Without 序号, which is made when printing, and without 栏次. */
  readonly columns: readonly DisclosureColumn[];
  /** Whether the form prints 序号 in front of each row, and 栏次 above the first. */
  readonly numbered: boolean;
}

const SUBJECT = group('功能分类科目', { code: '科目编码', name: '科目名称' });
const TOTAL_BASIC_PROJECT = group('', { total: '合计', basic: '基本支出', project: '项目支出' });

/**
 * The forms known so far, in the order in which they are published: the nine tables that
 * 《地方预决算公开操作规程》（财预〔2016〕143号） asks for, with the columns that Hebei prints, and the
 * tables of 政府采购, 国有资产 and 机构设置 that stand in their explanation.
 */
export const DISCLOSURE_FORMS: readonly DisclosureForm[] = [
  {
    name: 'income-and-expenditure',
    title: '收支总表',
    columns: [
      ...group('收入', { incomeItem: '项目', incomeBudget: '预算数' }),
      ...group('支出', { expenditureItem: '项目', expenditureBudget: '预算数' })
    ],
    numbered: true
  },
  {
    name: 'income',
    title: '收入总表',
    columns: [
      ...SUBJECT,
      ...group('', { total: '合计' }),
      ...group('本年收入', {
        subtotal: '小计',
        fiscal: '财政拨款收入',
        fiscalAccount: '财政专户收入',
        business: '事业收入',
        operating: '经营收入',
        superiorGrant: '上级补助收入',
        subordinateRemittance: '附属单位上缴收入',
        other: '其他收入'
      }),
      ...group('', { carriedOver: '上年结转结余' })
    ],
    numbered: true
  },
  {
    name: 'expenditure',
    title: '支出总表',
    columns: [
      ...SUBJECT,
      ...TOTAL_BASIC_PROJECT,
      ...group('', {
        operating: '经营支出',
        toSuperior: '上解上级支出',
        toSubordinate: '对附属单位补助支出'
      })
    ],
    numbered: true
  },
  {
    name: 'fiscal-appropriation',
    title: '财政拨款收支总表',
    columns: [
      ...group('收入', { incomeItem: '项目', incomeAmount: '金额' }),
      ...group('支出', {
        expenditureItem: '项目',
        total: '合计',
        generalPublic: '一般公共预算财政拨款',
        governmentFund: '政府性基金预算财政拨款',
        stateCapital: '国有资本经营预算财政拨款'
      })
    ],
    numbered: true
  },
  {
    name: 'general-public-expenditure',
    title: '一般公共预算财政拨款支出表',
    columns: [...SUBJECT, ...TOTAL_BASIC_PROJECT],
    numbered: true
  },
  {
    name: 'general-public-basic',
    title: '一般公共预算财政拨款基本支出表',
    columns: [
      ...group('支出单位经济分类科目', { code: '科目编码', name: '科目名称' }),
      ...group('一般公共预算基本支出', {
        total: '合计',
        personnel: '人员经费',
        public: '公用经费'
      })
    ],
    numbered: true
  },
  {
    name: 'government-fund',
    title: '政府性基金预算财政拨款支出表',
    columns: [...SUBJECT, ...TOTAL_BASIC_PROJECT],
    numbered: true
  },
  {
    name: 'state-capital',
    title: '国有资本经营预算财政拨款支出表',
    columns: [...SUBJECT, ...TOTAL_BASIC_PROJECT],
    numbered: true
  },
  {
    name: 'three-public',
    title: '财政拨款“三公”经费支出表',
    columns: [
      ...group('', { item: '项目' }),
      ...group('资金性质', {
        total: '合计',
        generalPublic: '一般公共预算财政拨款',
        governmentFund: '政府性基金预算拨款',
        stateCapital: '国有资本经营预算财政拨款'
      })
    ],
    numbered: true
  },
  {
    name: 'procurement',
    title: '政府采购预算',
    columns: [
      ...group('政府采购项目来源', { projectName: '项目名称', projectFunds: '预算资金' }),
      ...group('', {
        goods: '采购物品名称',
        catalogueCode: '政府采购目录序号',
        measureUnit: '计量单位',
        quantity: '数量',
        unitPrice: '单价'
      }),
      ...group('政府采购金额（当年单位预算安排资金）', {
        total: '合计',
        generalPublic: '一般公共预算拨款',
        governmentFund: '基金预算拨款',
        stateCapital: '国有资本经营预算拨款',
        fiscalAccount: '财政专户核拨',
        ownFunds: '单位资金',
        fiscalCarryOver: '财政拨款结转',
        otherCarryOver: '非财政拨款结转结余'
      }),
      ...group('', { smallBusinessShare: '预留中小微企业份额' })
    ],
    numbered: false
  },
  {
    name: 'assets',
    title: '固定资产占用情况表',
    columns: group('', { item: '项目', quantity: '数量', value: '价值' }),
    numbered: false
  },
  {
    name: 'institutions',
    title: '机构设置情况',
    columns: group('', {
      name: '单位名称',
      nature: '单位性质',
      rank: '单位规格',
      funding: '经费保障形式'
    }),
    numbered: false
  }
];

/** The form with this name, as `Sheet.form` holds it; null where it is none of the known. */
export function disclosureFormNamed(name: string): DisclosureForm | null {
  return DISCLOSURE_FORMS.find((form) => form.name === name) ?? null;
}

/** The columns of the form with this name, as a sheet has them; none where the form is not known. */
export function disclosureColumns(name: string): readonly Column[] {
  const columns = disclosureFormNamed(name)?.columns ?? [];
  return columns.map(({ id, title }) => ({ id, title }));
}

/** Whose table it is, for which year, under which number: what stands in front of the title. */
const BEFORE_TITLE =
  /^(?:附?表(?:\d{1,2}|[一二三四五六七八九十]{1,3})[:.、]?|\d{4}年度?|(?:本?部门|本?单位|本级)(?:综合)?(?:预算)?)*/;

/** The words of each title, with what other places write for them; quotes and spaces are out. */
const TITLES: readonly (readonly [words: RegExp, name: string])[] = [
  [/^收支(?:预算)?总(?:体情况)?表$/, 'income-and-expenditure'],
  [/^收入(?:预算)?总(?:体情况)?表$/, 'income'],
  [/^支出(?:预算)?总(?:体情况)?表$/, 'expenditure'],
  [/^财政拨款收支(?:预算)?总(?:体情况)?表$/, 'fiscal-appropriation'],
  [/^一般公共预算(?:财政拨款)?支出(?:预算|情况)?表$/, 'general-public-expenditure'],
  [/^一般公共预算(?:财政拨款)?基本支出(?:预算|情况)?表$/, 'general-public-basic'],
  [/^政府性?基金(?:预算)?(?:财政拨款)?支出(?:预算|情况)?表$/, 'government-fund'],
  [/^国有资本经营(?:预算)?(?:财政拨款)?支出(?:预算|情况)?表$/, 'state-capital'],
  [
    /^(?:一般公共预算)?(?:财政拨款)?三公经费(?:财政拨款)?(?:支出)?(?:预算|情况)?表$/,
    'three-public'
  ],
  [/^政府采购预算(?:(?:情况|明细)?表)?$/, 'procurement'],
  [/^(?:国有|固定)资产(?:占用|占有|占有使用)情况表?$/, 'assets'],
  [/^机构设置情况表?$/, 'institutions']
];

/** Longer texts are no titles. */
const TITLE_LENGTH = 60;

/**
 * The form that a title names, however its quotes, its spaces and its 单位预算 or 部门 are printed;
 * null where it names none.
 */
export function disclosureFormOf(title: string): DisclosureForm | null {
  if (title.length > TITLE_LENGTH) return null;
  const words = title.replace(/[\s"'“”‘’「」『』＂]/g, '').replace(BEFORE_TITLE, '');
  const name = TITLES.find(([pattern]) => pattern.test(words))?.[1];
  return name === undefined ? null : disclosureFormNamed(name);
}

/** Columns under one heading, from their ids and printed titles. */
function group(heading: string, titles: Readonly<Record<string, string>>): DisclosureColumn[] {
  return Object.entries(titles).map(([id, title]) => ({ id, title, group: heading }));
}
