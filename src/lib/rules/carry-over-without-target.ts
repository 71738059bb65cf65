import { Decimal, formatAmount } from '#lib/model/decimal.ts';
import { subjectsOf } from '#lib/model/disclosure/subjects.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { remember } from '#lib/model/remember.ts';
import { subjectLevel } from '#lib/model/subject-code.ts';
import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import { projectMoney } from './project-money.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';

/** How a table names money that was left over from last year. */
const CARRIED = /结转|结余/;

/** A 项级科目 whose project spending is paid with money carried over, in both tables that say so. */
export interface CarriedSpending {
  readonly income: Row;
  readonly spending: Row;
  /** In the unit of the tables, 万元. */
  readonly amount: Decimal;
}

/**
 * What is carried over for projects has a target table too. Silent where a project speaks of 结转,
 * where the tables cover all project spending, and where there are none.
 */
export const carryOverWithoutTarget: WorkbookRule = {
  code: 'carry-over-without-target',
  severity: 'warning',
  scope: 'workbook',
  title: '上年结转没有绩效目标',
  source: '绩效目标全覆盖：项目支出（含上年结转）都要有绩效目标表',
  message: ({ subject, amount }) =>
    `科目“${subject}”有上年结转 ${amount}万元用于项目支出，绩效目标表里没有写明是结转的项目。结转资金也要有绩效目标，请补表，或在项目名称中注明上年结转。`,
  english: {
    title: 'Money carried over without targets',
    message: ({ subject, amount }) =>
      `The subject “${subject}” spends ${amount} (10,000 yuan) carried over from last year on projects, but no target table is of such a project. Targets must cover it too; add the table, or say in the name of the project that it is carried over.`
  },
  examples: { bad: '结转 5.00 万元，没有结转项目的表', good: '有“（上年结转）河道清淤”的表' },
  check: (workbook) => {
    const projects = projectsOf(workbook);
    if (projects.length === 0 || projects.some(({ fields }) => speaksOfCarried(fields))) return [];
    return disclosureSetsOf(workbook).flatMap(({ tables }) => {
      const income = tables.get('income');
      const spending = tables.get('expenditure');
      if (!income || !spending || isCovered(projects, spending)) return [];
      return carriedSpending(tables).map((carried) => ({
        place: { sheet: income.id, row: carried.income.id, column: 'carriedOver' },
        values: {
          subject: cellText(carried.income, 'name').trim() || cellText(carried.income, 'code'),
          amount: formatAmount(carried.amount)
        },
        related: [{ sheet: spending.id, row: carried.spending.id, column: 'project' }]
      }));
    });
  }
};

const speaksOfCarried = remember((fields: Sheet['fields']) =>
  ['projectName', 'usage', 'goal'].some((field) => CARRIED.test(fieldText({ fields }, field)))
);

function isCovered(projects: readonly Sheet[], { rows }: Sheet): boolean {
  const total = subjectsOf(rows)?.total;
  const spent = total && amountAt(total, 'project');
  if (!spent) return false;
  const planned = projects.map(projectMoney);
  return planned.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).gte(spent);
}

/** What of the project spending of a unit is paid with money carried over, by 项级科目. */
export const carriedSpending = remember(
  (tables: DisclosureSet['tables']): readonly CarriedSpending[] => {
    const incomes = subjectsOf(tables.get('income')?.rows ?? [])?.byCode;
    const spendings = subjectsOf(tables.get('expenditure')?.rows ?? [])?.byCode;
    return [...(incomes ?? [])].flatMap(([code, { row: income }]) => {
      const spending = subjectLevel(code) === 3 ? spendings?.get(code)?.row : undefined;
      const carried = amountAt(income, 'carriedOver');
      const project = spending && amountAt(spending, 'project');
      if (!spending || !carried?.gt(0) || !project?.gt(0)) return [];
      return [{ income, spending, amount: Decimal.min(carried, project) }];
    });
  }
);
