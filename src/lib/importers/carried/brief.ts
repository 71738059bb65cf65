import {
  BRIEF_ENTRIES,
  PROJECT_NAME_LABEL,
  projectNamedIn,
  type BriefEntry
} from '#lib/model/brief-layout.ts';
import { fieldsOf } from '#lib/model/fields.ts';
import type { CarriedSheet } from '#lib/model/skeleton.ts';
import type { Line } from '../paper/lines.ts';
import { areUnchanged, readFunds, type Funds } from './brief-funds.ts';
import { noteStart, takeApart, textOf } from './lines-of-sheet.ts';
import type { ReadForm } from './printed-sheet.ts';

/** Reads a 项目绩效目标指标的说明, printed as prose, or as a table where the format prints tables. */
export const readBrief: ReadForm = (lines, carried) =>
  lines.some(({ row }) => row?.cells[0] === TITLES.get('office'))
    ? readTable(lines, carried)
    : readProse(lines, carried);

const TITLES = new Map(fieldsOf('brief').map(({ id, title }) => [id, title]));

const readProse: ReadForm = (lines, carried) => {
  const heading = lines.findIndex(({ level }) => level !== undefined);
  if (heading < 0) return null;
  const below = lines.slice(heading + 1);
  const end = below.findIndex(({ row, level }) => row !== undefined || level !== undefined);
  const own = end < 0 ? below : below.slice(0, end);
  const name = lines[heading]!.text;
  const namesProject = own[0]?.text.startsWith(PROJECT_NAME_LABEL) ?? false;
  const entries = readEntries(namesProject ? own.slice(1) : own, carried);
  if (!entries) return null;
  return {
    name,
    fields: {
      ...entries.fields,
      office: textOf(lines.slice(0, heading)),
      projectName: namesProject
        ? own[0]!.text.slice(PROJECT_NAME_LABEL.length)
        : projectNamedIn(name.slice(carried.number.length).trimStart()),
      funds: entries.funds.text,
      fundsTotal: entries.funds.total
    },
    columnTitles: [],
    rows: entries.funds.rows,
    note: entries.note,
    rest: end < 0 ? [] : below.slice(end)
  };
};

interface Entries {
  readonly fields: Readonly<Record<string, string>>;
  readonly funds: Funds;
  readonly note: string;
}

/** The texts between the headings of the form; null where a heading is missing. */
function readEntries(lines: readonly Line[], carried: CarriedSheet): Entries | null {
  const fields: Record<string, string> = {};
  let funds: Funds = { text: '', total: '', rows: [] };
  let note = '';
  let at = 0;
  for (const [index, entry] of BRIEF_ENTRIES.entries()) {
    if (entry !== 'funds' && 'heading' in entry) {
      if (lines[at]?.text !== entry.heading) return null;
      at += 1;
      continue;
    }
    const field = entry === 'funds' ? null : entry.field;
    const isWhole = (texts: readonly string[]) =>
      field === null
        ? areUnchanged(texts, carried)
        : texts.join('\n').length === lengthOf(carried, field);
    const next = BRIEF_ENTRIES[index + 1];
    const end = next
      ? endOf(lines, at, next, isWhole)
      : at + noteStart(lines.slice(at), lengthOf(carried, field ?? ''), carried.note);
    if (end < 0) return null;
    const texts = lines.slice(at, end).map(({ text }) => text);
    if (field === null) funds = readFunds(texts, carried);
    else fields[field] = texts.join('\n');
    if (!next) note = textOf(lines.slice(end));
    at = end;
  }
  return { fields, funds, note };
}

/**
 * Where the next heading stands: behind the whole text, since the text may hold the words of the heading
 * too, else at the first place; -1 where it stands nowhere.
 */
function endOf(
  lines: readonly Line[],
  from: number,
  next: BriefEntry,
  isWhole: (texts: readonly string[]) => boolean
): number {
  const heading = next !== 'funds' && 'heading' in next ? next.heading : '';
  const places = [...lines.keys()].filter((at) => at >= from && lines[at]!.text === heading);
  const exact = places.find((place) => isWhole(lines.slice(from, place).map(({ text }) => text)));
  return exact ?? places[0] ?? -1;
}

function lengthOf({ fields }: CarriedSheet, field: string): number {
  return Object.hasOwn(fields, field) ? fields[field]! : 0;
}

/** A line for each field, the 其中 list with its amounts among them. */
const readTable: ReadForm = (lines, { columns }) => {
  const { above, rows, note, rest } = takeApart(lines, 1);
  const valueOf = (title: string) => rows.find(({ cells }) => cells[0] === title)?.cells[1] ?? '';
  const listed = rows.filter(
    ({ cells, covered }) => covered?.includes(0) || cells[0] === BRIEF_LIST_TITLE
  );
  return {
    name: above[0]!.text,
    fields: Object.fromEntries([...TITLES].map(([id, title]) => [id, valueOf(title)])),
    columnTitles: [],
    rows: listed.map(({ cells }) => columns.map((_, index) => cells[index + 1] ?? '')),
    note,
    rest
  };
};

const BRIEF_LIST_TITLE = '其中';
