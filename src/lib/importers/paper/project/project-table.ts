import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import type { IdSource } from '#lib/model/ids.ts';
import { createSheet } from '#lib/model/create.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';
import type { Block } from '../division/blocks.ts';
import { readHeaderBlock, type ProjectFields } from './header-block.ts';
import { readColumnTitles, type ColumnOrder } from './indicator-columns.ts';
import { readIndicators, type PrintedIndicators } from './indicator-rows.ts';
import type { Layout } from '../layouts/layout.ts';
import { layoutOf } from '../layouts/layouts.ts';
import type { Ledger } from '../ledger.ts';
import { isBlank } from '../lines.ts';
import { noteMendedCells } from './mended-cells.ts';
import { placeWrapped } from '../layouts/printed-row.ts';
import { tableName } from './table-name.ts';

/** A sheet as printed: merged first levels are still blank. */
export interface PrintedSheet {
  readonly sheet: Sheet;
  readonly mergedText: Layout['mergedText'];
  /** The line it begins on, and those of its rows by their ids. */
  readonly line: number;
  readonly lineOf: ReadonlyMap<string, number>;
}

const TABLE_NAME = '绩效目标表';

/**
 * Reads one project table, whatever its layout. A table that breaks off keeps what it has, the rest
 * is empty and noted as unknown.
 */
export function readProjectTable(
  block: Extract<Block, { kind: 'table' }>,
  path: readonly string[],
  ids: IdSource,
  ledger: Ledger
): PrintedSheet {
  const { heading, body } = block;
  const id = ids();
  const layout = layoutOf(body);
  const rows = layout.rows(body);
  const titles = rows.findIndex((row) => readColumnTitles(row) !== null);
  const header = titles < 0 ? rows : rows.slice(0, titles);
  const printed = readHeaderBlock(header, id, ledger);
  const columns = titles < 0 ? null : readColumnTitles(rows[titles]!);
  const { rows: indicators, lineOf } = columns
    ? readIndicators(columns, rows.slice(titles), id, ids, ledger)
    : NO_INDICATORS;
  placeWrapped(rows, ledger);
  const name = (printed.projectName || tableName(body)).replace(/绩效目标表$/, '');
  const title = heading?.title ?? `${name}${TABLE_NAME}`;
  const sheet = createSheet('project', {
    id,
    title,
    number: heading?.number ?? '',
    path,
    fields: withProjectName(printed, title),
    rows: indicators
  });
  const line = (block.head[0] ?? body[0]!).number;
  noteTable(block, sheet, columns, line, ledger);
  noteMendedCells(rows, line, id, ledger);
  if (layout.restores) noteRestored(sheet, line, lineOf, ledger);
  return { sheet, mergedText: layout.mergedText, line, lineOf };
}

const NO_INDICATORS: PrintedIndicators = { rows: [], lineOf: new Map() };

/** A table without a header block is named in its title only. */
function withProjectName(fields: ProjectFields, title: string): ProjectFields {
  if (fields.projectName !== '') return fields;
  return { ...fields, projectName: title.slice(0, -TABLE_NAME.length) };
}

/** Says what was recognised, and what a table that breaks off does not have. */
function noteTable(
  { head, body }: Block,
  sheet: Sheet,
  columns: ColumnOrder | null,
  first: number,
  ledger: Ledger
): void {
  const place = { sheet: sheet.id };
  ledger.recognise(...head.map(({ number }) => number));
  ledger.note('recognised', first, `项目绩效目标表，${sheet.rows.length} 行指标。`, place);
  const last = [...head, ...body].findLast((line) => !isBlank(line))!.number;
  if (sheet.rows.length === 0) {
    ledger.note('unknown', last, '表格到这里中断，没有指标，其余留空。', place);
  }
  const lost = columns ? INDICATOR_COLUMNS.filter(({ id }) => !columns.includes(id)) : [];
  for (const { id, title } of lost) {
    ledger.note('unknown', first, `原文的指标缺“${title}”一列，无法得知，留空。`, {
      ...place,
      column: id
    });
  }
  if (sheet.fields.moneyUnit === '') {
    ledger.note('unknown', first, '表上没有印金额单位，留空。', { ...place, field: 'moneyUnit' });
  }
}

/** What is said of a table that was printed as one line. */
const RESTORED = '原文把这张表压成了一行，已按指标名称和栏目的顺序重新排成表，请与原文核对。';

/** Says what the layout put right, and which cells it could not know. */
function noteRestored(
  sheet: Sheet,
  line: number,
  lineOf: ReadonlyMap<string, number>,
  ledger: Ledger
): void {
  ledger.note('repaired', line, RESTORED, { sheet: sheet.id });
  for (const row of sheet.rows) {
    for (const { id, title } of INDICATOR_COLUMNS) {
      if (id === 'level1' || cellText(row, id) !== '') continue;
      ledger.note('unknown', lineOf.get(row.id) ?? line, `这一行的“${title}”无法确定，留空。`, {
        sheet: sheet.id,
        row: row.id,
        column: id
      });
    }
  }
}
