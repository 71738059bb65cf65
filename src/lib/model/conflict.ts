import type { Author } from './author.ts';
import type { Change, Edit } from './edit.ts';
import { cellText, fieldText, findSheet, type Place, type Workbook } from './workbook.ts';
import { readableProperty } from './own-field.ts';
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
  /** The text that stands there now, and the write that it comes from. */
  readonly present: string;
  readonly winner: string;
  /** Who wrote what lost, and when (ISO 8601, by the clock of their device). */
  readonly by: Author;
  readonly at: string;
}

/** The longest text that is repeated in the name of an edit, in characters. */
const LONGEST_NAMED = 20;

/** Puts the text that lost in the place of the one that stands there. */
export function adoptingEdit(conflict: Conflict): Edit {
  const { id, lost } = conflict;
  return {
    label: `采用“${inShort(conflictTexts(conflict).lost)}”`,
    changes: [lost, { do: 'settle', write: id, settled: true }]
  };
}

/** Leaves the text that stands there, and lists the other no more. */
export function keepingEdit(conflict: Conflict): Edit {
  return {
    label: `保留“${inShort(conflictTexts(conflict).present)}”`,
    changes: [{ do: 'settle', write: conflict.id, settled: true }]
  };
}

/** Both texts as a person reads them: of a property of the workbook what its text stands for. */
export function conflictTexts({ lost, present }: Conflict): {
  readonly present: string;
  readonly lost: string;
} {
  if (lost.do !== 'workbook') return { present, lost: lost.text };
  const { property } = lost;
  return {
    present: readableProperty(property, present),
    lost: readableProperty(property, lost.text)
  };
}

/** The beginning of a text, on one line; of a blank one what is said of it. */
function inShort(text: string): string {
  const characters = [...text.trim().replace(/\s+/g, ' ')];
  if (characters.length === 0) return '空白';
  const rest = characters.length > LONGEST_NAMED ? '…' : '';
  return `${characters.slice(0, LONGEST_NAMED).join('')}${rest}`;
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
      return {
        place: { field: change.property },
        text: propertyText(workbook, change.property)
      };
  }
}
