import {
  BRIEF_ENTRIES,
  paragraphsBesides,
  PROJECT_NAME_LABEL,
  projectNamedIn
} from '#lib/model/brief-layout.ts';
import { cellText, fieldText, type Sheet } from '#lib/model/workbook.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A brief as the official 项目绩效目标指标的说明 prints it below its title, paragraph by paragraph. */
export function briefProse(sheet: Sheet): string[] {
  const projectName = fieldText(sheet, 'projectName');
  const items = sheet.rows.map((row) => ({
    item: cellText(row, 'item'),
    amount: cellText(row, 'amount')
  }));
  return [
    ...(projectName === projectNamedIn(sheet.title) ? [] : [PROJECT_NAME_LABEL + projectName]),
    ...BRIEF_ENTRIES.flatMap((entry) => {
      if (entry === 'funds') {
        const text = fieldText(sheet, 'funds');
        const besides = paragraphsBesides(text, fieldText(sheet, 'fundsTotal'), items);
        return [...paragraphsOf(text), ...besides];
      }
      return 'heading' in entry ? [entry.heading] : paragraphsOf(fieldText(sheet, entry.field));
    })
  ];
}
