import type { Decimal } from '#lib/model/decimal.ts';
import type { Place, Workbook } from '#lib/model/workbook.ts';
import { disclosureSetsOf } from '#lib/rules/disclosure-sets.ts';
import { totalOf } from '#lib/rules/table-cell.ts';

/** What a disclosure table prints as the sum of all projects, and where. */
export interface PrintedSum {
  /** In 万元. */
  readonly amount: Decimal;
  readonly place: Place;
}

/**
 * The 项目支出 in the row 合计 of 支出总表. Null where the workbook has no such table, where it cannot be
 * read, and where there are several units, because nobody can say which of them the projects belong to.
 */
export function printedProjectSum(workbook: Workbook): PrintedSum | null {
  const [set, ...others] = disclosureSetsOf(workbook);
  return set && others.length === 0 ? totalOf(set.tables.get('expenditure'), 'project') : null;
}
