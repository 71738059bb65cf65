import { applyEdit } from '#lib/model/apply.ts';
import type { Change } from '#lib/model/edit.ts';
import { isProse } from '#lib/model/fields.ts';
import { propertyText } from '#lib/model/workbook-property.ts';
import { cellText, fieldText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import type { Memory } from './memory.ts';

/** For each change of an edit, the changes that restore what stands there before it is applied. */
export function inversesOf(memory: Memory, changes: readonly Change[]): Change[][] {
  const { workbook } = memory;
  const onlyTexts = changes.every((change) => change.do === 'cell' || change.do === 'field');
  if (changes.length === 1 || onlyTexts)
    return changes.map((change) => inverseOf(workbook, change));
  // Later changes may be about rows and sheets that earlier ones have put in or moved.
  let before = workbook;
  return changes.map((change) => {
    const inverse = inverseOf(before, change);
    before = applyRemembering(memory, before, change);
    return inverse;
  });
}

/** The workbook after a change that may bring back what is deleted: where it comes does not matter here. */
function applyRemembering(memory: Memory, before: Workbook, change: Change): Workbook {
  switch (change.do) {
    case 'restore-sheet': {
      const sheet = memory.sheetAt(change.sheet);
      const there = findSheet(before, change.sheet) !== undefined;
      return sheet && !there ? { ...before, sheets: [...before.sheets, sheet] } : before;
    }
    case 'restore':
      return withRows(memory, before, change.rows, (row) => memory.sheetOfRow(row));
    case 'move': {
      // A row may come from a sheet that is deleted.
      const present = withRows(memory, before, change.rows, () => change.sheet);
      return applyEdit(present, { label: '', changes: [change] });
    }
    default:
      return applyEdit(before, { label: '', changes: [change] });
  }
}

/** The workbook with those of the rows that it lacks, first in the sheets that they belong to. */
function withRows(
  memory: Memory,
  before: Workbook,
  rows: readonly string[],
  sheetOf: (row: string) => string | null
): Workbook {
  const changes = rows.flatMap((id): Change[] => {
    const row = memory.rowAt(id);
    const sheet = sheetOf(id);
    if (!row || sheet === null || rowWithSheet(before, id)) return [];
    return [{ do: 'insert', sheet, after: null, rows: [row] }];
  });
  return applyEdit(before, { label: '', changes });
}

/** A prose field is restored from the places that were changed: its whole text is not repeated here. */
function inverseOf(workbook: Workbook, change: Change): Change[] {
  switch (change.do) {
    case 'cell': {
      const found = rowWithSheet(workbook, change.row);
      return found ? [{ ...change, text: cellText(found.row, change.column) }] : [];
    }
    case 'field': {
      const sheet = findSheet(workbook, change.sheet);
      return sheet && !isProse(sheet.kind, change.field)
        ? [{ ...change, text: fieldText(sheet, change.field) }]
        : [];
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
      const sheet = findSheet(workbook, change.sheet);
      return sheet ? [{ ...change, text: sheet[change.property] }] : [];
    }
    case 'columns': {
      const sheet = findSheet(workbook, change.sheet);
      return sheet ? [{ ...change, columns: sheet.columns }] : [];
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
      return [{ ...change, text: propertyText(workbook, change.property) }];
    case 'settings':
      return [{ do: 'settings', settings: workbook.settings }];
    case 'waive':
      return [{ do: 'withdraw', waiver: change.waiver.id }];
    case 'settle':
      return [{ ...change, settled: !change.settled }];
    case 'withdraw': {
      const waiver = workbook.waivers.find(({ id }) => id === change.waiver);
      return waiver ? [{ do: 'waive', waiver }] : [];
    }
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
