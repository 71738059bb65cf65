import { subjectLevel } from '../subject-code.ts';
import { cellText, type Row, type Sheet } from '../workbook.ts';
import { remember } from '../remember.ts';

/** A 科目 of a table with the ones that stand below it. */
export interface Subject {
  readonly code: string;
  readonly row: Row;
  /** Those whose next level up, among those listed, is this one. */
  readonly parts: readonly Subject[];
}

/** The rows of a table by 科目, functional or economic. */
export interface Subjects {
  /** The row 合计; undefined where there is none, or more than one. */
  readonly total: Row | undefined;
  /** Those that stand below no other. */
  readonly tops: readonly Subject[];
  readonly byCode: ReadonlyMap<string, Subject>;
}

const TOTAL = /^(?:合计|总计)$/;

/**
 * Reads the 科目 of a table. Null where a code stands twice, as in a table that puts several units
 * one below the other: nothing can be added up there.
 */
export const subjectsOf = remember((rows: Sheet['rows']): Subjects | null => {
  const totals: Row[] = [];
  const byCode = new Map<string, Subject & { readonly parts: Subject[] }>();
  for (const row of rows) {
    const code = cellText(row, 'code').replace(/\s+/g, '');
    const isTotal = TOTAL.test(code === '' ? cellText(row, 'name').replace(/\s+/g, '') : code);
    if (isTotal) totals.push(row);
    if (subjectLevel(code) === null) continue;
    if (byCode.has(code)) return null;
    byCode.set(code, { code, row, parts: [] });
  }
  const tops: Subject[] = [];
  for (const subject of byCode.values()) {
    const above = [5, 3]
      .filter((length) => length < subject.code.length)
      .map((length) => byCode.get(subject.code.slice(0, length)))
      .find((found) => found !== undefined);
    (above?.parts ?? tops).push(subject);
  }
  return { total: totals.length === 1 ? totals[0] : undefined, tops, byCode };
});
