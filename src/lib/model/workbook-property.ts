import { isFormName } from './forms.ts';
import type { FormName, Workbook } from './workbook.ts';

/** What of a workbook can be changed as text; `propertyText` says how each is written. */
export type WorkbookProperty =
  'title' | 'year' | 'region' | 'department' | 'form' | 'cover' | 'contents';

/** The text that stands for a property: four digits or nothing for the year, JSON for a 目录 if there is one. */
export function propertyText(workbook: Workbook, property: WorkbookProperty): string {
  switch (property) {
    case 'year':
      return workbook.year === null ? '' : String(workbook.year);
    case 'contents':
      return contentsText(workbook.contents);
    default:
      return workbook[property];
  }
}

/** The property that a text stands for, as its typed value: the inverse of `propertyText`. */
export function workbookProperty(property: WorkbookProperty, text: string): Partial<Workbook> {
  switch (property) {
    case 'year':
      return { year: yearOf(text) };
    case 'form':
      return { form: formNameOf(text) };
    case 'contents':
      return { contents: contentsOf(text) };
    default:
      return { [property]: text };
  }
}

/** The year that a text stands for, or null where it is none. */
export function yearOf(text: string): number | null {
  return /^\d{4}$/.test(text) ? Number(text) : null;
}

/** The form that a text names; the 2015 form, which all papers met so far follow, where it names none. */
export function formNameOf(text: string): FormName {
  return isFormName(text) ? text : '2015';
}

/**
 * The text that stands for a 目录, which may be empty. Nothing stands for the one that the program makes:
 * that is what documents without this property have.
 */
export function contentsText(contents: string | null): string {
  return contents === null ? '' : JSON.stringify(contents);
}

/** The 目录 that a text stands for; null, the one that the program makes, where it stands for none. */
export function contentsOf(text: string): string | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
