import { ownFieldTitle, WHOLE_PAPER } from './own-field.ts';
import { placeName } from './place-name.ts';
import { findSheet, sheetName, type Place, type Workbook } from './workbook.ts';

/** A place as a person finds it: `3.河道清淤专项经费绩效目标表 第 2 行 指标值`. */
export function describePlace(workbook: Workbook, place: Place): string {
  const sheet = findSheet(workbook, place.sheet);
  if (!sheet) return ownPlace(place);
  const whole = place.row === undefined && place.field === undefined;
  return whole ? sheetName(sheet) : `${sheetName(sheet)} ${placeName(sheet, place)}`;
}

/** A place in no sheet, or in one that is gone. */
function ownPlace({ sheet, field }: Place): string {
  if (sheet !== undefined || field === undefined) return '工作簿';
  return `${WHOLE_PAPER} ${ownFieldTitle(field)}`;
}
