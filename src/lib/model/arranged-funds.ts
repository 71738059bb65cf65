/** What 资金安排 says about the money of a project. */
export interface Funds {
  /** In 万元 without the unit, or with the unit that is printed; empty where no total is printed. */
  readonly total: string;
  /** The 其中 list; an amount is given as the total is, and empty where an item has none. */
  readonly items: readonly { readonly item: string; readonly amount: string }[];
}

const AMOUNT = '(\\d[\\d,，]*(?:\\.\\d+)?)\\s*(亿元|万元|千元|元|万)';
const TOTAL = new RegExp(`共计\\s*(?:安排)?\\s*${AMOUNT}`);
const ARRANGED = new RegExp(`[，,]?\\s*(?:共|计|共计)?安排(?:资金)?\\s*${AMOUNT}`);
const ANY_AMOUNT = new RegExp(`[，,：:]?\\s*${AMOUNT}`);
const ITEM = /^(?:[（(]?\d{1,2}\s*[)）、.．]|[①-⑳])\s*(?=[^\d\s])(.*)$/;

/** What the amounts of a brief are in, unless they say otherwise. */
const USUAL_UNIT = '万元';

/**
 * Reads the total (共计N万元) and the numbered list out of the text of 资金安排, a paragraph a line. An amount
 * in another unit than 万元 keeps its unit: nothing is converted.
 */
export function readFunds(text: string): Funds {
  const total = TOTAL.exec(text);
  return {
    total: total ? withUnit(total[1]!, total[2]!) : '',
    items: text.split('\n').flatMap((paragraph) => {
      const item = ITEM.exec(paragraph)?.[1];
      return item === undefined ? [] : [readItem(item)];
    })
  };
}

/** An item is named by the words in front of its amount; the amounts of its parts come behind it. */
function readItem(text: string): { item: string; amount: string } {
  const amount = ARRANGED.exec(text) ?? ANY_AMOUNT.exec(text);
  if (!amount) return { item: text.replace(/[。；;]$/, ''), amount: '' };
  return { item: text.slice(0, amount.index), amount: withUnit(amount[1]!, amount[2]!) };
}

function withUnit(amount: string, unit: string): string {
  return unit === USUAL_UNIT ? amount : `${amount}${unit}`;
}
