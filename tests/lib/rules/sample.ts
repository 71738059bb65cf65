import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { FormName, Workbook } from '#lib/model/workbook.ts';

/** A case of a sample file: a workbook in short, and what one rule finds in it. */
export interface Sample {
  readonly says: string;
  /** 2015 where it does not matter. */
  readonly form?: FormName;
  readonly sheets: readonly {
    readonly title?: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly rows?: readonly Readonly<Record<string, string>>[];
  }[];
  /** Severity and place: `error s1 r2 target`, where sheets and rows are counted from 1. */
  readonly finds: readonly string[];
  /** Some of the values of the first finding. */
  readonly values?: Readonly<Record<string, string>>;
  /** What the first fix of the first finding makes of the cell, or of the four dates of the plan. */
  readonly fixed?: string | readonly string[];
}

/** The workbook of a sample, of the year 2024, with ids that can be read: s1, s1r2. */
export function workbookOf({ form = '2015', sheets }: Sample): Workbook {
  return createWorkbook({
    form,
    year: 2024,
    sheets: sheets.map(({ title, fields = {}, rows = [] }, at) =>
      createSheet('project', {
        id: `s${at + 1}`,
        title: title ?? `表${at + 1}`,
        fields,
        rows: rows.map((cells, row) => createRow(cells, `s${at + 1}r${row + 1}`))
      })
    )
  });
}

/** A problem as samples write it. */
export function inShort({ severity, place }: Problem): string {
  const row = place.row?.slice(place.sheet?.length);
  return [severity, place.sheet, row, place.column, place.field].filter(Boolean).join(' ');
}
