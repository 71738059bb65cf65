import type { Row, Sheet, Workbook } from '#lib/model/workbook.ts';

/** Rows and sheets that are deleted, as they are now, in no order. */
export interface Deleted {
  readonly rows: readonly Row[];
  readonly sheets: readonly Sheet[];
}

/** What a document knows beside the workbook that it stands for: deleted rows and sheets never leave it. */
export interface Memory {
  readonly workbook: Workbook;
  readonly deleted: Deleted;
  isDeleted(id: string): boolean;
  /** The order key of a row or sheet; null where there is no such id. */
  orderOf(id: string): string | null;
  sheetOfRow(row: string): string | null;
  rowAt(id: string): Row | null;
  sheetAt(id: string): Sheet | null;
}

/** The workbook as it would be with these deleted rows and sheets back at their places. */
export function withRestored(
  memory: Memory,
  rows: readonly string[],
  sheets: readonly string[]
): Workbook {
  const byOrder = ordering(memory);
  const back = new Map<string, Row[]>();
  for (const id of rows) {
    const row = memory.rowAt(id);
    const sheet = memory.sheetOfRow(id);
    if (row && sheet !== null) back.set(sheet, [...(back.get(sheet) ?? []), row]);
  }
  const restored = sheets.flatMap((id) => memory.sheetAt(id) ?? []);
  return {
    ...memory.workbook,
    sheets: [...memory.workbook.sheets, ...restored].sort(byOrder).map((sheet) => {
      const added = back.get(sheet.id);
      return added ? { ...sheet, rows: [...sheet.rows, ...added].sort(byOrder) } : sheet;
    })
  };
}

/** Sorts as the projection does: by order key, ties by id. */
function ordering(memory: Memory) {
  return (a: { readonly id: string }, b: { readonly id: string }): number => {
    const [one, other] = [memory.orderOf(a.id) ?? '', memory.orderOf(b.id) ?? ''];
    if (one !== other) return one < other ? -1 : 1;
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  };
}
