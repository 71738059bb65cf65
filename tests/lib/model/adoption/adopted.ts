import { planAdoption, type Adoption } from '#lib/model/adoption/adoption.ts';
import { arrivalsOf, type Arrival } from '#lib/model/adoption/arrivals.ts';
import type { ArrivalChoice } from '#lib/model/adoption/decision.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** How imported workbooks are taken into an open one, by what is chosen for each of their sheets. */
export const plan = (
  open: Workbook,
  imported: readonly Workbook[],
  choose: (arrival: Arrival) => ArrivalChoice | undefined = () => undefined
): Adoption => {
  const arrivals = arrivalsOf(open, imported, countingIds('new'));
  const choices = arrivals.flatMap((arrival): [Arrival, ArrivalChoice][] => {
    const choice = choose(arrival);
    return choice ? [[arrival, choice]] : [];
  });
  return planAdoption(open, arrivals, new Map(choices));
};

/** The open workbook with what was imported taken in. */
export const adopted = (...given: Parameters<typeof plan>): Workbook =>
  applyEdit(given[0], plan(...given).edit);
