import { matchOf, type Offer } from '#lib/model/offer.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import type { IndicatorIndex, KnownIndicator } from './indicator-index.ts';
import { indicatorsIn } from './kept-indicators.ts';

/** More would be a list to read and not one to choose from. */
const MOST = 8;

/** The indicators of a sheet, and all their names in one text: few sheets have every character of what is typed. */
const ofSheet = remember((sheet: Sheet) => {
  const indicators: readonly KnownIndicator[] = indicatorsIn(sheet).map((one) => ({
    ...one,
    year: null,
    uses: 1,
    lastYear: false
  }));
  return { indicators, names: indicators.map(({ level3 }) => level3).join('\n') };
});

/**
 * Indicators whose names contain what was typed: of this workbook, whose rows come as they stand now, and
 * of the others on the device. Those of last year's workbook of the unit come first, then those with the
 * second level of the row, then what is used most.
 */
export function indicatorOffers(
  { sheets }: Pick<Workbook, 'sheets'>,
  row: Row,
  typed: string,
  others: IndicatorIndex | null
): readonly Offer[] {
  const text = typed.trim();
  const level2 = cellText(row, 'level2');
  const found = new Map<string, { readonly indicator: KnownIndicator; readonly order: number }>();
  const add = (indicator: KnownIndicator, isHere: boolean) => {
    const match = matchOf(indicator.level3, text);
    if (match === null || indicator.level3 === text) return;
    const key = `${indicator.level2}\n${indicator.level3}`;
    if (found.has(key)) return;
    const order =
      (indicator.lastYear ? 0 : 100) +
      match * 20 +
      (level2 === '' || indicator.level2 === level2 ? 0 : 10) +
      (isHere ? 0 : 5) -
      Math.min(4, Math.log2(indicator.uses));
    found.set(key, { indicator, order });
  };
  for (const indicator of others?.search(text) ?? []) add(indicator, false);
  const characters = [...new Set(text)];
  for (const sheet of sheets) {
    if (sheet.kind !== 'project') continue;
    const { indicators, names } = ofSheet(sheet);
    if (!characters.every((character) => names.includes(character))) continue;
    for (const indicator of indicators) add(indicator, true);
  }
  return [...found.values()]
    .sort((a, b) => a.order - b.order)
    .slice(0, MOST)
    .map(({ indicator }) => offerOf(indicator));
}

function offerOf({ level1, level2, level3, project, year, ...rest }: KnownIndicator): Offer {
  const levels = [level1, level2].map((level) => level.replace(/指标$/, '')).join('/');
  const { description, target, basis } = rest;
  return {
    text: level3,
    detail: [levels, target].filter((part) => part !== '' && part !== '/').join(' · '),
    from: [project, year === null ? '本工作簿' : `${year}年`].filter(Boolean).join(' · '),
    cells: { level1, level2, description, target, basis },
    unfinished: false
  };
}
