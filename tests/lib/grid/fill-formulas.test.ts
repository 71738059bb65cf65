import { describe, expect, it } from 'vitest';
import { columnsOfSheet } from '#lib/grid/columns.ts';
import { editOfFill } from '#lib/grid/fill.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { editOfSeriesFill } from '#lib/grid/series-fill.ts';
import type { Edit } from '#lib/model/edit.ts';
import { freeSheet } from '#tests/lib/formulas/calculated.ts';

const sheet = freeSheet('f1', [
  ['1', '=A1*$A$1', ''],
  ['2', '', ''],
  ['3', '', '']
]);
const lines = linesOf([sheet]);
const columns = columnsOfSheet(sheet);
const cell = (line: number, column: number) => ({
  top: line,
  left: column,
  bottom: line,
  right: column
});

function textsIn({ changes }: Edit): readonly string[] {
  return changes.flatMap((change) => ('text' in change ? [change.text] : []));
}

describe('filling on from a formula', () => {
  const below = { top: 1, left: 1, bottom: 2, right: 1 };

  it('takes along what it refers to', () => {
    expect(textsIn(editOfFill(lines, columns, cell(0, 1), below))).toEqual([
      '=A2*$A$1',
      '=A3*$A$1'
    ]);
    expect(textsIn(editOfFill(lines, columns, cell(0, 1), cell(0, 2)))).toEqual(['=B1*$A$1']);
  });

  it('counts nothing on by the handle either', () => {
    const fill = { from: cell(0, 1), to: below, direction: 'down' } as const;
    for (const filling of ['auto', 'series', 'reversed'] as const) {
      const edit = editOfSeriesFill(lines, columns, fill, filling);
      expect(textsIn(edit)).toEqual(['=A2*$A$1', '=A3*$A$1']);
    }
  });
});
