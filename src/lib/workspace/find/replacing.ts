import type { Change, Edit } from '#lib/model/edit.ts';
import { COVER_FIELDS, ownFieldText } from '#lib/model/own-field.ts';
import { projectName, renamedProject } from '#lib/model/project-name.ts';
import { cellText, fieldText, findSheet, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import type { Range } from './pattern.ts';
import type { Match } from './search.ts';
import { textKey } from './text-key.ts';

/** What was found, replaced. */
export interface Replacing {
  readonly edit: Edit;
  /** How many matches it replaces. */
  readonly count: number;
}

/**
 * The edit that writes `by` in place of what was found, taken as it is typed. Left out are texts that have
 * changed since the search, or that stay the same, and a title that nothing would be left of.
 */
export function replacingOf(workbook: Workbook, matches: readonly Match[], by: string): Replacing {
  const lines = new Map(
    workbook.sheets.flatMap(({ rows }) => rows.map(({ id }, at) => [id, at] as const))
  );
  const changes: Change[] = [];
  let count = 0;
  for (const group of byText(matches)) {
    const found = changesOf(workbook, lines, group, by);
    if (found.length > 0) count += group.length;
    changes.push(...found);
  }
  const label = count === 1 ? `替换为“${by}”` : `替换 ${count} 处为“${by}”`;
  return { edit: { label, changes }, count };
}

/** Passages of one text are replaced together: each would move those behind it. */
function byText(matches: readonly Match[]): readonly (readonly Match[])[] {
  const groups = new Map<string, Match[]>();
  for (const match of matches) {
    const key = textKey(match);
    const group = groups.get(key);
    if (group) group.push(match);
    else groups.set(key, [match]);
  }
  return [...groups.values()];
}

/** `lines` are the places of all rows in their sheets. */
function changesOf(
  workbook: Workbook,
  lines: ReadonlyMap<string, number>,
  matches: readonly Match[],
  by: string
): readonly Change[] {
  const [first] = matches;
  const { place, property } = first!;
  const line = lines.get(place.row ?? '') ?? -1;
  if (textAt(workbook, first!, line) !== first!.text) return [];
  const ranges = matches.flatMap((match) => match.ranges);
  const written = withRanges(first!.text, ranges, by);
  const cover = COVER_FIELDS.find((own) => place.sheet === undefined && own === place.field);
  const isTitle = property === 'title' || cover === 'title';
  const text = isTitle ? written.trim() : written;
  if (text === first!.text || (isTitle && text === '')) return [];
  if (cover) return [{ do: 'workbook', property: cover, text }];
  const sheet = findSheet(workbook, place.sheet);
  if (!sheet) return [];
  if (property === 'name') return renamedProject(sheet, text);
  if (property !== null) return [{ do: 'sheet', sheet: sheet.id, property, text }];
  const { column, field } = place;
  if (field !== undefined) return [{ do: 'field', sheet: sheet.id, field, text }];
  if (column === undefined) return [];
  return rowsOf(sheet, first!, line).map((row) => ({ do: 'cell', row, column, text }));
}

function textAt(workbook: Workbook, { place, property }: Match, line: number): string | undefined {
  if (place.sheet === undefined) return ownFieldText(workbook, place.field);
  const sheet = findSheet(workbook, place.sheet);
  if (!sheet) return undefined;
  if (property === 'name') return projectName(sheet);
  if (property !== null) return sheet[property];
  if (place.field !== undefined) return fieldText(sheet, place.field);
  const row = sheet.rows[line];
  return row && cellText(row, place.column ?? '');
}

/** The row of a cell; of a first level all rows of its run, which is shown as one merged cell. */
function rowsOf({ rows }: Sheet, { place, text }: Match, line: number): readonly string[] {
  const after = rows.findIndex(
    (row, at) => at > line && (place.column !== 'level1' || cellText(row, 'level1') !== text)
  );
  return rows.slice(line, after < 0 ? rows.length : after).map(({ id }) => id);
}

function withRanges(text: string, ranges: readonly Range[], by: string): string {
  const kept = ranges.map(([from], at) => text.slice(at === 0 ? 0 : ranges[at - 1]![1], from));
  return [...kept, text.slice(ranges.at(-1)?.[1] ?? 0)].join(by);
}
