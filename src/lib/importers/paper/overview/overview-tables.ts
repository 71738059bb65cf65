import { labelledField, planField } from '../project/header-labels.ts';
import { readColumnTitles } from '../project/indicator-columns.ts';
import { labelWords } from '../cleaning/layout-spaces.ts';
import type { Ledger } from '../ledger.ts';
import { isBlank, isTabbed, type Line } from '../lines.ts';
import { printedCell, type PrintedRow } from '../layouts/printed-row.ts';

/** A table over many projects: of their indicators with the project in front, or of the projects alone. */
export interface OverviewTable {
  readonly kind: 'indicators' | 'projects';
  readonly columns: readonly OverviewColumn[];
  /** The row of titles first. */
  readonly rows: readonly PrintedRow[];
}

/**
 * What a column holds: a column of the indicators, a field of the project, or something that is made
 * when printing; null where it is none of these.
 */
export type OverviewColumn =
  { readonly column: string } | { readonly field: string } | 'made' | null;

const UNIT_LABELS: ReadonlyMap<string, string> = new Map([
  ['单位编码', 'unitCode'],
  ['单位名称', 'unitName'],
  ['金额单位', 'moneyUnit']
]);

/** How many indicators a project has; only 项目总表 says so. */
const COUNT_TITLE = '指标数';

const MADE_TITLES: ReadonlySet<string> = new Set(['序号', COUNT_TITLE]);

/** Takes the tables over many projects, 指标总表 and 项目总表, out of the lines of a paper. */
export function takeOverviews(lines: readonly Line[]): {
  readonly rest: readonly Line[];
  readonly overviews: readonly OverviewTable[];
} {
  const rest: Line[] = [];
  const overviews: OverviewTable[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const begun = beginOverview(lines[index]!);
    if (!begun) {
      rest.push(lines[index]!);
      continue;
    }
    const end = endOfTable(lines, index);
    const body = lines.slice(index + 1, end).filter((line) => !isBlank(line));
    overviews.push({ ...begun, rows: [...begun.rows, ...body.map(cellsOf)] });
    index = end - 1;
  }
  return { rest, overviews };
}

/** Whether a line is the row of titles of 指标总表 or 项目总表. */
export function beginsOverview(line: Line): boolean {
  return beginOverview(line) !== null;
}

function beginOverview(line: Line): OverviewTable | null {
  if (!isTabbed(line)) return null;
  const titles = cellsOf(line);
  const order = readColumnTitles(titles);
  const columns = titles.map(({ text }, index) => columnOf(text, order?.[index] ?? null));
  const named = columns.some((column) => isField(column) && column.field === 'projectName');
  if (!named) return null;
  if (order) return { kind: 'indicators', columns, rows: [titles] };
  const counted = titles.some(({ text }) => labelWords(text) === COUNT_TITLE);
  return counted ? { kind: 'projects', columns, rows: [titles] } : null;
}

function columnOf(title: string, column: string | null): OverviewColumn {
  if (column) return { column };
  const words = labelWords(title);
  const field = labelledField(title) ?? planField(title) ?? UNIT_LABELS.get(words);
  if (field) return { field };
  return MADE_TITLES.has(words) ? 'made' : null;
}

/** Whether a column holds a field of the project. */
export function isField(column: OverviewColumn | undefined): column is { readonly field: string } {
  return typeof column === 'object' && column !== null && 'field' in column;
}

function cellsOf({ text, row, number }: Line): PrintedRow {
  return (row?.cells ?? text.split('\t')).map((piece) => printedCell(piece, number));
}

/** The index after the last row of the table that begins at a line. */
function endOfTable(lines: readonly Line[], start: number): number {
  const table = lines[start]!.row?.table;
  let end = start + 1;
  while (end < lines.length && isTabbed(lines[end]!) && lines[end]!.row?.table === table) end += 1;
  return end;
}

/** Says of overviews that they are not read, because the projects stand in tables of their own. */
export function recogniseOverviews(overviews: readonly OverviewTable[], ledger: Ledger): void {
  for (const { kind, rows } of overviews) {
    ledger.recognise(...rows.flat().map(({ line }) => line));
    const name = kind === 'indicators' ? '指标总表' : '项目总表';
    const text = `${name}，${rows.length - 1} 行；各项目另有表格，这里不再读入。`;
    ledger.note('recognised', rows[0]![0]!.line, text);
  }
}
