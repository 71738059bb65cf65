import { createProjectSheet, createSheet, createWorkbook } from './create.ts';
import { newId, type IdSource } from './ids.ts';
import { PART_ONE, PART_TWO, PROSE_SECTIONS } from './outline.ts';
import type { FormName, Workbook } from './workbook.ts';

/** What a new workbook begins with. */
export interface TemplateChoice {
  readonly title: string;
  readonly year: number | null;
  readonly department: string;
  /** `blank` has no sheets; a form brings the prose sections and one project sheet. */
  readonly template: 'blank' | FormName;
}

/** A new workbook, blank or from the template of a form. */
export function workbookFromTemplate(choice: TemplateChoice, ids: IdSource = newId): Workbook {
  const { title, year, department, template } = choice;
  if (template === 'blank') return createWorkbook({ title, year, department });
  const prose = PROSE_SECTIONS.map((section) =>
    createSheet('text', { ...section, id: ids(), path: [PART_ONE], fields: { body: '' } })
  );
  const project = createProjectSheet(
    template,
    {
      number: '1.',
      path: [PART_TWO],
      fields: { moneyUnit: '万元', unitName: department }
    },
    ids
  );
  return createWorkbook({ title, year, department, form: template, sheets: [...prose, project] });
}
