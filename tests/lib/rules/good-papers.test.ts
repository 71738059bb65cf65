import { describe, expect, it } from 'vitest';
import { check } from '#lib/rules/check.ts';
import { GOOD_INDICATORS } from './good-indicators.ts';
import { GOOD_PROSE } from './good-prose.ts';
import { workbookOf, type SampleSheet } from './sample.ts';

/** What rules say of a sheet of 2024 as errors and warnings. */
function alarmsAt(sheet: SampleSheet) {
  const workbook = { title: '青泉县水务局2024年部门预算绩效文本', department: '青泉县水务局' };
  return check(workbookOf({ says: '', workbook, sheets: [sheet], finds: [] }))
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, message, place }) => ({ code, message, place }));
}

describe('a well-written paper stays clean', () => {
  it.each(GOOD_INDICATORS)('%s %s', (level2, level3, description, target, basis) => {
    const alarms = alarmsAt({ rows: [{ level2, level3, description, target, basis }] });
    // What one row lacks for a whole table is no fault of the row.
    expect(alarms.filter(({ place }) => place.row !== undefined)).toEqual([]);
  });

  it.each(GOOD_PROSE.map((sheet) => [sheet.title, sheet] as const))('%s', (_, sheet) => {
    expect(alarmsAt(sheet)).toEqual([]);
  });
});
