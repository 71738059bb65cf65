import { disclosureFormNamed } from './disclosure-forms.ts';
import type { Column, Sheet } from './workbook.ts';

/** The titles of columns that are only counted: A, B … AA. */
const COUNTED = /^[A-Z]{0,3}$/;

/** Whether a sheet prints the titles of its columns above its rows. */
export function printsColumnTitles({ kind, columns, rows }: Sheet): boolean {
  switch (kind) {
    case 'project':
    case 'disclosure':
      return columns.length > 0;
    case 'free':
      return rows.length > 0 && columns.some(({ title }) => !COUNTED.test(title));
    case 'brief':
    case 'text':
      return false;
  }
}

/**
 * The heading that each column of a disclosure sheet stands under together with its neighbours, such as
 * 收入; empty where it stands alone, and everywhere where the form has no such headings.
 */
export function columnGroups(form: string, columns: readonly Pick<Column, 'id'>[]): string[] {
  const known = disclosureFormNamed(form)?.columns ?? [];
  return columns.map(({ id }) => known.find((column) => column.id === id)?.group ?? '');
}

/** Whether a disclosure sheet prints 序号 in front of its rows, and 栏次 above the first. */
export function isNumbered(form: string): boolean {
  return disclosureFormNamed(form)?.numbered ?? true;
}
