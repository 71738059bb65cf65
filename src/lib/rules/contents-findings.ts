import { sheetName, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { matchEntries, type Matching } from './contents-matching.ts';
import { groupBy } from './group-by.ts';
import { countIn, entriesOf, nineFormOf, useOwnContents, type Entry } from './printed-contents.ts';
import type { Finding } from './rule.ts';

/** Where a 目录 agrees in so many places, another is a fault of it and no other way of listing. */
const AGREEING = 2;

/** What a 目录 that the paper printed says else than its sheets do. */
export function compareContents({ contents, sheets }: Workbook): readonly Finding[] {
  if (contents === null || contents === '') return [];
  const entries = entriesOf(contents);
  const matching = matchEntries(entries, sheets);
  const lists = listsOf(entries);
  const order = new Map(sheets.map((sheet, index) => [sheet, index]));
  const renumbered = lists.flatMap((list) => otherNumbers(list, matching));
  return [
    ...[...matching.similar].map(([entry, sheet]) =>
      atEntry(entry, { kind: 'renamed', title: sheetName(sheet) }, sheet)
    ),
    ...lists.flatMap((list) => {
      const lost = lostEntries(list, matching);
      return lost.length > 0 ? lost : brokenNumbers(list, matching);
    }),
    // Where entries have changed places, so have their numbers.
    ...(renumbered.length > 0 ? renumbered : otherOrder(entries, matching, order)),
    ...unlistedSheets(sheets, matching)
  ];
}

/** Entries without a sheet, in a list of which most entries have one. */
function lostEntries(list: readonly Entry[], { sheets, lost }: Matching): readonly Finding[] {
  const listed = list.filter((entry) => sheets.has(entry)).length;
  // Of the nine disclosure tables `rec-toc9` speaks.
  const without = list.filter((entry) => lost.has(entry) && nineFormOf(entry.title) === null);
  if (listed < AGREEING || without.length >= listed) return [];
  return without.map((entry) => atEntry(entry, { kind: 'lost' }));
}

/** Entries with another number than their sheet, in a list of which most have the same. */
function otherNumbers(list: readonly Entry[], { sheets }: Matching): readonly Finding[] {
  const numbered = list.flatMap((entry) => {
    const sheet = sheets.get(entry);
    const number = sheet ? countIn(sheet.number) : null;
    return sheet && number !== null && entry.number !== null ? [{ entry, sheet, number }] : [];
  });
  const others = numbered.filter(({ entry, number }) => entry.number !== number);
  if (numbered.length - others.length < AGREEING) return [];
  if (others.length * 2 > numbered.length) return [];
  return others.map(({ entry, sheet }) =>
    atEntry(entry, { kind: 'renumbered', title: sheetName(sheet) }, sheet)
  );
}

/** The first number that does not run on, where the sheets have no numbers of which it could be told. */
function brokenNumbers(list: readonly Entry[], { sheets }: Matching): readonly Finding[] {
  if (list.some((entry) => entry.number === null || sheets.get(entry)?.number)) return [];
  const at = list.findIndex(
    ({ number }, index) => index > 0 && number !== list[index - 1]!.number! + 1
  );
  if (at < 0) return [];
  const expected = String(list[at - 1]!.number! + 1);
  return [atEntry(list[at]!, { kind: 'broken', expected })];
}

/** The first entry that stands behind one whose sheet comes later. */
function otherOrder(
  entries: readonly Entry[],
  { sheets }: Matching,
  order: ReadonlyMap<Sheet, number>
): readonly Finding[] {
  let last: Entry | null = null;
  let furthest = -1;
  for (const entry of entries) {
    const sheet = sheets.get(entry);
    if (!sheet) continue;
    const place = order.get(sheet)!;
    if (last && place < furthest) {
      return [atEntry(entry, { kind: 'order', title: last.text }, sheet)];
    }
    furthest = place;
    last = entry;
  }
  return [];
}

/** Sheets that the 目录 lacks, where it lists most of those of their kind below the same heading. */
function unlistedSheets(
  sheets: readonly Sheet[],
  { sheets: found, similar }: Matching
): readonly Finding[] {
  const listed = new Set([...found.values(), ...similar.values()]);
  const groups = groupBy(
    sheets.filter(({ kind, title }) => kind !== 'free' && nineFormOf(title) === null),
    ({ kind, path }) => [kind, ...path].join('\n')
  );
  return [...groups.values()].flatMap((group) => {
    const without = group.filter((sheet) => !listed.has(sheet));
    const known = group.length - without.length;
    if (known < AGREEING || without.length >= known) return [];
    return without.map((sheet) => ({
      place: { sheet: sheet.id },
      values: { kind: 'unlisted', entry: '', title: sheetName(sheet), expected: '' },
      related: [{ field: 'contents' }],
      fixes: [useOwnContents()]
    }));
  });
}

function atEntry(
  { text, range }: Entry,
  values: Readonly<Record<string, string>>,
  sheet?: Sheet
): Finding {
  return {
    place: { field: 'contents', range },
    values: { title: '', expected: '', entry: text, ...values },
    related: sheet ? [{ sheet: sheet.id }] : [],
    fixes: [useOwnContents()]
  };
}

/** The lists of a 目录: the entries of one style, as long as no higher one comes between. */
function listsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const lists: Entry[][] = [];
  let open: { readonly style: string; readonly list: Entry[] }[] = [];
  for (const entry of entries) {
    const at = open.findIndex(({ style }) => style === entry.style);
    if (at >= 0) {
      open = open.slice(0, at + 1);
      open[at]!.list.push(entry);
    } else {
      const list = [entry];
      lists.push(list);
      open.push({ style: entry.style, list });
    }
  }
  return lists;
}
