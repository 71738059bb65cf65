import { describe, expect, test } from 'vitest';
import { changesAt } from '#lib/document/place-history.ts';
import { versionEdit } from '#lib/document/restoring.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Place } from '#lib/model/workbook.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const CELL = { sheet: 'p1', row: 'p1-r1', column: 'target' } as const;

function edit({ document }: Replica, ...changes: Change[]): void {
  document.edit({ label: '修改', changes });
}

const write = (replica: Replica, text: string, { row, column } = CELL) =>
  edit(replica, { do: 'cell', row, column, text });

/** Who did what there, as one line each. */
function told({ document }: Replica, place: Place, present = ''): readonly string[] {
  return changesAt(document.entries, place, present).map(({ entry, did, what, passages }) => {
    const texts = passages.map(({ was, now }) => `${was}→${now}`).join('；');
    return [entry.by.name, entry.kind, did === 'text' ? texts : `${did} ${what} ${texts}`].join(
      ' '
    );
  });
}

describe('who changed a cell', () => {
  test('is told newest first, with both texts, back to what the workbook began with', () => {
    const [wang, li] = replicasOf(smallWorkbook(), ['王芳', '李明']) as [Replica, Replica];
    write(wang, '≥13公里');
    settle([wang, li]);
    write(li, '≥14公里');
    write(li, '≥20人', { ...CELL, row: 'p1-r2' } as never);
    settle([wang, li]);
    for (const replica of [wang, li]) {
      expect(told(replica, CELL)).toEqual([
        '李明 edit ≥13公里→≥14公里',
        '王芳 edit ≥12公里→≥13公里',
        '起草人 import filled workbook →≥12公里'
      ]);
    }
  });

  test('names undo and redo as such', () => {
    const [wang] = replicasOf(smallWorkbook(), ['王芳']) as [Replica];
    write(wang, '≥13公里');
    wang.document.undo();
    wang.document.redo();
    expect(told(wang, CELL).slice(0, 3)).toEqual([
      '王芳 redo ≥12公里→≥13公里',
      '王芳 undo ≥13公里→≥12公里',
      '王芳 edit ≥12公里→≥13公里'
    ]);
  });

  test('has both texts of two people who wrote there while neither was connected', () => {
    const [wang, li] = replicasOf(smallWorkbook(), ['王芳', '李明']) as [Replica, Replica];
    write(wang, '≥30公里');
    write(li, '≥40公里');
    settle([wang, li]);
    expect(told(wang, CELL)).toEqual(told(li, CELL));
    expect([...told(wang, CELL)].slice(0, 2).sort()).toEqual([
      '李明 edit ≥12公里→≥40公里',
      '王芳 edit ≥12公里→≥30公里'
    ]);
  });

  test('says who brought its row, deleted it and brought it back', () => {
    const [wang, li] = replicasOf(smallWorkbook(), ['王芳', '李明']) as [Replica, Replica];
    const cells = { target: '≥5场' };
    edit(wang, { do: 'insert', sheet: 'p1', after: null, rows: [{ id: 'new', cells }] });
    settle([wang, li]);
    edit(li, { do: 'delete', rows: ['new'] });
    settle([wang, li]);
    edit(wang, { do: 'restore', rows: ['new'] });
    expect(told(wang, { ...CELL, row: 'new' })).toEqual([
      '王芳 edit restored row ',
      '李明 edit deleted row ',
      '王芳 edit added row →≥5场'
    ]);
  });

  test('says so of a sheet, and of a text that came back with a version', () => {
    const [wang] = replicasOf(smallWorkbook(), ['王芳']) as [Replica];
    const version = wang.document.workbook;
    write(wang, '');
    edit(wang, { do: 'delete-sheet', sheet: 'p1' });
    wang.document.edit(versionEdit(wang.document.memory, version, '初稿'));
    expect(told(wang, CELL)).toEqual([
      '王芳 edit →≥12公里',
      '王芳 edit restored sheet ',
      '王芳 edit deleted sheet ',
      '王芳 edit ≥12公里→',
      '起草人 import filled workbook →≥12公里'
    ]);
  });
});

describe('who changed a field', () => {
  test('is told with its texts, of prose with the passages', () => {
    const [wang] = replicasOf(smallWorkbook(), ['王芳']) as [Replica];
    edit(wang, { do: 'field', sheet: 'p1', field: 'budget', text: '40.00' });
    edit(wang, {
      do: 'field',
      sheet: 's1',
      field: 'body',
      text: '年内完成河道疏浚，确保安全度汛。'
    });
    expect(told(wang, { sheet: 'p1', field: 'budget' })).toEqual([
      '王芳 edit 36.00→40.00',
      '起草人 import filled workbook →36.00'
    ]);
    expect(told(wang, { sheet: 's1', field: 'body' }, 'whatever')).toEqual([
      '王芳 edit 清淤→疏浚',
      '起草人 import filled workbook '
    ]);
  });

  test('of one that nobody has changed is told where its text came from', () => {
    const [wang] = replicasOf(smallWorkbook(), ['王芳']) as [Replica];
    expect(told(wang, { sheet: 'p1', field: 'budget' }, '36.00')).toEqual([
      '起草人 import filled workbook →36.00'
    ]);
  });
});
