import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import { countProblems, SEVERITIES, type Problem, type Severity } from '#lib/model/problem.ts';
import {
  cellText,
  fieldText,
  findSheet,
  sheetName,
  type Place,
  type Sheet,
  type Workbook
} from '#lib/model/workbook.ts';
import { printedCell, type PrintedCell, type PrintedTable } from '../form/printed-table.ts';

/** The review sheet 审核意见: the note of a reviewer back to the unit, with every problem of a paper. */
export interface Review {
  readonly title: string;
  /** What is reviewed, and what came of it, a paragraph each. */
  readonly opening: readonly string[];
  /** How many problems each sheet has; null where there is none at all. */
  readonly summary: PrintedTable | null;
  readonly sections: readonly ReviewSection[];
  /** Lines to sign and date. */
  readonly closing: readonly string[];
}

/** The problems of one sheet, numbered through the whole review. */
export interface ReviewSection {
  readonly heading: string;
  /** What the project is known by: its code, its unit, its money. */
  readonly facts: string;
  readonly table: PrintedTable;
}

/** Widths in millimetres, together the text width of A4. */
const PROBLEM_WIDTHS = [11, 13, 29, 31, 30, 56];
const SUMMARY_WIDTHS = [90, 20, 20, 20, 20];

/** The longest text of a cell that is repeated whole, in characters. */
const LONGEST_VALUE = 60;

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示'
};

const CLOSING = [
  '审核单位（盖章）：　　　　　　　　　审核人：　　　　　　　审核日期：　　　年　　月　　日',
  '修改情况说明：',
  '填报单位（盖章）：　　　　　　　　　经办人：　　　　　　　修改日期：　　　年　　月　　日'
];

/** Lays out the review of a workbook: the graver problems of each sheet first, the accepted ones last. */
export function layOutReview(workbook: Workbook, problems: readonly Problem[]): Review {
  const groups = [undefined, ...workbook.sheets]
    .map((sheet) => ({ sheet, found: problemsOf(sheet, problems) }))
    .filter(({ found }) => found.length > 0);
  let number = 0;
  return {
    title: '审核意见',
    opening: openingOf(workbook, problems),
    summary: groups.length === 0 ? null : summaryTable(groups),
    sections: groups.map(({ sheet, found }) => ({
      heading: nameOf(sheet),
      facts: sheet ? factsOf(sheet) : '',
      table: {
        widths: PROBLEM_WIDTHS,
        rows: [
          ['序号', '类别', '位置', '现在的内容', '问题', '说明和修改建议'].map(headingCell),
          ...found.map((problem) => problemRow((number += 1), workbook, sheet, problem))
        ]
      }
    })),
    closing: CLOSING
  };
}

interface Group {
  readonly sheet: Sheet | undefined;
  readonly found: readonly Problem[];
}

function problemsOf(sheet: Sheet | undefined, problems: readonly Problem[]): readonly Problem[] {
  const rank = ({ severity, waived }: Problem) =>
    waived === undefined ? SEVERITIES.indexOf(severity) : SEVERITIES.length;
  return problems
    .filter(({ place }) => place.sheet === sheet?.id)
    .sort((one, other) => rank(one) - rank(other));
}

function openingOf(workbook: Workbook, problems: readonly Problem[]): string[] {
  const { title, department, year } = workbook;
  const { error, warning, info } = countProblems(problems);
  const waived = problems.filter((problem) => problem.waived !== undefined).length;
  const counts = [
    `错误 ${error} 处`,
    `警告 ${warning} 处`,
    `提示 ${info} 处`,
    ...(waived > 0 ? [`已豁免 ${waived} 处`] : [])
  ];
  const facts = [
    department === '' ? '' : `部门：${department}`,
    year === null ? '' : `预算年度：${year} 年`
  ].filter((fact) => fact !== '');
  return [
    `审核文本：${title === '' ? '未命名工作簿' : title}`,
    ...(facts.length > 0 ? [facts.join('　　')] : []),
    problems.length === 0
      ? '审核结果：没有发现问题。'
      : `审核结果：共 ${problems.length} 处，其中${counts.join('、')}。错误须在报送前修改；警告请核对后修改或说明；提示供参考。`
  ];
}

