import { applyEdit } from './apply.ts';
import { differencesBetween, movedIn, type Difference } from './differences.ts';
import type { Change } from './edit.ts';
import type { Sheet, Workbook } from './workbook.ts';

/**
 * The changes that make one state of a workbook of another: rows and sheets keep their ids, what both have
 * is moved and written only where it differs, and what only `present` has is deleted.
 */
export function changesTowards(present: Workbook, wanted: Workbook): readonly Change[] {
  const changes: Change[] = [];
  let reached = present;
  const add = (more: readonly Change[]) => {
    changes.push(...more);
    reached = applyEdit(reached, { label: '', changes: more });
  };
  add(sheetsToInsert(present, wanted));
  add(rowsToDelete(present, wanted));
  for (const sheet of wanted.sheets) add(rowsToPlace(reached, sheet));
  add(sheetsToDelete(present, wanted));
  add(sheetsToPlace(reached, wanted));
  add(differencesBetween(reached, wanted).flatMap(writing));
  return [...changes, ...settingsToWrite(present, wanted), ...waiversToChange(present, wanted)];
}

/** Sheets that are nowhere; their rows follow, since some may stand elsewhere. */
function sheetsToInsert(present: Workbook, wanted: Workbook): readonly Change[] {
  const known = idsOf(present.sheets);
  return wanted.sheets
    .filter(({ id }) => !known.has(id))
    .map((sheet) => ({ do: 'insert-sheet', sheet: { ...sheet, rows: [] }, after: null }));
}

function sheetsToDelete(present: Workbook, wanted: Workbook): readonly Change[] {
  const kept = idsOf(wanted.sheets);
  return present.sheets
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => ({ do: 'delete-sheet', sheet: id }));
}

/** Rows of a sheet that goes away go with it. */
function rowsToDelete(present: Workbook, wanted: Workbook): readonly Change[] {
  const sheets = idsOf(wanted.sheets);
  const kept = idsOf(wanted.sheets.flatMap(({ rows }) => rows));
  const rows = present.sheets
    .filter(({ id }) => sheets.has(id))
    .flatMap((sheet) => sheet.rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id));
  return rows.length > 0 ? [{ do: 'delete', rows }] : [];
}

/** Moves and inserts rows of a sheet, a run of them at a time, each behind the one that is wanted before. */
function rowsToPlace({ sheets }: Workbook, wanted: Sheet): readonly Change[] {
  const standing = sheets.find(({ id }) => id === wanted.id)?.rows.map(({ id }) => id) ?? [];
  const known = idsOf(sheets.flatMap(({ rows }) => rows));
  const here = new Set(standing);
  const displaced = movedIn(
    standing,
    wanted.rows.map(({ id }) => id)
  );
  const changes: Change[] = [];
  let after: string | null = null;
  let run: Sheet['rows'][number][] = [];
  let runAfter: string | null = null;
  let runMoves = false;
  const close = () => {
    const sheet = wanted.id;
    if (run.length === 0) return;
    const rows = run;
    run = [];
    changes.push(
      runMoves
        ? { do: 'move', rows: rows.map(({ id }) => id), sheet, after: runAfter }
        : { do: 'insert', sheet, after: runAfter, rows }
    );
  };
  for (const row of wanted.rows) {
    const moves = known.has(row.id);
    if (here.has(row.id) && !displaced.has(row.id)) close();
    else {
      if (moves !== runMoves) close();
      if (run.length === 0) [runAfter, runMoves] = [after, moves];
      run.push(row);
    }
    after = row.id;
  }
  close();
  return changes;
}

function sheetsToPlace({ sheets }: Workbook, wanted: Workbook): readonly Change[] {
  const order = wanted.sheets.map(({ id }) => id);
  const displaced = movedIn(
    sheets.map(({ id }) => id),
    order
  );
  return order.flatMap((sheet, at): readonly Change[] =>
    displaced.has(sheet) ? [{ do: 'move-sheet', sheet, after: order[at - 1] ?? null }] : []
  );
}

/** The change that writes a difference between states that have the same rows and sheets in one order. */
function writing(difference: Difference): readonly Change[] {
  switch (difference.kind) {
    case 'text': {
      const { place, now: text } = difference;
      const { sheet = '', row, column = '', field = '' } = place;
      return row === undefined
        ? [{ do: 'field', sheet, field, text }]
        : [{ do: 'cell', row, column, text }];
    }
    case 'sheet-text': {
      const { sheet, property, now: text } = difference;
      return [{ do: 'sheet', sheet, property, text }];
    }
    case 'columns':
      return [{ do: 'columns', sheet: difference.sheet, columns: difference.now }];
    case 'workbook':
      return [{ do: 'workbook', property: difference.property, text: difference.now }];
    case 'row':
    case 'sheet':
      throw new Error(`a ${difference.kind} was not put in its place: ${difference.change}`);
  }
}

function settingsToWrite(present: Workbook, { settings }: Workbook): readonly Change[] {
  const same = JSON.stringify(present.settings) === JSON.stringify(settings);
  return same ? [] : [{ do: 'settings', settings }];
}

function waiversToChange(present: Workbook, wanted: Workbook): readonly Change[] {
  const [known, kept] = [idsOf(present.waivers), idsOf(wanted.waivers)];
  return [
    ...present.waivers
      .filter(({ id }) => !kept.has(id))
      .map(({ id }): Change => ({ do: 'withdraw', waiver: id })),
    ...wanted.waivers
      .filter(({ id }) => !known.has(id))
      .map((waiver): Change => ({ do: 'waive', waiver }))
  ];
}

function idsOf(things: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(things.map(({ id }) => id));
}
