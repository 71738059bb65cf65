import { describePlace } from '#lib/model/describe-place.ts';
import { differencesBetween, type Difference } from '#lib/model/differences.ts';
import { ownFieldTitle } from '#lib/model/own-field.ts';
import { placeName } from '#lib/model/place-name.ts';
import { findSheet, sheetName, type Place, type Row, type Workbook } from '#lib/model/workbook.ts';

/** One difference between two states, as a line of two columns. */
export interface ComparedLine {
  /** Where, within its sheet: 第 3 行 指标值. */
  readonly where: string;
  readonly was: string;
  readonly now: string;
  /** Where one finds it in the later state; null where it is gone from there. */
  readonly place: Place | null;
}

/** The differences in one sheet, or those of the workbook itself, whose `sheet` is empty. */
export interface ComparedSheet {
  readonly sheet: string;
  readonly name: string;
  readonly lines: readonly ComparedLine[];
}

/** The texts of a sheet beside its fields, in the user's words. */
export const SHEET_TEXTS = {
  title: '表名',
  number: '编号',
  note: '表下的注',
  form: '表式'
} as const;

/** What differs between two states of a workbook, sheet by sheet in the order of the later one. */
export function comparedSheets(was: Workbook, now: Workbook): readonly ComparedSheet[] {
  const bySheet = new Map<string, ComparedLine[]>();
  for (const difference of differencesBetween(was, now)) {
    const sheet = sheetOf(difference);
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), lineOf(difference, was, now)]);
  }
  return [...bySheet].map(([sheet, lines]) => {
    const found = findSheet(now, sheet) ?? findSheet(was, sheet);
    return { sheet, name: found ? sheetName(found) : '工作簿', lines };
  });
}

function sheetOf(difference: Difference): string {
  switch (difference.kind) {
    case 'text':
      return difference.place.sheet ?? '';
    case 'sheet':
      return difference.sheet.id;
    case 'workbook':
      return '';
    default:
      return difference.sheet;
  }
}

function lineOf(difference: Difference, was: Workbook, now: Workbook): ComparedLine {
  switch (difference.kind) {
    case 'text': {
      const { place } = difference;
      const sheet = findSheet(now, place.sheet);
      const where = sheet ? placeName(sheet, place) : describePlace(was, place);
      return { where, was: difference.was, now: difference.now, place };
    }
    case 'row': {
      const { change, sheet, row } = difference;
      const gone = change === 'deleted';
      const holder = findSheet(gone ? was : now, sheet);
      const where = holder ? placeName(holder, { sheet, row: row.id }) : '';
      const place = gone ? null : { sheet, row: row.id };
      if (change === 'moved') return { where, was: '', now: '移动了位置', place };
      const text = rowText(row);
      return { where, was: gone ? text : '', now: gone ? '（已删除）' : text, place };
    }
    case 'sheet': {
      const { change, sheet } = difference;
      const words = { added: '新增的表', deleted: '（已删除）', moved: '移动了位置' } as const;
      const text = `共 ${sheet.rows.length} 行`;
      const place = change === 'deleted' ? null : { sheet: sheet.id };
      return {
        where: '整张表',
        was: change === 'deleted' ? text : '',
        now: change === 'added' ? `${words.added}，${text}` : words[change],
        place
      };
    }
    case 'sheet-text': {
      const { sheet, property } = difference;
      return {
        where: SHEET_TEXTS[property],
        was: difference.was,
        now: difference.now,
        place: { sheet }
      };
    }
    case 'columns': {
      const titles = (columns: typeof difference.was) =>
        columns.map(({ title }) => title).join('、');
      return {
        where: '列',
        was: titles(difference.was),
        now: titles(difference.now),
        place: { sheet: difference.sheet }
      };
    }
    case 'workbook': {
      const { property } = difference;
      const where =
        property === 'region' ? '地区' : property === 'form' ? '表式' : ownFieldTitle(property);
      return { where, was: difference.was, now: difference.now, place: null };
    }
  }
}

/** All that stands in a row, in one line. */
export function rowText({ cells }: Row): string {
  return Object.values(cells)
    .filter((text) => text.trim() !== '')
    .join(' · ');
}
