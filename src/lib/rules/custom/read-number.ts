import { readAmount, readPercent, type Decimal } from '#lib/model/decimal.ts';
import { readTarget } from '#lib/model/target.ts';

/** The number that a text is or begins with, whatever its unit: `≥12公里`, `1,183.74`, `95%`. */
export function readNumber(text: string): Decimal | null {
  return readAmount(text) ?? readPercent(text) ?? readTarget(text)?.number ?? null;
}
