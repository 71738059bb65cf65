import { fieldText, sheetName, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { projectForm } from './project-form.ts';
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
  /** The headings that begin here; the last is the sheet's own. */
  readonly headings: readonly Heading[];
  readonly ownPage: boolean;
  readonly landscape: boolean;
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
  const { title, department, sheets } = workbook;
  let count = 0;
  const anchor = () => `_Toc${String((count += 1)).padStart(6, '0')}`;
  return {
    title,
    coverLines: department === '' ? [] : [`${department}编制`],
    parts: sheets.map((sheet, index) => {
      const headings = newHeadings(sheet, sheets[index - 1]?.path ?? []);
      return layOutPart(
        sheet,
        headings.map((heading) => ({ ...heading, anchor: anchor() }))
      );
    })
  };
}

/** The lines of a text, each a paragraph when printed; none where the text is empty. */
export function paragraphsOf(text: string): string[] {
  return text === '' ? [] : text.split(/\r\n|\r|\n/);
}

function layOutPart(sheet: Sheet, headings: readonly Heading[]): Part {
  return {
    sheet,
    headings,
    ownPage: sheet.kind === 'project' || sheet.kind === 'disclosure',
    landscape: sheet.kind !== 'project' && isLandscape(sheet),
    paragraphs: sheet.kind === 'text' ? paragraphsOf(fieldText(sheet, 'body')) : [],
    headLine: headLineOf(sheet),
    table: tableOf(sheet),
    note: sheet.note
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

function headLineOf(sheet: Sheet): [left: string, right: string] | null {
  if (sheet.kind !== 'project' && sheet.kind !== 'disclosure') return null;
  const unit = [fieldText(sheet, 'unitCode'), fieldText(sheet, 'unitName')];
  const year = sheet.kind === 'disclosure' ? fieldText(sheet, 'year') : '';
  const moneyUnit = fieldText(sheet, 'moneyUnit');
  return [
    [...unit, year].filter((text) => text !== '').join('  '),
    moneyUnit === '' ? '' : `单位：${moneyUnit}`
  ];
}

function tableOf(sheet: Sheet): PrintedTable | null {
  switch (sheet.kind) {
    case 'project':
      return projectForm(sheet);
    case 'brief':
      return briefForm(sheet);
    case 'disclosure':
      return disclosureForm(sheet);
    case 'free':
      return sheet.columns.length > 0 && sheet.rows.length > 0 ? freeForm(sheet) : null;
    case 'text':
      return null;
  }
}
