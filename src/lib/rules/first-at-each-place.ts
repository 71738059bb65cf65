import type { Finding } from './rule.ts';

/** The findings without later ones at the same place: one cell is told once by one rule. */
export function firstAtEachPlace(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ place: { sheet, row, column, field, range } }) => {
    const key = [sheet, row, column, field, range?.join('-')].join(' ');
    return seen.size < seen.add(key).size;
  });
}
