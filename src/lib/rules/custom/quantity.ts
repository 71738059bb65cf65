import { Decimal } from '#lib/model/decimal.ts';
import type { Item, Quantity } from '#lib/model/settings/own-rule.ts';
import { readNumber } from './read-number.ts';

/** The number that a quantity stands for; null where there is none. */
export type QuantityOf = (quantity: Quantity) => Decimal | null;

/**
 * What quantities stand for beside the place that is judged: `textOf` reads an item there, `totalOf`
 * sums up the column that the condition names.
 */
export function quantityIn(
  textOf: (item: Item) => string,
  totalOf: () => Decimal | null = () => null
): QuantityOf {
  return (quantity) => {
    switch (quantity.of) {
      case 'number':
        return new Decimal(quantity.number);
      case 'item':
        return readNumber(textOf(quantity.item));
      case 'column':
        return totalOf();
      case 'items':
        return total(quantity.items.map((item) => readNumber(textOf(item))));
    }
  };
}

/** What cannot be read counts as nothing; null where there is no number at all. */
export function total(numbers: readonly (Decimal | null)[]): Decimal | null {
  return numbers.reduce(
    (sum, number) => (number && sum ? sum.plus(number) : (number ?? sum)),
    null
  );
}
