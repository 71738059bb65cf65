import fc from 'fast-check';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { disclosureColumns, disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import type { Row, Sheet, Workbook } from '#lib/model/workbook.ts';

/** Amounts in fen of 万元, from which all tables follow. */
interface Seeds {
  readonly salary: number;
  readonly office: number;
  readonly reception: number;
  readonly upkeep: number;
  readonly travel: number;
  readonly retirement: number;
  readonly pension: number;
  readonly annuity: number;
  readonly medical: number;
  readonly housing: number;
  readonly work: number;
  readonly hydrology: number;
  readonly carried: number;
  readonly fund: number;
}

const some = fc.integer({ min: 100, max: 99_999 });
/** None of four such amounts is more than half of them. */
const alike = fc.integer({ min: 10_000, max: 19_999 });
const few = fc.integer({ min: 1, max: 99 });
const seeds: fc.Arbitrary<Seeds> = fc.record({
  ...{ salary: some, retirement: some },
  ...{ office: alike, reception: alike, upkeep: alike, travel: alike },
  ...{ pension: some, annuity: some, medical: some, housing: some },
  ...{ work: some, hydrology: some, carried: few, fund: some }
});

/** Disclosures of made-up units for 2024, in which every relation of the tables holds. */
export const balancedDisclosures: fc.Arbitrary<Workbook> = seeds.map(disclosureFrom);

const ITEMS = { office: '30201', travel: '30211', reception: '30217', upkeep: '30231' } as const;

/** Disclosures in which the public expenses are mostly for one 科目, and its code. */
export const lopsidedDisclosures = fc
  .tuple(seeds, fc.constantFrom(...(Object.keys(ITEMS) as (keyof typeof ITEMS)[])))
  .map(([amounts, item]) => ({
    workbook: disclosureFrom({ ...amounts, [item]: amounts[item] * 10 }),
    code: ITEMS[item]
  }));

interface Subject {
  readonly code: string;
  readonly name: string;
  readonly basic?: number;
  readonly project?: number;
  readonly carried?: number;
}

function disclosureFrom(s: Seeds): Workbook {
  const publicFunds = s.office + s.reception + s.upkeep + s.travel;
  const general: readonly Subject[] = [
    { code: '2080501', name: '行政单位离退休', basic: s.retirement },
    { code: '2080505', name: '养老保险缴费支出', basic: s.pension },
    { code: '2080506', name: '职业年金缴费支出', basic: s.annuity },
    { code: '2101101', name: '行政单位医疗', basic: s.medical },
    { code: '2130301', name: '行政运行', basic: s.salary + publicFunds },
    { code: '2130302', name: '一般行政管理事务', project: s.work },
    { code: '2130313', name: '水文测报', project: s.hydrology, carried: s.carried },
    { code: '2210201', name: '住房公积金', basic: s.housing }
  ];
  const fund: readonly Subject[] = [{ code: '2120814', name: '农业生产支出', project: s.fund }];
  const all = [...general, ...fund].sort((a, b) => (a.code < b.code ? -1 : 1));
  return createWorkbook({
    id: 'balanced',
    title: '青泉县水务局2024年单位预算公开',
    year: 2024,
    department: '青泉县水务局',
    sheets: [
      incomeAndExpenditure(all, s.fund),
      table('income', subjectRows(all, incomeCells)),
      table('expenditure', subjectRows(all, expenditureCells)),
      fiscalAppropriation(general, fund),
      table('general-public-expenditure', subjectRows(general, expenditureCells)),
      basicTable(s),
      table('government-fund', subjectRows(fund, expenditureCells)),
      table('state-capital', [], '注：本单位无国有资本经营预算拨款，空表列示。'),
      threePublic(s),
      explanation(all, s),
      procurement(s),
      glossary(),
      assets(s)
    ]
  });
}

function table(form: string, cells: readonly Row['cells'][], note = ''): Sheet {
  return createSheet('disclosure', {
    id: form,
    form,
    title: disclosureFormNamed(form)!.title,
    fields: { unitCode: '101001', unitName: '青泉县水务局', year: '2024', moneyUnit: '万元' },
    columns: disclosureColumns(form),
    rows: cells.map((texts, at) => createRow(texts, `${form}-${at}`)),
    note
  });
}

/** 合计, then each 类 with its 款 and their 项, in the order of the codes. */
function subjectRows(
  subjects: readonly Subject[],
  cellsOf: (subjects: readonly Subject[]) => Row['cells']
): readonly Row['cells'][] {
  const codes = new Set(subjects.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return [
    { name: '合计', ...cellsOf(subjects) },
    ...[...codes].map((code) => ({
      code,
      name: subjects.find((subject) => subject.code === code)?.name ?? `科目${code}`,
      ...cellsOf(subjects.filter((subject) => subject.code.startsWith(code)))
    }))
  ];
}

function expenditureCells(subjects: readonly Subject[]): Row['cells'] {
  const basic = sum(subjects.map(({ basic = 0 }) => basic));
  const project = sum(subjects.map(({ project = 0 }) => project));
  return { total: print(basic + project), basic: print(basic), project: print(project) };
}

function incomeCells(subjects: readonly Subject[]): Row['cells'] {
  const carried = sum(subjects.map(({ carried = 0 }) => carried));
  const received = total(subjects) - carried;
  return {
    total: print(received + carried),
    subtotal: print(received),
    fiscal: print(received),
    carriedOver: print(carried)
  };
}

const CLASSES = ['208', '210', '212', '213', '221'];

function incomeAndExpenditure(all: readonly Subject[], fund: number): Sheet {
  const carried = sum(all.map(({ carried = 0 }) => carried));
  const received = total(all) - carried;
  const lines: [string, number, string, number][] = CLASSES.map((code, at) => [
    ['一、一般公共预算拨款收入', '二、政府性基金预算拨款收入', '三、其他收入'][at] ?? '',
    [received - fund, fund][at] ?? 0,
    `${'一二三四五'[at]}、${code}支出`,
    total(all.filter((subject) => subject.code.startsWith(code)))
  ]);
  lines.push(
    ['本年收入合计', received, '本年支出合计', total(all)],
    ['上年结转结余', carried, '年终结转结余', 0],
    ['收入总计', received + carried, '支出总计', total(all)]
  );
  return table(
    'income-and-expenditure',
    lines.map(([incomeItem, income, expenditureItem, expenditure]) => ({
      incomeItem,
      incomeBudget: print(income),
      expenditureItem,
      expenditureBudget: print(expenditure)
    }))
  );
}

function fiscalAppropriation(general: readonly Subject[], fund: readonly Subject[]): Sheet {
  const carried = sum(general.map(({ carried = 0 }) => carried));
  const spent = (expenditureItem: string, code: string) => {
    const [a, b] = [general, fund].map((subjects) =>
      total(subjects.filter((subject) => subject.code.startsWith(code)))
    ) as [number, number];
    const amounts = { total: print(a + b), generalPublic: print(a), governmentFund: print(b) };
    return { expenditureItem, ...amounts };
  };
  const received = total(general) - carried;
  const incomes: [string, number][] = [
    ['一、一般公共预算拨款', received],
    ['二、政府性基金预算拨款', total(fund)]
  ];
  return table('fiscal-appropriation', [
    ...CLASSES.map((code, at) => ({
      incomeItem: incomes[at]?.[0] ?? '',
      incomeAmount: print(incomes[at]?.[1] ?? 0),
      ...spent(`${'一二三四五'[at]}、${code}支出`, code)
    })),
    {
      incomeItem: '本年收入合计',
      incomeAmount: print(received + total(fund)),
      ...spent('本年支出合计', '')
    },
    { incomeItem: '年初财政拨款结转和结余', incomeAmount: print(carried) },
    { incomeItem: '一、一般公共预算拨款', incomeAmount: print(carried) },
    {
      incomeItem: '收入总计',
      incomeAmount: print(total(general) + total(fund)),
      ...spent('支出总计', '')
    }
  ]);
}

function basicTable(s: Seeds): Sheet {
  const items: readonly (readonly [code: string, amount: number])[] = [
    ['30101', s.salary],
    ['30108', s.pension],
    ['30109', s.annuity],
    ['30110', s.medical],
    ['30113', s.housing],
    ['30201', s.office],
    ['30211', s.travel],
    ['30217', s.reception],
    ['30231', s.upkeep],
    ['30302', s.retirement]
  ];
  const cells = (code: string) => {
    const amounts = items.filter(([item]) => item.startsWith(code));
    const paid = sum(amounts.filter(([item]) => !item.startsWith('302')).map(([, n]) => n));
    const used = sum(amounts.filter(([item]) => item.startsWith('302')).map(([, n]) => n));
    return { total: print(paid + used), personnel: print(paid), public: print(used) };
  };
  const codes = new Set(items.flatMap(([code]) => [code.slice(0, 3), code]));
  return table('general-public-basic', [
    { name: '合计', ...cells('') },
    ...[...codes].map((code) => ({ code, name: `科目${code}`, ...cells(code) }))
  ]);
}

function threePublic({ reception, upkeep }: Seeds): Sheet {
  const lines: [string, number][] = [
    ['合计', reception + upkeep],
    ['“三公”经费小计', reception + upkeep],
    ['一、因公出国（境）费', 0],
    ['二、公务用车购置及运维费', upkeep],
    ['其中：公务用车购置费', 0],
    ['公务用车运行维护费', upkeep],
    ['三、公务接待费', reception]
  ];
  return table(
    'three-public',
    lines.map(([item, amount]) => ({ item, total: print(amount), generalPublic: print(amount) }))
  );
}

function explanation(all: readonly Subject[], s: Seeds): Sheet {
  const basic = sum(all.map(({ basic = 0 }) => basic));
  const publicFunds = s.office + s.reception + s.upkeep + s.travel;
  const said = (amount: number) => `${(amount / 100).toFixed(2)}万元`;
  const lines = [
    `2024年单位预算支出为${said(total(all))}，其中：基本支出${said(basic)}，包括人员经费${said(basic - publicFunds)}和日常公用经费${said(publicFunds)}；项目支出${said(total(all) - basic)}。`,
    `机关运行经费共计安排${said(publicFunds)}，主要用于保证机关运转。`,
    `2024年“三公”经费预算总额为${said(s.reception + s.upkeep)}，其中：公务用车运行维护费${said(s.upkeep)}，公务接待费${said(s.reception)}。2023年“三公”经费为${said(s.reception + s.upkeep + 300)}。`,
    `与2023年相比，2024年“三公”经费减少了3.00万元，其中：公务用车运行维护费增加了1.00万元，公务接待费减少了4.00万元。`,
    `2024年单位政府采购预算总额为${said(s.office + s.hydrology)}，具体内容见下表。货物类预算${said(s.office)}，服务类预算${said(s.hydrology)}。`
  ];
  return createSheet('text', {
    id: 'explanation',
    title: '单位预算安排情况说明',
    fields: { body: lines.join('\n') }
  });
}

function procurement({ office, hydrology }: Seeds): Sheet {
  return table('procurement', [
    { projectName: '合计', total: print(office + hydrology) },
    { goods: '办公设备', catalogueCode: 'A02010105', total: print(office) },
    { projectName: '水文测报', catalogueCode: 'C16070000', total: print(hydrology) }
  ]);
}

function glossary(): Sheet {
  const lines = [
    '1、上年结转结余：指以前年度没有用完、本年继续使用的资金。',
    '2、公务接待费：指按规定开支的各类公务接待费用。',
    '3、公务用车运行维护费：指公务用车的燃料、维修和保险等费用。'
  ];
  return createSheet('text', {
    id: 'glossary',
    title: '名词解释',
    fields: { body: lines.join('\n') }
  });
}

function assets({ salary, office }: Seeds): Sheet {
  const lines: [string, number][] = [
    ['资产总额', salary + office],
    ['通用设备', salary],
    ['专用设备', office],
    ['其中：车辆', office - 50]
  ];
  return table(
    'assets',
    lines.map(([item, value]) => ({ item, value: print(value) }))
  );
}

function total(subjects: readonly Subject[]): number {
  return sum(subjects.map(({ basic = 0, project = 0 }) => basic + project));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0);
}

/** As the tables print it: blank for nothing. */
function print(fen: number): string {
  return fen === 0 ? '' : (fen / 100).toFixed(2);
}
