import { describe, expect, it } from 'vitest';
import { columnsOfSheet } from '#lib/grid/columns.ts';
import { editOfFill, fillOf } from '#lib/grid/fill.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { findSheet } from '#lib/model/workbook.ts';
import { freeWorkbook } from '#tests/support/free-workbook.ts';

const CELL = { top: 1, left: 1, bottom: 1, right: 1 };

describe('a fill', () => {
  const workbook = freeWorkbook('a . .', 'b . .', '. . .', '. . .', '. . .');
  const sheet = findSheet(workbook, 'f')!;
  const lines = linesOf([sheet]);
  const columns = columnsOfSheet(sheet);

  it('repeats a block below it from its first row on', () => {
    const edit = editOfFill(
      lines,
      columns,
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 2, left: 0, bottom: 4, right: 0 }
    );
    const filled = findSheet(applyEdit(workbook, edit), 'f')!;
    expect(filled.rows.map(({ cells }) => cells.A)).toEqual(['a', 'b', 'a', 'b', 'a']);
    expect(edit.label).toBe('填充 3 格');
  });

  it('repeats a block above it from its last row on', () => {
    const edit = editOfFill(
      lines,
      columns,
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 0, left: 0, bottom: 0, right: 0 }
    );
    const filled = findSheet(applyEdit(workbook, edit), 'f')!;
    expect(filled.rows.map(({ cells }) => cells.A ?? '').slice(0, 2)).toEqual(['', 'b']);
  });

  it('of several rows takes the first one for the others', () => {
    expect(fillOf({ ...CELL, bottom: 3 }, 'down')).toEqual({
      source: CELL,
      target: { ...CELL, top: 2, bottom: 3 }
    });
  });

  it('of a single column takes the one beside it', () => {
    expect(fillOf(CELL, 'right')).toEqual({ source: { ...CELL, left: 0, right: 0 }, target: CELL });
  });

  it('has nothing to take at the edge', () => {
    expect(fillOf({ ...CELL, top: 0, bottom: 0 }, 'down')).toBeNull();
  });
});
