import { firstLevelOf, FORMS, measureOf, type Form } from '#lib/model/forms.ts';
import { plainOffer, type Offer } from '#lib/model/offer.ts';
import { cellText, type Row } from '#lib/model/workbook.ts';

/** The first levels of a form. */
export function firstLevelOffers(form: Form): readonly Offer[] {
  return form.levels.map(({ name }) => plainOffer(name));
}

/**
 * The second levels of a form that belong to the first level of a row; all of them where it has none that
 * the form knows. Taken in a row without one, they bring their first level along.
 */
export function secondLevelOffers(form: Form, row: Row): readonly Offer[] {
  const first = cellText(row, 'level1').trim();
  const known = form.levels.find(({ name }) => name === first) ?? alike(form, first);
  const second = known ? known.second : form.levels.flatMap((level) => level.second);
  return second.map((text) => {
    const level1 = firstLevelOf(form, text);
    return { ...plainOffer(text, known ? '' : level1), cells: { level1 } };
  });
}

/** A first level that means the same: 效果指标 for 效益指标; a second level of one form that is none here. */
function alike(form: Form, first: string): Form['levels'][number] | undefined {
  if (first === '') return undefined;
  const measure = measureOf('', first);
  if (measure !== null) return form.levels.find(({ name }) => measureOf('', name) === measure);
  const elsewhere = Object.values(FORMS).flatMap(({ levels }) => levels);
  const meant = elsewhere.find(({ name }) => name.slice(0, 2) === first.slice(0, 2));
  return form.levels.find(({ name }) => name === meant?.name);
}

/** What money is counted in. Hebei prints 万元. */
export const MONEY_UNITS: readonly string[] = ['万元', '元', '亿元'];
