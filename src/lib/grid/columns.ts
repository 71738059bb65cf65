import { columnName } from '#lib/model/column-name.ts';
import { disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import { cellText, type Column, type Sheet } from '#lib/model/workbook.ts';
import { textWidth } from './text-width.ts';

/** A column of a grid, and how it is set. */
export interface GridColumn extends Column {
  /** Share of the width that is left over, and the least width in pixels. */
  readonly share: number;
  readonly least: number;
  /** The heading over this column and its neighbours. */
  readonly group?: string;
  /** Whether it holds amounts, which stand at the right. */
  readonly amounts?: boolean;
  /** The column of codes by whose levels the texts of this one are indented. */
  readonly codes?: string;
  /** Whether it only shows what stands elsewhere or is computed, so that nobody types into it. */
  readonly readOnly?: boolean;
  /** Whether it names the project that the line is about or belongs to. */
  readonly names?: boolean;
  /** Whether it stays in sight while the table scrolls sideways. */
  readonly stays?: boolean;
  /** What it is called where its place does not tell, as beside columns that are not shown. */
  readonly name?: string;
  /** The width in pixels that a person gave it. */
  readonly width?: number;
  /** The columns that are not shown on its left; on its right, where it is the last one. */
  readonly hiddenBefore?: readonly string[];
  readonly hiddenAfter?: readonly string[];
}

/** The column that names the sheet of a line. Disclosure tables have a `project` of their own. */
export const PROJECT_COLUMN = 'project-of-line';

/** The six columns of the official form, wide enough for what they hold. */
export const FORM_COLUMNS: readonly GridColumn[] = [
  { id: 'level1', title: '一级指标', share: 0, least: 88 },
  { id: 'level2', title: '二级指标', share: 1, least: 100 },
  { id: 'level3', title: '三级指标', share: 4, least: 108 },
  { id: 'description', title: '绩效指标描述', share: 5, least: 114 },
  { id: 'target', title: '指标值', share: 2, least: 104 },
  { id: 'basis', title: '指标值确定依据', share: 3, least: 114 }
];

/** How much narrower a column of the form may be where the project stands in front, in pixels. */
const LESS = 20;
/** Four Chinese characters on one line. */
const NARROW = 86;

/** The same, narrower, with the project in front, so that all of them fit beside the panels. */
export const ALL_COLUMNS: readonly GridColumn[] = [
  {
    id: PROJECT_COLUMN,
    title: '项目',
    share: 3,
    least: 124,
    readOnly: true,
    names: true,
    stays: true
  },
  ...FORM_COLUMNS.map((column) => ({ ...column, least: Math.max(NARROW, column.least - LESS) }))
];

/** The 其中 list of a brief. */
const ITEM_COLUMNS: readonly GridColumn[] = [
  { id: 'item', title: '其中', share: 1, least: 240 },
  { id: 'amount', title: '金额', share: 0, least: 160, amounts: true }
];

/** Least and greatest width of a column that is fitted to its texts, in pixels. */
const NARROWEST = 76;
const WIDEST = 190;
/** What the padding of a cell takes of its width, and some air. */
const AIR = 26;

/** Titles of columns that hold words or codes; the others of a disclosure table hold amounts. */
const WORDS = /(编码|代码|名称|项目|事项|内容|单位|性质|规格|形式|序号|备注|说明)$/;

/** Those of them whose texts are short. */
const CODES = /(编码|代码|序号)$/;

/** How the columns of a sheet are shown, fitted to what stands in them now. */
export function columnsOfSheet(sheet: Sheet): readonly GridColumn[] {
  switch (sheet.kind) {
    case 'project':
      return FORM_COLUMNS;
    case 'brief':
      return ITEM_COLUMNS;
    case 'disclosure':
      return disclosureColumns(sheet);
    case 'free':
      return sheet.columns.map((column) => ({ ...fitted(sheet, column), amounts: true }));
    case 'text':
      return [];
  }
}

/** What stands over a column. */
export function headingOf(columns: readonly GridColumn[], at: number): string {
  return columns[at]?.name ?? columnName(columns, at);
}

/** Whether a column holds codes, whose order is that of their signs. */
export function isCodeColumn({ title }: Column): boolean {
  return /(编码|代码)$/.test(title);
}

/** The column that stands for a whole row: where its problems are shown, and where a jump to it leads. */
export function mainColumn(columns: readonly GridColumn[]): string {
  return columns.some(({ id }) => id === 'target') ? 'target' : (columns[0]?.id ?? '');
}

/** How many columns at the left stay in sight while a table scrolls sideways: what a row is about. */
export function frozenColumns(columns: readonly GridColumn[]): number {
  const staying = columns.findIndex(({ stays }) => stays !== true);
  if (staying > 0) return staying;
  const words = columns.findIndex(({ amounts }) => amounts === true);
  if (words !== 1) return words === 2 ? 2 : 0;
  // A heading over two columns is not torn apart.
  const [first, second] = columns;
  return first!.group !== undefined && first!.group === second?.group ? 2 : 1;
}

function disclosureColumns(sheet: Sheet): GridColumn[] {
  const printed = disclosureFormNamed(sheet.form)?.columns ?? [];
  const hasCodes = sheet.columns.some(({ id }) => id === 'code');
  return sheet.columns.map((column) => {
    const group = printed.find(({ id }) => id === column.id)?.group ?? '';
    const amounts = !WORDS.test(column.title);
    return {
      ...fitted(sheet, column),
      ...(group !== '' && { group }),
      ...(amounts && { amounts, share: 1 }),
      ...(CODES.test(column.title) && { share: 0 }),
      ...(hasCodes && column.id === 'name' && { codes: 'code' })
    };
  });
}

/** Wide enough for its longest text, within bounds; a title may take two lines. */
function fitted({ rows }: Sheet, { id, title }: Column): GridColumn {
  const longest = rows.reduce(
    (most, row) => Math.max(most, textWidth(cellText(row, id))),
    textWidth(title.slice(0, Math.ceil(title.length / 2)))
  );
  const least = Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest + AIR)));
  return { id, title, share: Math.max(2, least / NARROWEST), least };
}
