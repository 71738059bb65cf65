import type { Author } from './author.ts';
import type { Change, Edit } from './edit.ts';
import { cellText, fieldText, findSheet, type Place, type Workbook } from './workbook.ts';
import { propertyText } from './workbook-property.ts';

/** A change that sets one text. */
export type TextChange = Extract<Change, { readonly text: string }>;

/** Two texts that were written at one place at the same time: one stands there, the other is listed. */
export interface Conflict {
  /** Of the write that lost. */
  readonly id: string;
  /** The change that lost. */
  readonly lost: TextChange;
  readonly place: Place;
  /** The text that stands there now. */
  readonly present: string;
  /** Who wrote what lost, and when (ISO 8601, by the clock of their device). */
  readonly by: Author;
  readonly at: string;
}

/** Puts the text that lost in the place of the one that stands there. */
export function adoptingEdit({ id, lost }: Conflict): Edit {
  return {
    label: `采用“${lost.text}”`,
    changes: [lost, { do: 'settle', write: id, settled: true }]
  };
}

/** Leaves the text that stands there, and lists the other no more. */
export function keepingEdit({ id, present }: Conflict): Edit {
  return { label: `保留“${present}”`, changes: [{ do: 'settle', write: id, settled: true }] };
}

/**
 * The place that a change sets the text of, and the text that stands there; null where its row or sheet is
 * gone from the workbook.
 */
export function standingAt(
  workbook: Workbook,
  change: TextChange
): { readonly place: Place; readonly text: string } | null {
  switch (change.do) {
    case 'cell': {
      const { row: id, column } = change;
      for (const sheet of workbook.sheets) {
        const row = sheet.rows.find((row) => row.id === id);
        if (row)
          return { place: { sheet: sheet.id, row: id, column }, text: cellText(row, column) };
      }
      return null;
    }
    case 'field': {
      const sheet = findSheet(workbook, change.sheet);
      const place = { sheet: change.sheet, field: change.field };
      return sheet ? { place, text: fieldText(sheet, change.field) } : null;
    }
    case 'sheet': {
      const sheet = findSheet(workbook, change.sheet);
      return sheet ? { place: { sheet: sheet.id }, text: sheet[change.property] } : null;
    }
    case 'workbook':
      return { place: {}, text: propertyText(workbook, change.property) };
  }
}
