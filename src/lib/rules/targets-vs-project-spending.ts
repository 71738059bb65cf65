import { Decimal, formatAmount, readMoney } from '#lib/model/decimal.ts';
import { fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { carriedSpending } from './carry-over-without-target.ts';
import { disclosureSetsOf } from './disclosure-sets.ts';
import { projectMoney, type ProjectMoney } from './project-money.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';
import { sheetsOf } from './sheets-by-kind.ts';
import { subjectsOf } from './subjects.ts';
import { amountAt } from './table-amounts.ts';

/** How many of the projects are shown. */
const MOST_RELATED = 20;

/**
 * The projects add up to the 项目支出 of the disclosure. Where some of them give no amount, only a sum
 * that is already too much is reported; and where exactly what is carried over is missing, the rule
 * about that speaks.
 */
export const targetsVsProjectSpending: WorkbookRule = {
  code: 'targets-vs-project-spending',
  severity: 'warning',
  scope: 'workbook',
  title: '项目合计与项目支出不符',
  source: '绩效目标表各项目的预算合计应等于支出总表的项目支出',
  message: ({ sum, spending, relation }) =>
    relation === 'above'
      ? `各项目的预算（或成本上限）合计 ${sum}万元，大于支出总表的项目支出 ${spending}万元。同一份材料前后对不上，请核对是项目多列还是支出少列。`
      : `各项目的预算（或成本上限）合计 ${sum}万元，小于支出总表的项目支出 ${spending}万元。同一份材料前后对不上，请核对是否有项目没有绩效目标表。`,
  english: {
    title: 'Projects disagree with the project spending',
    message: ({ sum, spending, relation }) =>
      relation === 'above'
        ? `The budgets (or cost ceilings) of the projects add up to ${sum} (10,000 yuan), more than the project spending ${spending} of the disclosure. Two halves of one paper disagree; find the project too many, or the spending too low.`
        : `The budgets (or cost ceilings) of the projects add up to ${sum} (10,000 yuan), less than the project spending ${spending} of the disclosure. Two halves of one paper disagree; see whether a project lacks its target table.`
  },
  examples: {
    bad: '项目合计 90.00，项目支出 100.00',
    good: '项目合计 100.00，项目支出 100.00'
  },
  check: (workbook) => {
    const [set, ...others] = disclosureSetsOf(workbook);
    const table = set?.tables.get('expenditure');
    const total = table && subjectsOf(table.rows)?.total;
    const spending = total && amountAt(total, 'project');
    const projects = moneyOfProjects(workbook);
    // Nobody can say which of several units a project belongs to.
    if (!set || !total || !spending || others.length > 0 || projects.length === 0) return [];

    const sum = projects.reduce((all, [, { amount }]) => all.plus(amount), new Decimal(0));
    const missing = spending.minus(sum);
    const isAbove = missing.isNegative();
    if (missing.isZero() || (!isAbove && projects.some(([, { isWhole }]) => !isWhole))) return [];
    const carried = carriedSpending(set.tables).map(({ amount }) => amount);
    if (carried.reduce((all, amount) => all.plus(amount), new Decimal(0)).eq(missing)) return [];
    return [
      {
        place: { sheet: table.id, row: total.id, column: 'project' },
        values: {
          sum: formatAmount(sum),
          spending: formatAmount(spending),
          relation: isAbove ? 'above' : 'below'
        },
        related: projects.slice(0, MOST_RELATED).map(([{ id }]) => ({ sheet: id }))
      }
    ];
  }
};

/** The projects of a paper with their money: its tables, or its briefs where it has no tables. */
function moneyOfProjects(workbook: Workbook): readonly (readonly [Sheet, ProjectMoney])[] {
  const projects = projectsOf(workbook);
  if (projects.length > 0) return projects.map((sheet) => [sheet, projectMoney(sheet)]);
  return sheetsOf(workbook, 'brief').map((sheet) => {
    const amount = readMoney(fieldText(sheet, 'fundsTotal'));
    return [sheet, { amount: amount ?? new Decimal(0), isWhole: amount !== null }];
  });
}
