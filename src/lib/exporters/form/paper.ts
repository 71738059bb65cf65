import { isNumbered } from '#lib/model/column-headings.ts';
import { coverLines } from '#lib/model/cover-lines.ts';
import { isUnitLine, MONEY_UNIT_LABEL, YEAR_LABEL } from '#lib/model/project-layout.ts';
import { fieldText, sheetName, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { paragraphsOf } from './paragraphs.ts';
import { projectForm } from './project-form.ts';
import { briefProse } from './brief-prose.ts';
import type { PrintedTable } from './printed-table.ts';
import { briefForm, disclosureForm, freeForm, isLandscape } from './table-form.ts';

/** A line of the 目录. */
export interface Heading {
  /** 1 is the outermost. */
  readonly level: number;
  readonly text: string;
  /** Unique in the paper; letters, digits and underscores. */
  readonly anchor: string;
}

/** One sheet as printed. */
export interface Part {
  readonly sheet: Sheet;
  /** The place of the sheet in the workbook, from 0. */
  readonly index: number;
  /** The headings that begin here; the last is the sheet's own. */
  readonly headings: readonly Heading[];
  readonly ownPage: boolean;
  readonly landscape: boolean;
  /** What stands above the sheet's own heading: the office of a brief. */
  readonly office: string;
  /** The prose of a text or a brief; the table of a brief is for formats that print tables only. */
  readonly paragraphs: readonly string[];
  /** What stands above the table at the left and the right; null where the form has no such line. */
  readonly headLine: readonly [left: string, right: string] | null;
  readonly table: PrintedTable | null;
  readonly note: string;
}

/** A workbook as the official form prints it. */
export interface Paper {
  readonly title: string;
  /** What the cover says below the title. */
  readonly coverLines: readonly string[];
  readonly parts: readonly Part[];
}

/** Lays a workbook out as the official form prints it, sheet by sheet. */
export function layOutPaper(workbook: Workbook): Paper {
  const { title, department, cover, sheets } = workbook;
  let count = 0;
  const anchor = () => `_Toc${String((count += 1)).padStart(6, '0')}`;
  return {
    title,
    coverLines: [...(department === '' ? [] : [`${department}编制`]), ...coverLines(cover)],
    parts: sheets.map((sheet, index) => {
      const headings = newHeadings(sheet, sheets[index - 1]?.path ?? []);
      return layOutPart(
        sheet,
        index,
        headings.map((heading) => ({ ...heading, anchor: anchor() }))
      );
    })
  };
}

function layOutPart(sheet: Sheet, index: number, headings: readonly Heading[]): Part {
  const table = tableOf(sheet);
  const [unit, note] = table && sheet.kind === 'free' ? splitNote(sheet.note) : ['', sheet.note];
  return {
    sheet,
    index,
    headings,
    ownPage: hasOwnPage(sheet) || beginsPart(headings, index),
    landscape: sheet.kind !== 'project' && isLandscape(sheet),
    office: sheet.kind === 'brief' ? fieldText(sheet, 'office') : '',
    paragraphs: proseOf(sheet),
    headLine: unit === '' ? headLineOf(sheet) : ['', unit],
    table,
    note
  };
}

/** The entries of the path that the sheet before is not under, and the sheet itself. */
function newHeadings(sheet: Sheet, above: readonly string[]): Omit<Heading, 'anchor'>[] {
  const { path } = sheet;
  const differs = path.findIndex((entry, index) => entry !== above[index]);
  const first = differs < 0 ? path.length : differs;
  return [...path, sheetName(sheet)]
    .map((text, index) => ({ level: index + 1, text }))
    .slice(first);
}

/** A free sheet keeps 单位：万元 in its note, first; it is printed above the table, the rest below. */
function splitNote(note: string): [unit: string, rest: string] {
  const [first = '', ...rest] = note.split('\n');
  return isUnitLine(first) ? [first, rest.join('\n')] : ['', note];
}

/** A new part of the paper begins on a page of its own; the first one follows the 目录 anyway. */
function beginsPart(headings: readonly Heading[], index: number): boolean {
  return index > 0 && headings.length > 1 && headings[0]!.level === 1;
}

/** Tables and statements have pages of their own, but for the small tables within an explanation. */
function hasOwnPage({ kind, form }: Sheet): boolean {
  return kind === 'project' || kind === 'brief' || (kind === 'disclosure' && isNumbered(form));
}

function proseOf(sheet: Sheet): string[] {
  switch (sheet.kind) {
    case 'text':
      return paragraphsOf(fieldText(sheet, 'body'));
    case 'brief':
      return briefProse(sheet);
    default:
      return [];
  }
}

function headLineOf(sheet: Sheet): [left: string, right: string] | null {
  if (sheet.kind !== 'project' && sheet.kind !== 'disclosure') return null;
  const unit = [fieldText(sheet, 'unitCode'), fieldText(sheet, 'unitName')];
  const year = sheet.kind === 'disclosure' ? fieldText(sheet, 'year') : '';
  const budgetYear = year === '' ? '' : `${YEAR_LABEL}${year}`;
  const moneyUnit = fieldText(sheet, 'moneyUnit');
  return [
    [...unit, budgetYear].filter((text) => text !== '').join('  '),
    moneyUnit === '' ? '' : `${MONEY_UNIT_LABEL}${moneyUnit}`
  ];
}

function tableOf(sheet: Sheet): PrintedTable | null {
  switch (sheet.kind) {
    case 'project':
      return projectForm(sheet);
    case 'brief':
      return briefForm(sheet);
    case 'disclosure':
      return isNumbered(sheet.form) || sheet.columns.length > 0 ? disclosureForm(sheet) : null;
    case 'free':
      return sheet.columns.length > 0 && sheet.rows.length > 0 ? freeForm(sheet) : null;
    case 'text':
      return null;
  }
}
