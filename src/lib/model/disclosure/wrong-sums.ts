import { remember } from '../remember.ts';
import type { Sheet } from '../workbook.ts';
import { wrongAssetSums } from './asset-sums.ts';
import { wrongBalanceSums } from './balance-sums.ts';
import { wrongRowSums } from './row-sums.ts';
import { wrongSubjectSums } from './subject-sums.ts';
import { wrongThreePublicSums } from './three-public-sums.ts';
import type { WrongSum } from './wrong-sum.ts';

/**
 * The cells of a disclosure table that are sums and do not agree with their parts; each once, first by what
 * stands below it, then by what stands beside it.
 */
export const wrongSumsOf = remember((sheet: Sheet): readonly WrongSum[] => {
  if (sheet.kind !== 'disclosure') return [];
  const sides = wrongBalanceSums(sheet).flatMap(({ lists, total }) => [...lists, ...total]);
  const found = [
    ...wrongSubjectSums(sheet),
    ...wrongThreePublicSums(sheet),
    ...wrongAssetSums(sheet),
    ...sides,
    ...wrongRowSums(sheet)
  ];
  const first = new Map<string, WrongSum>();
  for (const sum of found) {
    const cell = `${sum.row.id}/${sum.column}`;
    if (!first.has(cell)) first.set(cell, sum);
  }
  return [...first.values()];
});
