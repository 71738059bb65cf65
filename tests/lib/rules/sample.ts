import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { disclosureColumns } from '#lib/model/disclosure-forms.ts';
import { columnsOf } from '#lib/model/fields.ts';
import { ownFieldText } from '#lib/model/own-field.ts';
import type { Problem } from '#lib/model/problem.ts';
import {
  fieldText,
  findSheet,
  type Column,
  type FormName,
  type Place,
  type Sheet,
  type SheetKind,
  type Workbook
} from '#lib/model/workbook.ts';

/** A sheet of a sample in short: a project sheet where it does not say. */
export interface SampleSheet {
  readonly kind?: SheetKind;
  /** Of a disclosure sheet, which has the columns of its form. */
  readonly form?: string;
  readonly title?: string;
  readonly number?: string;
  readonly path?: readonly string[];
  readonly note?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly rows?: readonly Readonly<Record<string, string>>[];
}

/** A case of a sample file: a workbook in short, and what one rule finds in it. */
export interface Sample {
  readonly says: string;
  /** 2015 where it does not matter. */
  readonly form?: FormName;
  /** What the workbook is called, where, and whose it is, its cover and its 目录, where it matters. */
  readonly workbook?: Partial<
    Pick<Workbook, 'title' | 'year' | 'region' | 'department' | 'cover' | 'contents'>
  >;
  readonly sheets: readonly SampleSheet[];
  /**
   * Severity and place: `error s1 r2 target`, where sheets and rows are counted from 1. Characters of
   * a field are quoted: `error s1 body “2万”`. A property of the workbook stands alone: `info cover`.
   */
  readonly finds: readonly string[];
  /** Some of the values of the first finding. */
  readonly values?: Readonly<Record<string, string>>;
  /**
   * What the first fix of the first finding makes of the cell, the field, or the four dates of the
   * plan; of a finding about a sheet, the second levels of its rows; of one about a property of the
   * workbook, the text that stands for it.
   */
  readonly fixed?: string | readonly string[];
}

/** The workbook of a sample, of the year 2024, with ids that can be read: s1, s1r2. */
export function workbookOf({ form = '2015', workbook, sheets }: Sample): Workbook {
  return createWorkbook({ form, year: 2024, ...workbook, sheets: sheets.map(sheetOf) });
}

function sheetOf(given: SampleSheet, at: number): Sheet {
  const { kind = 'project', form = '', rows = [], title = `表${at + 1}`, ...others } = given;
  const id = `s${at + 1}`;
  return createSheet(kind, {
    ...others,
    id,
    form,
    title,
    columns: columnsFor(given),
    rows: rows.map((cells, row) => createRow(cells, `${id}r${row + 1}`))
  });
}

/** The columns of a free sheet are those that its rows fill. */
function columnsFor({ kind = 'project', form = '', rows = [] }: SampleSheet): readonly Column[] {
  if (kind === 'disclosure') return disclosureColumns(form);
  if (kind !== 'free') return columnsOf(kind);
  const ids = [...new Set(rows.flatMap((cells) => Object.keys(cells)))].sort();
  return ids.map((id) => ({ id, title: '' }));
}

/** A problem as samples write it; the characters that it marks are quoted from `workbook`. */
export function inShort({ severity, place }: Problem, workbook?: Workbook): string {
  const row = place.row?.slice(place.sheet?.length);
  const marked =
    workbook && place.range ? `“${textAt(workbook, place).slice(...place.range)}”` : '';
  return [severity, place.sheet, row, place.column, place.field, marked].filter(Boolean).join(' ');
}

/** The text of the field that a place names, of its sheet or of the workbook. */
function textAt(workbook: Workbook, { sheet, field = '' }: Place): string {
  const found = findSheet(workbook, sheet);
  return found ? fieldText(found, field) : ownFieldText(workbook, field);
}
