import { PROJECT_TABLE_FIELDS } from '#lib/model/fields.ts';
import type { Place } from '#lib/model/workbook.ts';

/** The view of all indicators of the workbook in one grid, 指标总表. */
export const ALL_INDICATORS = 'all-indicators';

/** The view of all projects of the workbook, a row for each, 项目总表. */
export const ALL_PROJECTS = 'all-projects';

/** Whether what is shown is no sheet but a grid over all projects. */
export function isOverview(shown: string): boolean {
  return shown === ALL_INDICATORS || shown === ALL_PROJECTS;
}

/** Whether a place has a cell in the grid over all projects that is shown. */
export function isInOverview(shown: string, { row, field }: Place): boolean {
  if (row !== undefined) return shown === ALL_INDICATORS;
  return shown === ALL_PROJECTS && PROJECT_TABLE_FIELDS.some((id) => id === field);
}
