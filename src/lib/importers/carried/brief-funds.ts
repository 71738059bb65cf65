import { itemsIn, totalsIn, type BriefItem } from '#lib/model/brief-layout.ts';
import { ABSENT_DIGEST, EMPTY_DIGEST } from '#lib/model/digest.ts';
import { rowDigests, type CarriedSheet } from '#lib/model/skeleton.ts';

/** The total and the 其中 list of a 项目绩效目标指标的说明, a text for each column of the list. */
export interface Funds {
  readonly total: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads 资金安排 as it was printed. Where a paragraph may be read in two ways, such as 6万元 typed with or
 * without its unit, the length and the digests of the texts that were printed decide. Null where the
 * paragraphs were changed so much that they are not in the form.
 */
export function readFunds(paragraphs: readonly string[], carried: CarriedSheet): Funds | null {
  const [sentence, ...list] = paragraphs;
  if (sentence === undefined) return { total: '', rows: [] };
  const totals = totalsIn(sentence);
  const items = itemParagraphs(list).map((paragraph) => itemsIn(paragraph));
  if (!totals || items.includes(null)) return null;
  const length = Object.hasOwn(carried.fields, 'fundsTotal') ? carried.fields.fundsTotal : 0;
  const known = new Set(
    carried.rows.map(([, digests]) => digests.replaceAll(ABSENT_DIGEST, EMPTY_DIGEST))
  );
  return {
    total: totals.find((total) => total.length === length) ?? totals[0] ?? '',
    rows: items.flatMap((readings) => {
      const texts = (readings ?? []).map((reading) => textsOf(reading, carried));
      const [first = []] = texts;
      return [texts.find((row) => known.has(digestsOf(row, carried))) ?? first];
    })
  };
}

/** The paragraphs of the list, each with those that go on below it. */
function itemParagraphs(lines: readonly string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    const last = items.at(-1);
    if (last === undefined || line.startsWith(`${items.length + 1}、`)) items.push(line);
    else items[items.length - 1] = `${last}\n${line}`;
  }
  return items;
}

function textsOf({ item, amount }: BriefItem, { columns }: CarriedSheet): string[] {
  return columns.map(({ id }) => (id === 'item' ? item : id === 'amount' ? amount : ''));
}

function digestsOf(texts: readonly string[], { columns }: CarriedSheet): string {
  const cells = Object.fromEntries(columns.map(({ id }, index) => [id, texts[index] ?? '']));
  return rowDigests({ id: '', cells }, columns);
}
