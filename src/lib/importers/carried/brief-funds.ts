import { readFunds as readArrangedFunds } from '#lib/model/arranged-funds.ts';
import { itemsIn, totalsIn, type BriefItem } from '#lib/model/brief-layout.ts';
import { ABSENT_DIGEST, EMPTY_DIGEST } from '#lib/model/digest.ts';
import { rowDigests, type CarriedSheet } from '#lib/model/skeleton.ts';

/** 资金安排, the total and the 其中 list of a 项目绩效目标指标的说明, a text for each column of the list. */
export interface Funds {
  readonly text: string;
  readonly total: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Reads 资金安排 as it was printed: its text, and below it the total and the list where the text does not
 * say them. Where a paragraph may be read in two ways, such as 6万元 typed with or without its unit, the
 * lengths and the digests of what was printed decide.
 */
export function readFunds(paragraphs: readonly string[], carried: CarriedSheet): Funds {
  const at = generatedStart(paragraphs, lengthOf(carried, 'funds'));
  const text = paragraphs.slice(0, at).join('\n');
  const [sentence, ...list] = paragraphs.slice(at);
  const totals = sentence === undefined ? null : totalsIn(sentence);
  const length = lengthOf(carried, 'fundsTotal');
  if (!totals) {
    // The text may say more than was taken from it.
    const tookNone = carried.rows.length === 0 && length === 0;
    if (tookNone && text.length === lengthOf(carried, 'funds'))
      return { text, total: '', rows: [] };
    const said = readArrangedFunds(text);
    return { text, total: said.total, rows: said.items.map((item) => textsOf(item, carried)) };
  }
  const known = new Set(
    carried.rows.map(([, digests]) => digests.replaceAll(ABSENT_DIGEST, EMPTY_DIGEST))
  );
  return {
    text,
    total: totals.find((total) => total.length === length) ?? totals[0]!,
    rows: itemParagraphs(list).map((paragraph) => {
      const texts = itemsIn(paragraph).map((reading) => textsOf(reading, carried));
      return texts.find((row) => known.has(digestsOf(row, carried))) ?? texts[0]!;
    })
  };
}

/** Whether paragraphs begin with as long a text as was printed, and go on as the form does. */
export function areUnchanged(paragraphs: readonly string[], carried: CarriedSheet): boolean {
  const length = lengthOf(carried, 'funds');
  return paragraphs.join('\n').length === length || exactStart(paragraphs, length) !== undefined;
}

/** Where the sentence with the total stands: behind a text of the length it had, else where it is first met. */
function generatedStart(paragraphs: readonly string[], length: number): number {
  const exact = exactStart(paragraphs, length);
  const unchanged = paragraphs.join('\n').length === length;
  return exact ?? (unchanged ? undefined : totalPlaces(paragraphs)[0]) ?? paragraphs.length;
}

function exactStart(paragraphs: readonly string[], length: number): number | undefined {
  return totalPlaces(paragraphs).find(
    (place) => paragraphs.slice(0, place).join('\n').length === length
  );
}

function totalPlaces(paragraphs: readonly string[]): number[] {
  return [...paragraphs.keys()].filter((place) => totalsIn(paragraphs[place]!) !== null);
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

function lengthOf({ fields }: CarriedSheet, field: string): number {
  return Object.hasOwn(fields, field) ? fields[field]! : 0;
}
