import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { excerpt } from './excerpt.ts';
import type { Finding, SheetRule } from './rule.ts';

/** What a free sheet holds where it is what is left of a table of indicators. */
const FIRST_LEVEL = /^(?:产出|效益|效果|满意度|成本)指标$/;

/** Columns of an indicator besides its levels; a row in which only levels are filled is still blank. */
const SAID = ['level3', 'description', 'target', 'basis'];

/**
 * No row is half filled: an indicator has a name and a target, an amount of a disclosure table has its
 * 科目 or item. A free sheet that is the rest of a table of indicators is told once.
 */
export const tableFragment: SheetRule = {
  code: 'table-fragment',
  severity: 'error',
  scope: 'sheet',
  kinds: ['project', 'disclosure', 'free'],
  title: '表格残缺',
  source: '完整性：表内各栏应填写完整',
  message: ({ kind, missing, said }) =>
    kind === 'rest'
      ? '这张表像是绩效指标表的残余，有些行缺了大半。残缺的表无法审核，请按正式表式重新填写。'
      : `“${said}”这一行没有填${missing}。填了一半的行无法审核，请补全，或删去这一行。`,
  english: {
    title: 'A broken table',
    message: ({ kind, missing, said }) =>
      kind === 'rest'
        ? 'This looks like what is left of a table of indicators; most of some rows is missing. It cannot be examined: fill in the official form.'
        : `The row “${said}” has no “${missing}”. Half a row cannot be examined: complete it, or delete it.`
  },
  examples: { bad: '三级指标填了，指标值空着', good: '三级指标和指标值都填了' },
  check: (sheet) => {
    switch (sheet.kind) {
      case 'project':
        return sheet.rows.flatMap(checkIndicator);
      case 'disclosure':
        return sheet.rows.flatMap((row) => checkLabels(row, sheet));
      default:
        return checkRest(sheet);
    }
  }
};

const checkIndicator = remember((row: Row): readonly Finding[] => {
  const isBlank = (column: string) => cellText(row, column).trim() === '';
  if (SAID.every(isBlank)) return [];
  const unnamed = isBlank('level3') && isBlank('description');
  const column = unnamed ? 'level3' : 'target';
  if (!isBlank(column)) return [];
  const missing = unnamed ? '三级指标' : '指标值';
  return [
    { place: { row: row.id, column }, values: { kind: 'row', missing, said: saidIn(row, SAID) } }
  ];
});

/** What a row says in some columns, in short. */
function saidIn(row: Row, columns: readonly string[]): string {
  const texts = columns.map((column) => cellText(row, column).trim());
  return excerpt(texts.filter((text) => text !== '').join(' '));
}

function checkLabels(row: Row, { columns }: Sheet): readonly Finding[] {
  if (!columns.some(({ id }) => id === 'code') || !columns.some(({ id }) => id === 'name'))
    return [];
  const isBlank = (column: string) => cellText(row, column).trim() === '';
  const hasAmount = columns.some(({ id }) => !isBlank(id));
  if (!isBlank('code') || !isBlank('name') || !hasAmount) return [];
  const said = saidIn(
    row,
    columns.map(({ id }) => id)
  );
  return [
    { place: { row: row.id, column: 'name' }, values: { kind: 'row', missing: '科目', said } }
  ];
}

function checkRest({ columns, rows }: Sheet): readonly Finding[] {
  const texts = rows.map((row) => columns.map(({ id }) => cellText(row, id).trim()));
  if (!texts.some((row) => row.some((text) => FIRST_LEVEL.test(text)))) return [];
  const broken = texts.findIndex(
    (row) => row.filter((text) => text === '').length * 2 > row.length
  );
  const row = rows[broken];
  return row ? [{ place: { row: row.id }, values: { kind: 'rest' } }] : [];
}
