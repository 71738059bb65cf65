import { ownFieldText, ownFieldTitle } from '#lib/model/own-field.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import type { Problem } from '#lib/model/problem.ts';
import {
  cellText,
  fieldText,
  findSheet,
  type Place,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';
import { SEVERITY_NAMES } from '../severity-names.ts';

/** What a review says of one problem, in the order of its columns. */
export type ProblemTexts = readonly [
  kind: string,
  place: string,
  value: string,
  title: string,
  advice: string
];

/** The longest text of a cell that is repeated whole, in characters. */
const LONGEST_VALUE = 60;

/**
 * What a review says of a problem: its kind, where it is, what stands there, what is wrong and what to do.
 * @param sheet the sheet that it is in; undefined where it is about the whole paper
 */
export function problemTexts(
  workbook: Workbook,
  sheet: Sheet | undefined,
  problem: Problem
): ProblemTexts {
  const { severity, place, title, waived } = problem;
  return [
    waived === undefined ? SEVERITY_NAMES[severity] : '已豁免',
    sheet ? whereOf(sheet, place) : ownFieldTitle(place.field),
    sheet ? valueAt(sheet, place) : passage(ownFieldText(workbook, place.field), place.range),
    title,
    advice(workbook, problem)
  ];
}

/** The place, and of a row the indicator that it is, since rows are renumbered while people mend. */
function whereOf(sheet: Sheet, place: Place): string {
  const row = sheet.rows.find(({ id }) => id === place.row);
  const indicator = row ? cellText(row, 'level3') : '';
  const name = placeName(sheet, place);
  return indicator === '' || place.column === 'level3' ? name : `${name}\n（${indicator}）`;
}

/** The text that the problem is about, cut where it is long prose; empty for a whole row or sheet. */
function valueAt(sheet: Sheet, { row, column, field, range }: Place): string {
  if (field !== undefined) return passage(fieldText(sheet, field), range);
  const found = sheet.rows.find(({ id }) => id === row);
  return found && column !== undefined ? shortened(cellText(found, column)) : '';
}

function passage(text: string, range: Place['range']): string {
  return shortened(range ? text.slice(...range) : text);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_VALUE
    ? `${characters.slice(0, LONGEST_VALUE).join('')}…`
    : text;
}

/** What is wrong and what to do; of an accepted problem, why it was accepted, by whom and when. */
function advice(workbook: Workbook, { message, fixes, related, place, waived }: Problem): string {
  const others = related
    .map(({ sheet }) => sheet)
    .filter((sheet) => sheet !== undefined && sheet !== place.sheet)
    .flatMap((id) => findSheet(workbook, id) ?? []);
  const waiver = workbook.waivers.find(({ id }) => id === waived);
  return [
    message,
    ...fixes.map(({ label }) => `可${label}。`),
    ...(others.length > 0
      ? [`另见：${[...new Set(others.map(shortSheetName))].join('、')}。`]
      : []),
    ...(waiver ? [`豁免理由：${waiver.reason}（${waiver.by}，${waiver.at.slice(0, 10)}）`] : [])
  ].join('\n');
}
