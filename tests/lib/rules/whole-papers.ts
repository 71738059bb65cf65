import fc from 'fast-check';
import { cellText, fieldText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { balancedDisclosures } from './balanced-disclosure.ts';
import { projectOf } from './clean-projects.ts';

/** What of a 科目 each project is paid with: its place in the list is that of its topic. */
const PAID_FROM = [
  { code: '2130302', part: 'half' },
  { code: '2130302', part: 'rest' },
  { code: '2130313', part: 'received' },
  { code: '2130313', part: 'carried' },
  { code: '2120814', part: 'half' },
  { code: '2120814', part: 'rest' }
] as const;

/** A whole paper, and whether its projects name the 科目 that they are paid from. */
export interface WholePaper {
  readonly workbook: Workbook;
  readonly namesSubjects: boolean;
}

/**
 * Disclosures with the target tables of all project spending, one for what is carried over among them,
 * with nothing that a rule could find.
 */
export const wholePapers: fc.Arbitrary<WholePaper> = fc
  .record({
    disclosure: balancedDisclosures,
    count: fc.integer({ min: 1, max: 400 }),
    rate: fc.integer({ min: 80, max: 89 }),
    namesSubjects: fc.boolean()
  })
  .map(({ disclosure, count, rate, namesSubjects }) => {
    const projects = PAID_FROM.map(({ code, part }, at) => {
      const budget = (amountOf(disclosure, code, part) / 100).toFixed(2);
      const project = projectOf(at, { count: count + at, budget, rate: rate + at });
      const named = part === 'carried' ? ofCarried(project) : project;
      return namesSubjects ? paidFrom(code, named) : named;
    });
    const sheets = [...disclosure.sheets, ...projects];
    return { workbook: { ...disclosure, region: '130199', sheets }, namesSubjects };
  });

/** The code of the 科目 that a project of a whole paper is paid from. */
export function codeOfProject(at: number): string {
  return PAID_FROM[at]!.code;
}

/** The projects of a whole paper, in their order. */
export function projectsIn({ sheets }: Workbook): readonly Sheet[] {
  return sheets.filter(({ kind }) => kind === 'project');
}

/** The row of a 科目 in one of its tables, or the row 合计, which has no code. */
export function rowOf({ sheets }: Workbook, form: string, code: string): Row {
  const table = sheets.find((sheet) => sheet.form === form)!;
  return table.rows.find((row) => cellText(row, 'code') === code)!;
}

/** In hundredths of 万元. */
function amountOf(
  disclosure: Workbook,
  code: string,
  part: (typeof PAID_FROM)[number]['part']
): number {
  const spent = inFen(rowOf(disclosure, 'expenditure', code), 'project');
  const carried = inFen(rowOf(disclosure, 'income', code), 'carriedOver');
  const half = Math.floor(spent / 2);
  return { half, rest: spent - half, received: spent - carried, carried }[part];
}

function inFen(row: Row, column: string): number {
  return Math.round(Number(cellText(row, column)) * 100);
}

function ofCarried(sheet: Sheet): Sheet {
  const projectName = `（上年结转）${fieldText(sheet, 'projectName')}`;
  const fields = { ...sheet.fields, projectName };
  return { ...sheet, title: `${projectName}绩效目标表`, fields };
}

function paidFrom(code: string, sheet: Sheet): Sheet {
  const usage = `列${code}科目，${fieldText(sheet, 'usage')}`;
  return { ...sheet, fields: { ...sheet.fields, usage } };
}
