import { CellSet } from '#lib/model/formula/cell-set.ts';
import { formulaNames } from '#lib/model/formula/sheet-names.ts';
import { resultKey } from '#lib/model/formula/results.ts';
import type { Note } from '#lib/model/note.ts';
import type { Skeleton } from '#lib/model/skeleton.ts';
import type { Row, Workbook } from '#lib/model/workbook.ts';
import type { CalculatedCell } from '../cells/cell-rows.ts';
import { referenceOf } from '../xlsx/cell-reference.ts';
import type { SheetOrigin } from '../paper/ledger.ts';
import type { CalculatingWorksheet, Calculations } from '../source.ts';
import { noteFormulas, type LeftFormula } from './formula-notes.ts';
import { regionsOf, type Region } from './regions.ts';
import { typedFormula, type TypedFormula } from './typed-formula.ts';

/** A formula on its way into a free sheet. */
interface Draft extends TypedFormula, Standing {
  readonly worksheet: string;
  /** Whether its value reads otherwise here. */
  readonly isOtherwise: boolean;
  /** As the file names its cell. */
  readonly left: Omit<LeftFormula, 'why'>;
}

/**
 * The workbook with the formulas of a spreadsheet that stand in free sheets, and what is said of them. One
 * is taken where it calls only functions that are offered, leads only to cells that were imported, and
 * reads there what it reads in the file: an amount that is shown rounded is another one here. Of the others
 * the value stays, and of those whose result would be shown otherwise here.
 * @param origins where the sheets stand in the file
 * @param carried of a file that was exported: its results were shown here before
 */
export function takeFormulas(
  workbook: Workbook,
  origins: readonly SheetOrigin[],
  calculations: Calculations,
  carried?: Skeleton
): { readonly workbook: Workbook; readonly notes: readonly Note[] } {
  const regions = regionsOf(workbook.sheets, origins, calculations);
  const names = formulaNames(workbook.sheets).nameOf;
  const where = { regions, nameOf: (sheet: string) => names.get(sheet) ?? null };
  const found: Found = { drafts: [], left: [], otherwise: new CellSet() };
  const wholeLines = wholeLinesOf(carried);
  const typedAt = ({ formula, alike }: CalculatedCell, standing: Standing | null) => {
    if (standing?.region.sheet.kind !== 'free') return 'not-free';
    if (!alike && !carried) return 'shown';
    const whole = wholeLines.has(standing.key);
    return typedFormula(formula ?? '', { ...where, region: standing.region, whole });
  };
  for (const worksheet of calculations.worksheets) {
    findFormulas(worksheet, regions, typedAt, found);
  }
  const { drafts, left, otherwise } = found;
  const taken = faithful(drafts, otherwise, left);
  return {
    workbook: withTexts(workbook, taken),
    notes: calculations.worksheets.flatMap(({ name, line }) => {
      const count = taken.filter(({ worksheet }) => worksheet === name).length;
      const others = left.filter(({ worksheet }) => worksheet === name);
      return noteFormulas(name, line, count, others);
    })
  };
}

/** What was found of formulas so far: those on their way, those that became values, cells that read otherwise. */
interface Found {
  readonly drafts: Draft[];
  readonly left: LeftFormula[];
  readonly otherwise: CellSet;
}

/** A cell of a worksheet in the sheet that it has become; places from 0. */
interface Standing {
  readonly region: Region;
  readonly row: number;
  readonly column: number;
  readonly key: string;
}

function findFormulas(
  worksheet: CalculatingWorksheet,
  regions: readonly Region[],
  typedAt: (cell: CalculatedCell, at: Standing | null) => TypedFormula | LeftFormula['why'],
  { drafts, left, otherwise }: Found
): void {
  const own = regions.filter((region) => region.worksheet === worksheet.name);
  for (const { number, cells } of worksheet.rows) {
    for (const { column, text, calculated } of cells) {
      if (!calculated) continue;
      const at = standingAt(own, number, column);
      const place = referenceOf({ row: number, column });
      const unread = { worksheet: worksheet.name, place, isBlank: text === '' };
      const typed = calculated.formula === null ? null : typedAt(calculated, at);
      const isOtherwise = calculated.otherwise;
      if (typeof typed === 'string') left.push({ ...unread, why: typed });
      if (at && typed !== null && typeof typed !== 'string') {
        drafts.push({ ...typed, ...at, worksheet: worksheet.name, isOtherwise, left: unread });
      } else if (at && isOtherwise) otherwise.add(at.region.sheet.id, at.row, at.column);
    }
  }
}

function standingAt(own: readonly Region[], number: number, place: number): Standing | null {
  for (const region of own) {
    const row = region.rows.get(number);
    const column = region.columns.get(place);
    if (row === undefined || column === undefined) continue;
    const { rows, columns } = region.sheet;
    return { region, row, column, key: resultKey(rows[row]!.id, columns[column]!.id) };
  }
  return null;
}

/** The cells of a file of ours whose formulas mean whole columns or rows. */
function wholeLinesOf(carried: Skeleton | undefined): ReadonlySet<string> {
  return new Set(
    (carried?.sheets ?? []).flatMap(({ wholeLines = [] }) =>
      wholeLines.map(([row, column]) => resultKey(row, column))
    )
  );
}

/** The drafts that read nothing that is otherwise here; the others stay values, and are left. */
function faithful(
  drafts: readonly Draft[],
  otherwise: CellSet,
  left: LeftFormula[]
): readonly Draft[] {
  let rest = drafts;
  for (;;) {
    const kept = rest.filter((draft) => {
      const reads = draft.reads.some((block) => otherwise.meets(block));
      if (reads) left.push({ ...draft.left, why: 'otherwise' });
      if (reads && draft.isOtherwise) otherwise.add(draft.region.sheet.id, draft.row, draft.column);
      return !reads;
    });
    if (kept.length === rest.length) return kept;
    // From the other end, so that a chain is followed at once whichever way it leads.
    rest = [...kept].reverse();
  }
}

function withTexts(workbook: Workbook, taken: readonly Draft[]): Workbook {
  if (taken.length === 0) return workbook;
  const texts = new Map<Row, Record<string, string>>();
  for (const { region, row, column, text } of taken) {
    const { rows, columns } = region.sheet;
    const own = texts.get(rows[row]!) ?? {};
    own[columns[column]!.id] = text;
    texts.set(rows[row]!, own);
  }
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => {
      const own = texts.get(row);
      return own ? { ...row, cells: { ...row.cells, ...own } } : row;
    })
  }));
  return { ...workbook, sheets };
}
