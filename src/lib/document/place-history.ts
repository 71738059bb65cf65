import { cellText, type Place } from '#lib/model/workbook.ts';
import type { LogEntry, Step } from './log.ts';

/** What an edit did to one cell or field. */
export interface PlaceChange {
  readonly entry: LogEntry;
  /**
   * `text` it wrote there; the others brought the row or sheet that the place is in, took it, or brought it
   * back; `filled` the workbook began with it.
   */
  readonly did: 'text' | 'added' | 'deleted' | 'restored' | 'filled';
  readonly what: 'row' | 'sheet' | 'workbook';
  /** What became what: of prose, each passage. Empty where no text is known. */
  readonly passages: readonly Passage[];
}

export interface Passage {
  readonly was: string;
  readonly now: string;
}

/**
 * Who did what to a cell or a field, newest first in the order of the log, which does not rest on anybody's
 * clock. The last is where it came from: the row or sheet that brought it, or what the workbook began as.
 * @param present the text that stands there now, which is the first one where nobody has changed it
 */
export function changesAt(
  entries: readonly LogEntry[],
  place: Place,
  present: string
): readonly PlaceChange[] {
  const changes: PlaceChange[] = [];
  for (const entry of [...entries].reverse()) {
    for (const step of [...entry.steps].reverse()) {
      const change = changeAt(step, place);
      if (change) changes.push({ entry, ...change });
    }
  }
  const added = changes.some(({ did }) => did === 'added');
  const first = entries.find(({ kind }) => kind === 'import');
  if (!added && first) {
    const passages = firstText(changes, place, present);
    changes.push({ entry: first, did: 'filled', what: 'workbook', passages });
  }
  return changes;
}

type Found = Omit<PlaceChange, 'entry'>;

function changeAt({ change, before, splices }: Step, place: Place): Found | null {
  const { sheet, row, column = '', field } = place;
  const inRow = (rows: readonly string[]) => row !== undefined && rows.includes(row);
  const of = (did: PlaceChange['did'], what: PlaceChange['what'], now = ''): Found => {
    const passages = now === '' ? [] : [{ was: '', now }];
    return { did, what, passages };
  };
  switch (change.do) {
    case 'cell':
      return change.row === row && change.column === column
        ? written(textIn(before), change.text)
        : null;
    case 'field': {
      if (row !== undefined || change.sheet !== sheet || change.field !== field) return null;
      if (!splices) return written(textIn(before), change.text);
      const passages = splices.map(({ removed, inserted }) => ({ was: removed, now: inserted }));
      return passages.length > 0 ? { did: 'text', what: 'row', passages } : null;
    }
    case 'insert': {
      const added = change.rows.find(({ id }) => id === row);
      return added ? of('added', 'row', cellText(added, column)) : null;
    }
    case 'insert-sheet': {
      if (change.sheet.id !== sheet) return null;
      const added = change.sheet.rows.find(({ id }) => id === row);
      if (row !== undefined && !added) return null;
      return of('added', 'sheet', added ? cellText(added, column) : change.sheet.fields[field!]);
    }
    case 'delete':
      return inRow(change.rows) ? of('deleted', 'row') : null;
    case 'restore':
      return inRow(change.rows) ? of('restored', 'row') : null;
    case 'delete-sheet':
      return change.sheet === sheet ? of('deleted', 'sheet') : null;
    case 'restore-sheet':
      return change.sheet === sheet ? of('restored', 'sheet') : null;
    default:
      return null;
  }
}

function written(was: string, now: string): Found | null {
  return was === now ? null : { did: 'text', what: 'row', passages: [{ was, now }] };
}

function textIn([former]: Step['before']): string {
  return former && 'text' in former ? former.text : '';
}

/** What stood there before the oldest change of the text; of prose only while nobody has changed it. */
function firstText(
  changes: readonly PlaceChange[],
  { sheet, field }: Place,
  present: string
): readonly Passage[] {
  const oldest = changes.findLast(({ did }) => did === 'text');
  const inPassages = oldest?.entry.steps.some(
    ({ change, splices }) =>
      splices !== undefined &&
      change.do === 'field' &&
      change.sheet === sheet &&
      change.field === field
  );
  const now = oldest ? (inPassages ? '' : oldest.passages[0]!.was) : present;
  return now === '' ? [] : [{ was: '', now }];
}
