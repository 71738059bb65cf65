import { cellText, fieldText, type Row, type Sheet } from '#lib/model/workbook.ts';

/** One line of a grid: a row, and the sheet it stands in. */
export interface Line {
  readonly row: Row;
  /** The id of the sheet. */
  readonly sheet: string;
  /** The project that the sheet is about. */
  readonly project: string;
  /** Whether the first level is the same as in the line above: printed once per run. */
  readonly continues: boolean;
}

/** A column of a grid. `project` shows the sheet's name and cannot be edited. */
export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** Share of the width that is left over, and the least width in pixels. */
  readonly share: number;
  readonly least: number;
}

/** The column that names the sheet of a line, in a grid over several sheets. */
export const PROJECT_COLUMN = 'project';

/** The six columns of the official form, wide enough for what they hold. */
export const FORM_COLUMNS: readonly GridColumn[] = [
  { id: 'level1', title: '一级指标', share: 0, least: 88 },
  { id: 'level2', title: '二级指标', share: 1, least: 100 },
  { id: 'level3', title: '三级指标', share: 4, least: 108 },
  { id: 'description', title: '绩效指标描述', share: 5, least: 114 },
  { id: 'target', title: '指标值', share: 2, least: 104 },
  { id: 'basis', title: '指标值确定依据', share: 3, least: 114 }
];

/** The same, a little narrower, with the project in front. */
export const ALL_COLUMNS: readonly GridColumn[] = [
  { id: PROJECT_COLUMN, title: '项目', share: 3, least: 96 },
  ...FORM_COLUMNS.map((column) => ({ ...column, least: Math.max(88, column.least - 9) }))
];

/** The lines of some sheets, one below the other. What has not changed is taken from `before`. */
export function linesOf(sheets: readonly Sheet[], before: readonly Line[] = []): readonly Line[] {
  const lines: Line[] = [];
  for (const sheet of sheets) {
    const project = projectOf(sheet);
    let above: string | null = null;
    for (const row of sheet.rows) {
      const level1 = cellText(row, 'level1');
      const continues = level1 !== '' && level1 === above;
      above = level1;
      const old = before[lines.length];
      const same =
        old?.row === row &&
        old.continues === continues &&
        old.sheet === sheet.id &&
        old.project === project;
      lines.push(same ? old : { row, sheet: sheet.id, project, continues });
    }
  }
  return lines;
}

/** The text that a line shows in a column. */
export function lineText({ project, row }: Line, column: string): string {
  return column === PROJECT_COLUMN ? project : cellText(row, column);
}

/** The ids of the rows of some lines. */
export function idsOf(lines: readonly Line[]): string[] {
  return lines.map(({ row }) => row.id);
}

/** Whether two lists are lines of the same rows in the same order, whatever stands in them. */
export function sameRows(before: readonly Line[], after: readonly Line[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ row }, at) => row === after[at]!.row || row.id === after[at]!.row.id)
  );
}

function projectOf(sheet: Sheet): string {
  return fieldText(sheet, 'projectName') || sheet.title.replace(/绩效目标表$/, '');
}
