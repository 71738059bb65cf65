import type { Change } from '#lib/model/edit.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';

/**
 * The changes that would restore what stands in a workbook before `change` is applied. A prose
 * field is restored from the places that were changed, so its whole text is not repeated here.
 */
export function inverseOf(workbook: Workbook, change: Change, isProseField: boolean): Change[] {
  switch (change.do) {
    case 'cell': {
      const found = rowWithSheet(workbook, change.row);
      return found ? [{ ...change, text: cellText(found.row, change.column) }] : [];
    }
    case 'field': {
      const sheet = sheetWithId(workbook, change.sheet);
      return sheet && !isProseField ? [{ ...change, text: fieldText(sheet, change.field) }] : [];
    }
    case 'insert':
      return [{ do: 'delete', rows: change.rows.map(({ id }) => id) }];
    case 'delete': {
      const present = change.rows.filter((row) => rowWithSheet(workbook, row));
      return present.length > 0 ? [{ do: 'restore', rows: present }] : [];
    }
    case 'restore':
      return [{ do: 'delete', rows: change.rows }];
    case 'move':
      return movesBack(workbook, change.rows);
    case 'sheet': {
      const sheet = sheetWithId(workbook, change.sheet);
      return sheet ? [{ ...change, text: sheet[change.property] }] : [];
    }
    case 'insert-sheet':
      return [{ do: 'delete-sheet', sheet: change.sheet.id }];
    case 'delete-sheet':
      return [{ do: 'restore-sheet', sheet: change.sheet }];
    case 'restore-sheet':
      return [{ do: 'delete-sheet', sheet: change.sheet }];
    case 'move-sheet': {
      const at = workbook.sheets.findIndex(({ id }) => id === change.sheet);
      return at < 0 ? [] : [{ ...change, after: workbook.sheets[at - 1]?.id ?? null }];
    }
    case 'workbook':
      return [{ ...change, text: String(workbook[change.property] ?? '') }];
    case 'settings':
      return [{ do: 'settings', settings: workbook.settings }];
  }
}

/** One move for each run of rows that stood together, in an order in which each finds its neighbour. */
function movesBack(workbook: Workbook, rows: readonly string[]): Change[] {
  const moving = new Set(rows);
  const moves: Change[] = [];
  for (const sheet of workbook.sheets) {
    let after: string | null = null;
    let run: string[] = [];
    const close = () => {
      if (run.length > 0) moves.push({ do: 'move', rows: run, sheet: sheet.id, after });
      run = [];
    };
    for (const { id } of sheet.rows) {
      if (moving.has(id)) {
        run.push(id);
      } else {
        close();
        after = id;
      }
    }
    close();
  }
  return moves;
}

/** The row with this id and the sheet it stands in. */
export function rowWithSheet(workbook: Workbook, id: string) {
  for (const sheet of workbook.sheets) {
    const row = sheet.rows.find((row) => row.id === id);
    if (row) return { row, sheet };
  }
  return null;
}

function sheetWithId(workbook: Workbook, id: string): Sheet | undefined {
  return workbook.sheets.find((sheet) => sheet.id === id);
}
