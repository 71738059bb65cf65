import type { Change } from '#lib/model/edit.ts';
import { isProse } from '#lib/model/fields.ts';
import { propertyText } from '#lib/model/workbook-property.ts';
import { fieldText, findSheet } from '#lib/model/workbook.ts';
import type { Memory } from './memory.ts';
import { Reached } from './reached.ts';

/** For each change of an edit, the changes that restore what stands there before it is applied. */
export function inversesOf(memory: Memory, changes: readonly Change[]): Change[][] {
  // Later changes may be about rows and sheets that earlier ones have put in or moved.
  const reached = new Reached(memory);
  return changes.map((change) => {
    const inverse = inverseOf(memory, reached, change);
    reached.take(change);
    return inverse;
  });
}

/** A prose field is restored from the places that were changed: its whole text is not repeated here. */
function inverseOf(memory: Memory, reached: Reached, change: Change): Change[] {
  const { workbook } = reached;
  switch (change.do) {
    case 'cell': {
      const text = reached.cell(change.row, change.column);
      return text === null ? [] : [{ ...change, text }];
    }
    case 'field': {
      const sheet = findSheet(workbook, change.sheet) ?? memory.sheetAt(change.sheet);
      return sheet && !isProse(sheet.kind, change.field)
        ? [{ ...change, text: fieldText(sheet, change.field) }]
        : [];
    }
    case 'insert':
      return [{ do: 'delete', rows: change.rows.map(({ id }) => id) }];
    case 'delete': {
      const present = change.rows.filter((row) => reached.sheetOf(row) !== null);
      return present.length > 0 ? [{ do: 'restore', rows: present }] : [];
    }
    case 'restore':
      return [{ do: 'delete', rows: change.rows }];
    case 'move':
      return movesBack(reached, change.rows);
    case 'sheet': {
      const sheet = findSheet(workbook, change.sheet) ?? memory.sheetAt(change.sheet);
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
function movesBack(reached: Reached, rows: readonly string[]): Change[] {
  const moving = new Set(rows);
  const moves: Change[] = [];
  for (const sheet of new Set(rows.flatMap((row) => reached.sheetOf(row) ?? []))) {
    let after: string | null = null;
    let run: string[] = [];
    const close = () => {
      if (run.length > 0) moves.push({ do: 'move', rows: run, sheet, after });
      run = [];
    };
    for (const id of reached.rowsOf(sheet)) {
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
