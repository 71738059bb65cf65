import { ownFieldTitle } from '#lib/model/own-field.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import type { Problem, Severity } from '#lib/model/problem.ts';
import { titledMessage } from '#lib/model/titled-message.ts';
import { findSheet, type Workbook } from '#lib/model/workbook.ts';
import type { ProblemGroup } from './groups.ts';

/** A list of problems as text, for a message to whoever mends them; `names` are those of severities. */
export function listAsText(
  workbook: Workbook,
  groups: readonly ProblemGroup[],
  names: Readonly<Record<Severity, string>>
): string {
  return groups
    .map(({ name, sheet, cells }) => {
      const lines = cells.flat().map((problem, at) => {
        const text = problemAsText(workbook, problem, names, sheet === undefined);
        return `${at + 1}. ${text}`;
      });
      return [name, ...lines].join('\n');
    })
    .join('\n\n');
}

/** One problem as a line of text, with the name of its sheet where that is asked for. */
export function problemAsText(
  workbook: Workbook,
  problem: Problem,
  names: Readonly<Record<Severity, string>>,
  withSheet: boolean
): string {
  const { place, severity } = problem;
  const sheet = findSheet(workbook, place.sheet);
  const where = sheet ? placeName(sheet, place) : ownFieldTitle(place.field);
  const name = sheet && withSheet ? `${shortSheetName(sheet)} ` : '';
  return `【${names[severity]}】${name}${where}：${titledMessage(problem)}`;
}
