import { measureOf, type Measure } from '#lib/model/forms.ts';
import { remember } from '#lib/model/remember.ts';
import { readTarget } from '#lib/model/target.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';

/** What a sheet has in its cells, each with how often. */
interface Used {
  readonly bases: ReadonlyMap<string, number>;
  /** The units of targets by what they measure. */
  readonly units: ReadonlyMap<Measure | null, ReadonlyMap<string, number>>;
}

const usedIn = remember((sheet: Sheet): Used => {
  const bases = new Map<string, number>();
  const units = new Map<Measure | null, Map<string, number>>();
  for (const row of sheet.rows) {
    const basis = cellText(row, 'basis').trim();
    if (basis !== '') bases.set(basis, (bases.get(basis) ?? 0) + 1);
    const unit = readTarget(cellText(row, 'target'))?.unit ?? '';
    if (unit === '' || unit.length > 6) continue;
    const measure = measureOf(cellText(row, 'level1'), cellText(row, 'level2'));
    const counts = units.get(measure) ?? new Map<string, number>();
    units.set(measure, counts.set(unit, (counts.get(unit) ?? 0) + 1));
  }
  return { bases, units };
});

/** The bases that the indicators of some sheets have, the most used first, each with how often. */
export function usedBases(sheets: readonly Sheet[]): readonly (readonly [string, number])[] {
  return byUse(projects(sheets).map((sheet) => usedIn(sheet).bases));
}

/** The units that targets of a measure have in some sheets, the most used first. */
export function usedUnits(sheets: readonly Sheet[], measure: Measure | null): readonly string[] {
  const counts = projects(sheets).flatMap((sheet) => usedIn(sheet).units.get(measure) ?? []);
  return byUse(counts).map(([unit]) => unit);
}

function projects(sheets: readonly Sheet[]): readonly Sheet[] {
  return sheets.filter(({ kind }) => kind === 'project');
}

function byUse(counts: readonly ReadonlyMap<string, number>[]): (readonly [string, number])[] {
  const all = new Map<string, number>();
  for (const one of counts) {
    for (const [text, count] of one) all.set(text, (all.get(text) ?? 0) + count);
  }
  return [...all].sort((a, b) => b[1] - a[1]);
}
