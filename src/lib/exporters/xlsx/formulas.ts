import { CellSet } from '#lib/model/formula/cell-set.ts';
import { isFormulaIn } from '#lib/model/formula/in-workbook.ts';
import { placesIn } from '#lib/model/formula/places.ts';
import { resultKey, type Results } from '#lib/model/formula/results.ts';
import type { CarriedCell } from '#lib/model/skeleton.ts';
import { cellText, type Workbook } from '#lib/model/workbook.ts';
import { fileFormula, type FileFormula } from './file-formula.ts';
import { heldInput, heldResult, isHeldAsRead } from './held-value.ts';
import type { Page, PageCell } from './page.ts';
import { placesOnPages, type SheetPlaces } from './sheet-places.ts';

/** A formula on its way into the file, and where it stands in its sheet, from 0. */
interface Draft extends FileFormula {
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The pages of a file with formulas, and which of these mean whole columns or rows. */
export interface CalculatingPages {
  readonly pages: readonly Page[];
  /** By the ids of sheets. */
  readonly wholeLines: ReadonlyMap<string, readonly CarriedCell[]>;
}

/**
 * The pages with the formulas of free sheets, so that Excel goes on calculating, each beside what it came
 * to. A formula stays the value that it came to where `fileFormula` finds no way for it, and where it reads a
 * cell that the file holds otherwise than formulas read it here: an amount in full-width digits, a cell
 * that is merged into the one above, another formula that stays a value. In sheets that formulas read,
 * percents and days are numbers too, shown as they were typed.
 * @param pages of the workbook with its results in place, under the names that the file gives them
 * @param workbook as it was typed
 */
export function withFormulas(
  pages: readonly Page[],
  workbook: Workbook,
  results: Results
): CalculatingPages {
  if (results.size === 0) return { pages, wholeLines: new Map() };
  const file = placesOnPages(pages);
  const drafts = draftsOf(workbook, results, file);
  const read = new Set(drafts.flatMap(({ reads }) => reads.map(({ sheet }) => sheet)));
  const written = faithful(drafts, otherwiseHeld(workbook, read, drafts, file));
  const formulas = new Map(written.map(({ key, text }) => [key, text]));
  const calculating = (cell: PageCell, sheet: string): PageCell => {
    const { source, text } = cell;
    if (source === null) return cell;
    const key = 'rows' in source ? resultKey(source.rows[0] ?? '', source.column) : '';
    const formula = formulas.get(key);
    if (formula !== undefined) return { ...cell, formula, held: heldResult(text, `=${formula}`) };
    return read.has(sheet) ? { ...cell, held: heldInput(text) } : cell;
  };
  return {
    pages: pages.map((page) => {
      const sheet = page.begins[0]?.part.sheet.id ?? '';
      if (!file.has(sheet)) return page;
      const rows = page.rows.map((cells) => cells.map((cell) => calculating(cell, sheet)));
      return { ...page, rows };
    }),
    wholeLines: wholeLinesOf(workbook, written)
  };
}

function wholeLinesOf(
  { sheets }: Workbook,
  written: readonly Draft[]
): CalculatingPages['wholeLines'] {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const found = new Map<string, CarriedCell[]>();
  for (const { sheet, row, column, whole } of written) {
    const { rows, columns } = byId.get(sheet)!;
    if (!whole) continue;
    found.set(sheet, [...(found.get(sheet) ?? []), [rows[row]!.id, columns[column]!.id]]);
  }
  return found;
}

function draftsOf(
  workbook: Workbook,
  results: Results,
  file: ReadonlyMap<string, SheetPlaces>
): readonly Draft[] {
  const places = placesIn(workbook);
  return workbook.sheets.flatMap(({ id: sheet, kind, columns, rows }) =>
    rows.flatMap((line, row) =>
      columns.flatMap(({ id }, column): readonly Draft[] => {
        const text = cellText(line, id);
        const key = resultKey(line.id, id);
        if (!isFormulaIn(kind, text) || !heldResult(results.get(key) ?? '#', text)) return [];
        const formula = fileFormula(text, sheet, places, file);
        return formula ? [{ ...formula, key, sheet, row, column }] : [];
      })
    )
  );
}

/** The cells of some sheets that formulas in the file would read otherwise than here. */
function otherwiseHeld(
  workbook: Workbook,
  sheets: ReadonlySet<string>,
  drafts: readonly Draft[],
  file: ReadonlyMap<string, SheetPlaces>
): CellSet {
  const drafted = new Set(drafts.map(({ key }) => key));
  const cells = new CellSet();
  for (const { id: sheet, kind, columns, rows } of workbook.sheets) {
    if (!sheets.has(sheet)) continue;
    const covered = file.get(sheet)?.covered;
    rows.forEach((line, row) =>
      columns.forEach(({ id }, column) => {
        const text = cellText(line, id);
        const key = resultKey(line.id, id);
        const alike = isFormulaIn(kind, text) ? drafted.has(key) : isHeldAsRead(text);
        if (!alike || covered?.has(key)) cells.add(sheet, row, column);
      })
    );
  }
  return cells;
}

/** The drafts that read nothing but what the file holds as it is read here; the others join `otherwise`. */
function faithful(drafts: readonly Draft[], otherwise: CellSet): readonly Draft[] {
  let left = drafts;
  for (;;) {
    const kept = left.filter((draft) => {
      const reads = draft.reads.some((block) => otherwise.meets(block));
      if (reads) otherwise.add(draft.sheet, draft.row, draft.column);
      return !reads;
    });
    if (kept.length === left.length) return kept;
    // From the other end, so that a chain is followed at once whichever way it leads.
    left = [...kept].reverse();
  }
}
