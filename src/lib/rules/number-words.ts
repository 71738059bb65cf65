/**
 * Digits, or Chinese numerals that count something: 三次, 两个, 十余场. The search begins at the first
 * numeral of several only, or it would try them all.
 */
const NUMBER =
  /[\d０-９]|(?<![一二两三四五六七八九十百千万零半])[一二两三四五六七八九十百千万零半]+[余多]?(?:次|人|个|条|件|册|份|幅|部|台|套|辆|户|家|项|处|场|期|批|篇|名|天|日|月|年|季|周|小时|成|倍|元)/;

/** Whether a text says how many, in digits or in words. */
export function holdsNumber(text: string): boolean {
  return NUMBER.test(text);
}
