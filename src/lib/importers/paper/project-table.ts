import { INDICATOR_COLUMNS } from '#lib/model/fields.ts';
import type { IdSource } from '#lib/model/ids.ts';
import { createSheet } from '#lib/model/create.ts';
import { PART_TWO } from '#lib/model/outline.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import type { Block } from './blocks.ts';
import { readHeaderBlock, type ProjectFields } from './header-block.ts';
import { readColumnTitles, type ColumnOrder } from './indicator-columns.ts';
import { readIndicators } from './indicator-rows.ts';
import type { Layout } from './layout.ts';
import { layoutOf } from './layouts.ts';
import type { Ledger } from './ledger.ts';
import { isBlank } from './lines.ts';
import type { PrintedRow } from './printed-row.ts';

/** A sheet as printed: merged first levels are still blank. */
export interface PrintedSheet {
  readonly sheet: Sheet;
  readonly mergedText: Layout['mergedText'];
}

const TABLE_NAME = '绩效目标表';

/**
 * Reads one project table, whatever its layout. A table that breaks off keeps what it has, the rest
 * is empty and noted as unknown.
 */
export function readProjectTable(
  block: Extract<Block, { kind: 'table' }>,
  ids: IdSource,
  ledger: Ledger
): PrintedSheet {
  const id = ids();
  const body = block.heading ? block.lines.slice(1) : block.lines;
  const layout = layoutOf(body);
  const rows = layout.rows(body);
  const titles = rows.findIndex((row) => readColumnTitles(row) !== null);
  const header = titles < 0 ? rows : rows.slice(0, titles);
  const printed = readHeaderBlock(header, id, ledger);
  const columns = titles < 0 ? null : readColumnTitles(rows[titles]!);
  const indicators = columns ? readIndicators(columns, rows.slice(titles), id, ids, ledger) : [];
  const title = block.heading?.title ?? `${printed.projectName}${TABLE_NAME}`;
  const sheet = createSheet('project', {
    id,
    title,
    number: block.heading?.number ?? '',
    path: [PART_TWO],
    fields: withProjectName(printed, title),
    rows: indicators
  });
  noteTable(block, sheet, columns, ledger);
  noteMended(block, rows, id, ledger);
  return { sheet, mergedText: layout.mergedText };
}

/** A table without a header block is named in its title only. */
function withProjectName(fields: ProjectFields, title: string): ProjectFields {
  if (fields.projectName !== '') return fields;
  return { ...fields, projectName: title.slice(0, -TABLE_NAME.length) };
}

/** Says what was recognised, and what a table that breaks off does not have. */
function noteTable(
  block: Extract<Block, { kind: 'table' }>,
  sheet: Sheet,
  columns: ColumnOrder | null,
  ledger: Ledger
): void {
  const first = block.lines[0]!.number;
  const place = { sheet: sheet.id };
  if (block.heading) ledger.recognise(first);
  ledger.note('recognised', first, `项目绩效目标表，${sheet.rows.length} 行指标。`, place);
  const last = block.lines.findLast((line) => !isBlank(line))!.number;
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

function noteMended(
  block: Block,
  rows: readonly PrintedRow[],
  sheet: string,
  ledger: Ledger
): void {
  const count = rows.flat().filter(({ mended }) => mended).length;
  if (count === 0) return;
  const text = `${count} 个单元格里的排版空格已去掉。`;
  ledger.note('repaired', block.lines[0]!.number, text, { sheet });
}
