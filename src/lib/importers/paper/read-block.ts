import { disclosureFormOf } from '#lib/model/disclosure-forms.ts';
import type { IdSource } from '#lib/model/ids.ts';
import { PART_ONE, PART_TWO } from '#lib/model/outline.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Block } from './division/blocks.ts';
import { readBrief } from './prose/brief.ts';
import { readDisclosureTable } from './disclosure/disclosure-table.ts';
import { readFreeTable } from './free/free-table.ts';
import { cleanText } from './cleaning/layout-spaces.ts';
import type { Ledger } from './ledger.ts';
import { isBlank, type Line } from './lines.ts';
import { readProjectTable, type PrintedSheet } from './project/project-table.ts';
import { readPartProse, readProseSection } from './prose/prose-section.ts';
import { tableName } from './project/table-name.ts';
import { unknownTables } from './free/unknown-tables.ts';

/**
 * Reads a block into the sheets it holds; none for the front of a paper and its table of contents.
 * @param fileTitle what a table is called where nothing in the paper names it
 */
export function readBlock(
  block: Block,
  fileTitle: string,
  ids: IdSource,
  ledger: Ledger
): (Sheet | PrintedSheet)[] {
  const path = block.path ?? [];
  switch (block.kind) {
    case 'front':
    case 'contents':
      return [];
    case 'part':
      recognisePart(block.head, ledger);
      return block.body.every(isBlank) ? [] : [readPartProse(block, ids, ledger)];
    case 'section':
      return [readProseSection(block, path, ids, ledger)];
    case 'table':
      return [readProjectTable(block, projectPath(path), ids, ledger)];
    case 'brief':
      return [readBrief(block, path, ids, ledger)];
    case 'disclosure':
      return readDisclosure(block, path, ids, ledger);
    case 'unknown':
      return [readUnknown(block, path, fileTitle, ids, ledger)];
  }
}

/** Part one has no project tables: where the heading of part two is lost, they are in it all the same. */
function projectPath(path: readonly string[]): readonly string[] {
  return path.length === 0 || path[0] === PART_ONE ? [PART_TWO] : path;
}

/** A table whose columns do not fit the form that its title names is kept as it stands. */
function readDisclosure(
  { heading, head, body }: Extract<Block, { kind: 'disclosure' }>,
  path: readonly string[],
  ids: IdSource,
  ledger: Ledger
): Sheet[] {
  const { number, title, form } = heading;
  const line = head[0]!.number;
  const sheet = readDisclosureTable({ form, line, number, title, path }, body, ids, ledger);
  if (sheet) return [sheet];
  const { tables } = unknownTables(body);
  ledger.recognise(line);
  ledger.note('recognised', line, `表名是“${number}${title}”，栏目却与“${form.title}”的表式不同。`);
  return tables.map((table) => readFreeTable(table, { number, title, path }, ids, ledger));
}

/** A table that only its file names may be one of the disclosure tables. */
function readUnknown(
  { table, name, head }: Extract<Block, { kind: 'unknown' }>,
  path: readonly string[],
  fileTitle: string,
  ids: IdSource,
  ledger: Ledger
): Sheet {
  const title = name.title || tableName(table.rows) || fileTitle || '未命名的表';
  const place = { number: name.number, title, path };
  const form = disclosureFormOf(place.title);
  const line = table.rows.find((line) => !isBlank(line))!.number;
  const lines = [...table.rows, ...table.notes];
  const known = form && readDisclosureTable({ ...place, form, line }, lines, ids, ledger);
  ledger.recognise(...head.map(({ number }) => number));
  return known ?? readFreeTable(table, place, ids, ledger);
}

function recognisePart(heading: readonly Line[], ledger: Ledger): void {
  for (const line of heading) {
    if (isBlank(line)) continue;
    ledger.recognise(line.number);
    ledger.note('recognised', line.number, `部分标题：${cleanText(line.text)}`);
  }
}
