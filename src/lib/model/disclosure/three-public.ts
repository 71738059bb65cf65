import { cellText, type Row, type Sheet } from '../workbook.ts';
import { remember } from '../remember.ts';

/** The rows of 财政拨款“三公”经费支出表; each is absent where the table does not print it. */
export interface ThreePublic {
  readonly total: Row | undefined;
  readonly subtotal: Row | undefined;
  readonly abroad: Row | undefined;
  /** What 因公出国（境）费 consists of. */
  readonly abroadParts: readonly Row[];
  readonly cars: Row | undefined;
  readonly carPurchase: Row | undefined;
  readonly carUpkeep: Row | undefined;
  readonly reception: Row | undefined;
  /** What some places add to it: 会议费, 培训费. */
  readonly others: readonly Row[];
}

const TOTAL = /^(?:合计|总计)$/;
const SUBTOTAL = /三公经费(?:小计|合计|支出合计)?$/;
const ABROAD = /因公出国/;
const CARS = /公务用车购置(?:费)?[及和与、]/;
const CAR_PURCHASE = /公务用车购置/;
const CAR_UPKEEP = /公务用车(?:运行|运维)/;
const RECEPTION = /公务接待/;
const OTHERS = /会议费|培训费/;

/** Tells the rows of the table apart by the words of their items. */
export const threePublicOf = remember(({ rows }: Sheet): ThreePublic => {
  const items = rows.map((row) => ({
    row,
    name: cellText(row, 'item').replace(/[\s"“”'‘’＂]/g, '')
  }));
  const find = (pattern: RegExp, not?: RegExp) =>
    items.find(({ name }) => pattern.test(name) && !not?.test(name))?.row;
  const [abroad, ...abroadParts] = items
    .filter(({ name }) => ABROAD.test(name))
    .map(({ row }) => row);
  return {
    total: find(TOTAL),
    subtotal: find(SUBTOTAL),
    abroad,
    abroadParts,
    cars: find(CARS),
    carPurchase: find(CAR_PURCHASE, CARS),
    carUpkeep: find(CAR_UPKEEP, CARS),
    reception: find(RECEPTION),
    others: items.filter(({ name }) => OTHERS.test(name)).map(({ row }) => row)
  };
});
