import { classificationOf } from '#lib/model/disclosure/subject-sums.ts';
import { FORMS } from '#lib/model/forms.ts';
import { filterOffers, plainOffer, type Offer } from '#lib/model/offer.ts';
import { findSheet, type Place, type Row, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { basisOffers } from './basis-offers.ts';
import { firstLevelOffers, MONEY_UNITS, secondLevelOffers } from './form-offers.ts';
import type { IndicatorIndex } from './indicator-index.ts';
import { indicatorOffers } from './indicator-offers.ts';
import { subjectOffers } from './subject-offers.ts';
import { targetOffers } from './target-offers.ts';
import { usedUnits } from './used-texts.ts';

/**
 * What can be written into a cell, the best first. `typed` is what stands there so far; with `all` a list
 * that the form gives is not narrowed by it.
 */
export function offersAt(
  workbook: Workbook,
  cell: Place,
  typed: string,
  all: boolean,
  others: IndicatorIndex | null
): readonly Offer[] {
  if (cell.column === 'moneyUnit') {
    const units = MONEY_UNITS.map((unit) => plainOffer(unit));
    return all ? units : filterOffers(units, typed);
  }
  const sheet = findSheet(workbook, cell.sheet);
  const row = sheet?.rows.find(({ id }) => id === cell.row);
  if (!sheet || !row || cell.column === undefined) return [];
  if (sheet.kind === 'disclosure')
    return ofDisclosure(workbook, sheet, row, cell.column, typed, all);
  const form = FORMS[workbook.form];
  const narrowed = (offers: readonly Offer[]) => (all ? offers : filterOffers(offers, typed));
  switch (cell.column) {
    case 'level1':
      return narrowed(firstLevelOffers(form));
    case 'level2':
      return narrowed(secondLevelOffers(form, row));
    case 'level3':
      return indicatorOffers(workbook, row, all ? '' : typed, others);
    case 'target':
      return targetOffers(row, typed, (measure) => usedUnits(workbook.sheets, measure));
    case 'basis':
      return narrowed(basisOffers(workbook));
    default:
      return [];
  }
}

function ofDisclosure(
  workbook: Workbook,
  { form }: Sheet,
  row: Row,
  column: string,
  typed: string,
  all: boolean
): readonly Offer[] {
  const classification = classificationOf(form);
  if (classification === null || (column !== 'code' && column !== 'name')) return [];
  return subjectOffers(workbook, classification, row, column, all ? '' : typed);
}
