import { Decimal } from '#lib/model/decimal.ts';
import type { Change } from '#lib/model/edit.ts';
import { fieldText, type Place, type Sheet } from '#lib/model/workbook.ts';
import { codeOfProject, projectsIn, rowOf, type WholePaper } from './whole-papers.ts';

/** What plants a fault in a paper, and the one place where it must be found. */
interface Planted {
  readonly changes: readonly Change[];
  readonly place: Place;
}

/** A kind of fault between the parts of a paper, by the rule that has to find it. */
export interface PaperFault {
  readonly code: string;
  /** All the places where it can be planted. */
  readonly faults: (paper: WholePaper) => readonly Planted[];
}

/** The faults that can be planted between the disclosure and the projects of a paper. */
export const PAPER_FAULTS: readonly PaperFault[] = [
  {
    code: 'carry-over-without-target',
    faults: ({ workbook }) => {
      const projects = projectsIn(workbook);
      const carried = projects.findIndex(({ title }) => title.includes('结转'));
      const { id: row } = rowOf(workbook, 'income', '2130313');
      return [
        {
          changes: without(projects, carried),
          place: { sheet: 'income', row, column: 'carriedOver' }
        }
      ];
    }
  },
  {
    code: 'targets-vs-project-spending',
    faults: (paper) =>
      projectsIn(paper.workbook).map((sheet, at) => ({
        changes: dearer(sheet),
        place: spendingPlace(paper, at)
      }))
  },
  {
    code: 'targets-vs-project-spending',
    faults: (paper) =>
      projectsIn(paper.workbook).flatMap((sheet, at, projects) =>
        couldBeCarriedOver(paper, sheet, at)
          ? []
          : [
              {
                changes: without(projects, at),
                place: spendingPlace(paper, at)
              }
            ]
      )
  },
  {
    code: 'satisfaction-flat',
    faults: ({ workbook }) => {
      const projects = projectsIn(workbook);
      return ['≥90%', '≥87%', '≥95.5%'].map((text) => ({
        changes: projects.map(({ rows }) => ({
          do: 'cell',
          row: rows.at(-1)!.id,
          column: 'target',
          text
        })),
        place: { sheet: projects[0]!.id, row: projects[0]!.rows.at(-1)!.id, column: 'target' }
      }));
    }
  }
];

/** Where the spending stands that a project is part of: at its 科目, if the projects name them. */
function spendingPlace({ workbook, namesSubjects }: WholePaper, at: number): Place {
  const { id: row } = rowOf(workbook, 'expenditure', namesSubjects ? codeOfProject(at) : '');
  return { sheet: 'expenditure', row, column: 'project' };
}

/** Whether what is missing without a project could be exactly what is carried over, which another rule tells of. */
function couldBeCarriedOver({ workbook }: WholePaper, project: Sheet, at: number): boolean {
  const { cells } = rowOf(workbook, 'income', '2130313');
  return codeOfProject(at) === '2130313' || fieldText(project, 'budget') === cells['carriedOver'];
}

/** Takes out a project; those behind it are numbered anew. */
function without(projects: readonly Sheet[], at: number): readonly Change[] {
  const behind = projects.slice(at + 1);
  return [
    { do: 'delete-sheet', sheet: projects[at]!.id },
    ...behind.map(({ id }, further): Change => ({
      do: 'sheet',
      sheet: id,
      property: 'number',
      text: `${at + further + 1}.`
    }))
  ];
}

/** 0.07 more for the same project, wherever its money is written. */
function dearer(sheet: Sheet): readonly Change[] {
  const budget = fieldText(sheet, 'budget');
  const text = new Decimal(budget).plus('0.07').toFixed(2);
  const cost = sheet.rows.find(({ cells }) => cells['target'] === `≤${budget}万元`)!;
  return [
    { do: 'field', sheet: sheet.id, field: 'budget', text },
    { do: 'field', sheet: sheet.id, field: 'fiscalFunds', text },
    { do: 'cell', row: cost.id, column: 'target', text: `≤${text}万元` }
  ];
}
