import type { Sheet } from '#lib/model/workbook.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';

/** What every component gets that shows a sheet or a part of one. */
export interface SheetProps {
  readonly opened: OpenWorkbook;
  readonly view: View;
  readonly sheet: Sheet;
}
