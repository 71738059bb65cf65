import type { Row, Sheet } from '../workbook.ts';
import { isNothing } from './table-amounts.ts';
import { threePublicOf } from './three-public.ts';
import { compareDown, type WrongSum } from './wrong-sum.ts';

const COLUMNS = ['total', 'generalPublic', 'governmentFund', 'stateCapital'];

/** What does not make its sum down “三公”经费支出表: 三公 = 出国 + 车（购置 + 运维）+ 接待, in every column. */
export function wrongThreePublicSums(sheet: Sheet): readonly WrongSum[] {
  if (sheet.form !== 'three-public') return [];
  const items = threePublicOf(sheet);
  const { total, subtotal, abroad, abroadParts, cars, carPurchase, carUpkeep, reception } = items;
  const three = present(abroad, cars, reception);
  return COLUMNS.flatMap((column) => {
    const sums: readonly (readonly [Row | undefined, readonly Row[]])[] = [
      [cars, present(carPurchase, carUpkeep)],
      [abroad, isNothing(abroadParts, column) ? [] : abroadParts],
      [subtotal, three.length === 3 ? three : []],
      [total, subtotal ? [subtotal, ...items.others] : [...three, ...items.others]]
    ];
    return sums.flatMap(([whole, parts]) =>
      whole && parts.length > 0 ? compareDown(whole, parts, column) : []
    );
  });
}

function present(...rows: readonly (Row | undefined)[]): readonly Row[] {
  return rows.filter((row) => row !== undefined);
}
