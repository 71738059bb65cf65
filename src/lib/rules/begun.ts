import { remember } from '#lib/model/remember.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';

/** What a person fills in of a row; the levels stand in a new sheet already. */
const FILLED_IN = ['level3', 'description', 'target', 'basis'];

/** Whether anybody has filled in a row of a project sheet. */
export const isBegun = remember((rows: Sheet['rows']): boolean =>
  rows.some((row) => FILLED_IN.some((column) => cellText(row, column).trim() !== ''))
);
