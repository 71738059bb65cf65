import { Decimal, formatAmount, readMoney } from '#lib/model/decimal.ts';
import { subjectsOf, type Subjects } from '#lib/model/disclosure/subjects.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { remember } from '#lib/model/remember.ts';
import { subjectLevel } from '#lib/model/subject-code.ts';
import { cellText, fieldText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { carriedSpending } from './carry-over-without-target.ts';
import { disclosureSetsOf } from './disclosure-sets.ts';
import { groupBy } from './group-by.ts';
import { projectMoney, type ProjectMoney } from './project-money.ts';
import { subjectOfProject } from './project-subject.ts';
import { projectsOf } from './projects.ts';
import type { WorkbookRule } from './rule.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** How many of the projects are shown. */
const MOST_RELATED = 20;

/**
 * The projects add up to the 项目支出 of the disclosure, and those that name their 科目 to that of the 科目.
 * Where some of them give no amount, or name no 科目, only a sum that is already too much is reported;
 * and where exactly what is carried over is missing, the rule about that speaks.
 */
export const targetsVsProjectSpending: WorkbookRule = {
  code: 'targets-vs-project-spending',
  severity: 'warning',
  scope: 'workbook',
  title: '项目合计与项目支出不符',
  source: '绩效目标表各项目的预算合计应等于支出总表的项目支出',
  message: ({ subject, sum, spending, relation }) => {
    const projects = subject === '' ? '各项目' : `写明列“${subject}”科目的项目`;
    const whose = subject === '' ? '' : '该科目的';
    return relation === 'above'
      ? `${projects}的预算（或成本上限）合计 ${sum}万元，大于支出总表${whose}项目支出 ${spending}万元。同一份材料前后对不上，请核对是项目多列还是支出少列。`
      : `${projects}的预算（或成本上限）合计 ${sum}万元，小于支出总表${whose}项目支出 ${spending}万元。同一份材料前后对不上，请核对是否有项目没有绩效目标表。`;
  },
  english: {
    title: 'Projects disagree with the project spending',
    message: ({ subject, sum, spending, relation }) => {
      const projects = subject === '' ? 'the projects' : `the projects of “${subject}”`;
      const spent = subject === '' ? 'of the disclosure' : 'that the disclosure has there';
      return relation === 'above'
        ? `The budgets (or cost ceilings) of ${projects} add up to ${sum} (10,000 yuan), more than the project spending ${spending} ${spent}. Two halves of one paper disagree; find the project too many, or the spending too low.`
        : `The budgets (or cost ceilings) of ${projects} add up to ${sum} (10,000 yuan), less than the project spending ${spending} ${spent}. Two halves of one paper disagree; see whether a project lacks its target table.`;
    }
  },
  examples: {
    bad: '项目合计 90.00，项目支出 100.00',
    good: '项目合计 100.00，项目支出 100.00'
  },
  check: (workbook) => {
    const [set, ...others] = disclosureSetsOf(workbook);
    const table = set?.tables.get('expenditure');
    const subjects = table && subjectsOf(table.rows);
    const projects = moneyOfProjects(workbook);
    // Nobody can say which of several units a project belongs to.
    if (!set || !subjects || others.length > 0 || projects.length === 0) return [];

    const carried = new Map(carriedSpending(set.tables).map((one) => [one.spending, one.amount]));
    const bySubject = compareSubjects(subjects, projects, carried);
    const whole = compareTotal(subjects, projects, carried);
    const isExplained = whole && sumOf(bySubject.map(apart)).eq(apart(whole));
    return [...(whole && !isExplained ? [whole] : []), ...bySubject].map((difference) => ({
      place: { sheet: table.id, row: difference.row.id, column: 'project' },
      values: {
        subject: difference.subject,
        sum: formatAmount(difference.sum),
        spending: formatAmount(difference.spending),
        relation: apart(difference).isNegative() ? 'above' : 'below'
      },
      related: difference.projects.slice(0, MOST_RELATED).map(({ id }) => ({ sheet: id }))
    }));
  }
};

/** Projects whose money is not the project spending of a row. */
interface Difference {
  readonly row: Row;
  /** The name of the 科目; empty for all of them. */
  readonly subject: string;
  readonly sum: Decimal;
  readonly spending: Decimal;
  readonly projects: readonly Sheet[];
}

type Projects = readonly (readonly [Sheet, ProjectMoney])[];
type Carried = ReadonlyMap<Row, Decimal>;

function compareTotal(subjects: Subjects, projects: Projects, carried: Carried): Difference | null {
  if (!subjects.total) return null;
  const difference = compare(subjects.total, '', projects, projects.every(isWhole));
  return difference && apart(difference).eq(sumOf([...carried.values()])) ? null : difference;
}

function compareSubjects(
  subjects: Subjects,
  projects: Projects,
  carried: Carried
): readonly Difference[] {
  const bySubject = groupBy(projects, ([sheet]) => subjectOfProject(sheet, subjects));
  const isAll = !bySubject.has(null) && projects.every(isWhole);
  const listed = [...subjects.byCode.values()].filter(({ code }) => subjectLevel(code) === 3);
  return listed.flatMap((subject) => {
    const { row, code } = subject;
    const those = bySubject.get(subject) ?? [];
    const name = cellText(row, 'name').trim() || code;
    const difference = compare(row, name, those, isAll);
    return !difference || carried.get(row)?.eq(apart(difference)) ? [] : [difference];
  });
}

/** Less than what is spent counts only where `isAll` says that no project is missing. */
function compare(row: Row, subject: string, projects: Projects, isAll: boolean): Difference | null {
  const spending = spendingOf(row);
  const sum = sumOf(projects.map(([, { amount }]) => amount));
  if (!spending || sum.eq(spending) || (sum.lt(spending) && !isAll)) return null;
  return { row, subject, sum, spending, projects: projects.map(([sheet]) => sheet) };
}

const spendingOf = remember((row: Row) => amountAt(row, 'project'));

/** What the projects lack; negative where they have too much. */
function apart({ sum, spending }: Difference): Decimal {
  return spending.minus(sum);
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((all, amount) => all.plus(amount), new Decimal(0));
}

function isWhole([, money]: readonly [Sheet, ProjectMoney]): boolean {
  return money.isWhole;
}

/** The projects of a paper with their money: its tables, or its briefs where it has no tables. */
function moneyOfProjects(workbook: Workbook): Projects {
  const projects = projectsOf(workbook);
  if (projects.length > 0) return projects.map((sheet) => [sheet, projectMoney(sheet)]);
  return sheetsOf(workbook, 'brief').map((sheet) => {
    const amount = readMoney(fieldText(sheet, 'fundsTotal'));
    return [sheet, { amount: amount ?? new Decimal(0), isWhole: amount !== null }];
  });
}
