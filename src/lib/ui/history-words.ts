import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import { findSheet, type Place, type Workbook } from '#lib/model/workbook.ts';
import type {
  EditSummary,
  History,
  LogEntry,
  PlaceChange
} from '#lib/workspace/history/history.svelte.ts';
import type { Occasion } from '#lib/workspace/history/versions.svelte.ts';

/** Said of somebody who has given no name. */
const UNSIGNED = '未署名';

/** What is said of a time that is yet to come. */
export const WRONG_CLOCK = '该设备的时钟不准';

/** In front of the label of an edit. */
export const ENTRY_KINDS: Readonly<Record<LogEntry['kind'], string>> = {
  edit: '',
  undo: '撤销：',
  redo: '恢复：',
  import: '',
  late: ''
};

/** Before what an automatic version was made. */
export const OCCASIONS: Readonly<Record<Occasion, string>> = {
  adoption: '存入表之前',
  restoring: '恢复版本之前',
  package: '打开同步包之前'
};

/** The name that somebody is called here by. */
export function authorName({ id, name }: LogEntry['by'], own: string): string {
  return id === own ? '我' : name || UNSIGNED;
}

/** How much was done, in one line: 37 处修改，新增 2 行，涉及 3 张表. Empty where nothing was counted. */
export function summaryWords(summary: EditSummary): string {
  const { texts, rowsAdded, rowsDeleted, rowsRestored, takenBack, sheets } = summary;
  const { sheetsAdded, sheetsDeleted, sheetsRestored } = summary;
  const parts: readonly (readonly [number, string])[] = [
    [texts, `${texts} 处修改`],
    [rowsAdded, `新增 ${rowsAdded} 行`],
    [rowsDeleted, `删除 ${rowsDeleted} 行`],
    [rowsRestored, `恢复 ${rowsRestored} 行`],
    [sheetsAdded, `新增 ${sheetsAdded} 张表`],
    [sheetsDeleted, `删除 ${sheetsDeleted} 张表`],
    [sheetsRestored, `恢复 ${sheetsRestored} 张表`],
    [takenBack, `撤销和恢复 ${takenBack} 步`],
    [sheets, `涉及 ${sheets} 张表`]
  ];
  return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join('，');
}

/** What an edit did to the row or sheet of a place, where it wrote no text there. */
export function placeChangeWords({ did, what, entry }: PlaceChange): string {
  const thing = what === 'row' ? '这一行' : '这张表';
  switch (did) {
    case 'text':
      return entry.label;
    case 'added':
      return `新增${thing}`;
    case 'deleted':
      return `删除${thing}`;
    case 'restored':
      return `恢复${thing}`;
    case 'filled':
      return entry.label;
  }
}

/** One thing that an edit wrote, and where one finds it; null where it wrote no text. */
export interface WrittenText {
  readonly place: Place;
  readonly where: string;
  readonly text: string;
}

/** The texts that an edit wrote, in its order, of sheets that are still there. */
export function writtenTexts(
  workbook: Workbook,
  history: History,
  { steps }: LogEntry
): readonly WrittenText[] {
  return steps.flatMap(({ change, before: [former], splices }): readonly WrittenText[] => {
    const place = placeOf(change, history);
    const sheet = place && findSheet(workbook, place.sheet);
    if (!sheet) return [];
    const where = `${shortSheetName(sheet)} · ${placeName(sheet, place)}`;
    if (change.do === 'waive') return [{ place, where, text: change.waiver.reason }];
    if (!('text' in change)) return [];
    const was = former && 'text' in former ? former.text : '';
    const text = splices
      ? splices.map(({ removed, inserted }) => `“${removed}” → “${inserted}”`).join('；')
      : `“${was}” → “${change.text}”`;
    return [{ place, where, text }];
  });
}

function placeOf(change: LogEntry['steps'][number]['change'], history: History): Place | null {
  switch (change.do) {
    case 'waive':
      return change.waiver.place;
    case 'field':
      return { sheet: change.sheet, field: change.field };
    case 'cell': {
      const sheet = history.sheetOfRow(change.row);
      return sheet === null ? null : { sheet, row: change.row, column: change.column };
    }
    default:
      return null;
  }
}