function summaryTable(groups: readonly Group[]): PrintedTable {
  const rows = groups.map(({ sheet, found }) => {
    const { error, warning, info } = countProblems(found);
    const waived = found.length - error - warning - info;
    return [nameOf(sheet), ...[error, warning, info, waived].map(String)];
  });
  return {
    widths: SUMMARY_WIDTHS,
    rows: [
      ['表', '错误', '警告', '提示', '已豁免'].map(headingCell),
      ...rows.map((texts) =>
        texts.map((text, column) => printedCell(text, column === 0 ? 'text' : 'short'))
      )
    ]
  };
}

function problemRow(
  number: number,
  workbook: Workbook,
  sheet: Sheet | undefined,
  problem: Problem
): PrintedCell[] {
  const { severity, place, title, waived } = problem;
  return [
    printedCell(String(number), 'short'),
    printedCell(waived === undefined ? SEVERITY_NAMES[severity] : '已豁免', 'short'),
    printedCell(sheet ? whereOf(sheet, place) : '整份文本'),
    printedCell(sheet ? valueAt(sheet, place) : ''),
    printedCell(title),
    printedCell(advice(workbook, problem))
  ];
}

/** The place, and of a row the indicator that it is, since rows are renumbered while people mend. */
function whereOf(sheet: Sheet, place: Place): string {
  const row = sheet.rows.find(({ id }) => id === place.row);
  const indicator = row ? cellText(row, 'level3') : '';
  const name = placeName(sheet, place);
  return indicator === '' || place.column === 'level3' ? name : `${name}\n（${indicator}）`;
}

/** The text that the problem is about, cut where it is long prose; empty for a whole row or sheet. */
function valueAt(sheet: Sheet, { row, column, field, range }: Place): string {
  if (field !== undefined) {
    const text = fieldText(sheet, field);
    return shortened(range ? text.slice(...range) : text);
  }
  const found = sheet.rows.find(({ id }) => id === row);
  return found && column !== undefined ? shortened(cellText(found, column)) : '';
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_VALUE
    ? `${characters.slice(0, LONGEST_VALUE).join('')}…`
    : text;
}

/** What is wrong and what to do; of an accepted problem, why it was accepted, by whom and when. */
function advice(workbook: Workbook, { message, fixes, related, place, waived }: Problem): string {
  const others = related
    .map(({ sheet }) => sheet)
    .filter((sheet) => sheet !== undefined && sheet !== place.sheet)
    .flatMap((id) => findSheet(workbook, id) ?? []);
  const waiver = workbook.waivers.find(({ id }) => id === waived);
  return [
    message,
    ...fixes.map(({ label }) => `可${label}。`),
    ...(others.length > 0
      ? [`另见：${[...new Set(others.map(shortSheetName))].join('、')}。`]
      : []),
    ...(waiver ? [`豁免理由：${waiver.reason}（${waiver.by}，${waiver.at.slice(0, 10)}）`] : [])
  ].join('\n');
}

function factsOf(sheet: Sheet): string {
  if (sheet.kind !== 'project') return '';
  const text = (field: string) => fieldText(sheet, field);
  const unit = [text('unitCode'), text('unitName')].filter((part) => part !== '').join(' ');
  return [
    text('projectCode') === '' ? '' : `项目编码：${text('projectCode')}`,
    unit === '' ? '' : `单位：${unit}`,
    text('budget') === '' ? '' : `预算数：${text('budget')} ${text('moneyUnit') || '万元'}`
  ]
    .filter((fact) => fact !== '')
    .join('　');
}

function nameOf(sheet: Sheet | undefined): string {
  return sheet ? sheetName(sheet) : '整份文本';
}

function headingCell(text: string): PrintedCell {
  return printedCell(text, 'heading');
}
