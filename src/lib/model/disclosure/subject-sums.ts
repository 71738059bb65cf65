import type { Sheet } from '../workbook.ts';
import { subjectsOf } from './subjects.ts';
import { compareDown, type WrongSum } from './wrong-sum.ts';

/** The forms whose rows are functional 科目. */
const FUNCTIONAL: readonly string[] = [
  'income',
  'expenditure',
  'general-public-expenditure',
  'government-fund',
  'state-capital'
];

/** The form whose rows are economic 科目. */
const ECONOMIC = 'general-public-basic';

const OF_TEXT: readonly string[] = ['code', 'name'];

/** Whether the rows of a form are functional 科目, economic 科目 or neither. */
export function classificationOf(form: string): 'functional' | 'economic' | null {
  if (FUNCTIONAL.includes(form)) return 'functional';
  return form === ECONOMIC ? 'economic' : null;
}

/**
 * What does not make its sum in a table by 科目: 类 = Σ 款, 款 = Σ 项, 合计 = Σ of the highest listed, in
 * every money column. Source: 《政府收支分类科目》.
 */
export function wrongSubjectSums({ form, rows, columns }: Sheet): readonly WrongSum[] {
  const subjects = classificationOf(form) && subjectsOf(rows);
  if (!subjects) return [];
  const { total, tops, byCode } = subjects;
  const money = columns.filter(({ id }) => !OF_TEXT.includes(id));
  return [...(total ? [{ row: total, parts: tops }] : []), ...byCode.values()]
    .filter(({ parts }) => parts.length > 0)
    .flatMap(({ row, parts }) => {
      const below = parts.map((part) => part.row);
      return money.flatMap(({ id }) => compareDown(row, below, id));
    });
}
