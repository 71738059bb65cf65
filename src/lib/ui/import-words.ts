import type { Note } from '#lib/model/note.ts';
import type { SheetKind, Workbook } from '#lib/model/workbook.ts';
import type { ImportJob, ImportQueue } from '#lib/workspace/importing.svelte.ts';

/** What was found in a paper: 3 张表、18 行指标，2 处已修复，1 处没有归位. */
export function findings(workbook: Workbook, notes: readonly Note[]): string {
  const indicators = indicatorCount(workbook);
  const count = (kind: Note['kind']) => notes.filter((note) => note.kind === kind).length;
  return [
    `${workbook.sheets.length} 张表${indicators > 0 ? `、${indicators} 行指标` : ''}`,
    `${count('repaired')} 处已修复`,
    `${count('unplaced')} 处没有归位`
  ].join('，');
}

/** Where a file stands on its way in. */
export function stateOf({ result, reading }: ImportJob): string {
  if (result === null) return reading ? '读取中' : '等待';
  if (!result.ok) return result.sentence;
  return `读好了：${findings(result.workbook, result.notes)}`;
}

const KIND_COUNTS: readonly (readonly [kind: SheetKind, unit: string])[] = [
  ['text', '段正文'],
  ['brief', '个项目说明'],
  ['disclosure', '张预算公开表'],
  ['free', '张自由表']
];

/** The sheets beside the projects by kind, as far as there are any: 3 段正文. */
export function otherSheets({ sheets }: Workbook): readonly { count: number; unit: string }[] {
  return KIND_COUNTS.map(([kind, unit]) => ({
    count: sheets.filter((sheet) => sheet.kind === kind).length,
    unit
  })).filter(({ count, unit }) => count > 0 || unit === '段正文');
}

/** How many indicators all projects of a workbook have. */
export function indicatorCount({ sheets }: Workbook): number {
  const projects = sheets.filter(({ kind }) => kind === 'project');
  return projects.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** How far the reading of several files is: 读好 3 个，不能导入 1 个，还有 2 个. */
export function progressOf({ jobs, ready, pending }: ImportQueue): string {
  const refused = jobs.length - ready.length - pending.length;
  return [
    `读好 ${ready.length} 个`,
    refused > 0 && `不能导入 ${refused} 个`,
    pending.length > 0 && `还有 ${pending.length} 个`
  ]
    .filter(Boolean)
    .join('，');
}
