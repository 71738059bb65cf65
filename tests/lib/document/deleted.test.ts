import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { deletedThings } from '#lib/document/deleted.ts';
import { WorkbookDocument } from '#lib/document/document.ts';
import { recoveryEdit } from '#lib/document/restoring.ts';
import type { Change } from '#lib/model/edit.ts';
import { cellText } from '#lib/model/workbook.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

function edit({ document }: Replica, ...changes: Change[]): void {
  document.edit({ label: '修改', changes });
}

const binOf = ({ document }: Replica) => deletedThings(document.memory, document.entries);

/** What is in the bin: what, who deleted it, and who wrote in it meanwhile. */
function bin(replica: Replica) {
  return binOf(replica).map(({ id, sheet, row, deleted, edited }) => ({
    id,
    sheet: sheet.id,
    target: row && cellText(row, 'target'),
    deleted: deleted?.by.name,
    edited: edited?.by.name
  }));
}

function pair() {
  return replicasOf(smallWorkbook(), ['王芳', '李明']) as [Replica, Replica];
}

describe('the bin', () => {
  test('is empty while nothing is deleted', () => {
    expect(bin(pair()[0])).toEqual([]);
  });

  test('has rows and sheets with who deleted them, sheets first and the last deleted before others', () => {
    const [wang, li] = pair();
    edit(wang, { do: 'delete', rows: ['p1-r1'] });
    settle([wang, li]);
    edit(li, { do: 'delete', rows: ['p2-r3', 'p2-r2'] });
    edit(li, { do: 'delete-sheet', sheet: 's1' });
    settle([wang, li]);
    for (const replica of [wang, li]) {
      expect(bin(replica)).toEqual([
        { id: 's1', sheet: 's1', target: null, deleted: '李明', edited: undefined },
        { id: 'p2-r2', sheet: 'p2', target: '≥95%', deleted: '李明', edited: undefined },
        { id: 'p2-r3', sheet: 'p2', target: '≥18个', deleted: '李明', edited: undefined },
        { id: 'p1-r1', sheet: 'p1', target: '≥12公里', deleted: '王芳', edited: undefined }
      ]);
    }
  });

  test('names who edited a row while somebody else deleted it, and has what they wrote', () => {
    const [wang, li] = pair();
    edit(wang, { do: 'delete', rows: ['p1-r1', 'p1-r2'] });
    edit(li, { do: 'cell', row: 'p1-r1', column: 'target', text: '≥15公里' });
    settle([wang, li]);
    for (const replica of [wang, li]) {
      expect(bin(replica)).toEqual([
        { id: 'p1-r1', sheet: 'p1', target: '≥15公里', deleted: '王芳', edited: '李明' },
        { id: 'p1-r2', sheet: 'p1', target: '≥95%', deleted: '王芳', edited: undefined }
      ]);
    }
  });

  test('names nobody where the edit was seen by who deleted the row', () => {
    const [wang, li] = pair();
    edit(li, { do: 'cell', row: 'p1-r1', column: 'target', text: '≥15公里' });
    settle([wang, li]);
    edit(wang, { do: 'delete', rows: ['p1-r1'] });
    settle([wang, li]);
    expect(bin(li)).toMatchObject([{ id: 'p1-r1', edited: undefined }]);
  });

  test('names who edited a sheet while somebody else deleted it', () => {
    const [wang, li] = pair();
    edit(wang, { do: 'delete-sheet', sheet: 'p1' });
    edit(li, { do: 'cell', row: 'p1-r1', column: 'target', text: '≥15公里' });
    settle([wang, li]);
    expect(bin(wang)).toMatchObject([{ id: 'p1', deleted: '王芳', edited: '李明' }]);
  });

  test('goes by the order of the log where a deletion kept nothing of what it deleted', () => {
    const [wang] = pair();
    edit(wang, { do: 'delete', rows: ['p1-r1'] });
    const entries = wang.document.entries.map((entry) => ({
      ...entry,
      steps: entry.steps.map(({ change, before }) => ({ change, before }))
    }));
    const late = {
      ...entries.at(-1)!,
      id: 'late',
      by: { id: 'li', name: '李明' },
      steps: [{ change: { do: 'cell', row: 'p1-r1', column: 'basis', text: 'x' }, before: [] }]
    } as const;
    expect(deletedThings(wang.document.memory, entries)).toMatchObject([{ edited: null }]);
    expect(deletedThings(wang.document.memory, [...entries, late])).toMatchObject([
      { edited: { by: { name: '李明' } } }
    ]);
  });
});

describe('what is brought back from the bin', () => {
  test('stands at its old place, in one step that can be undone', () => {
    const [wang, li] = pair();
    edit(wang, { do: 'delete', rows: ['p1-r2', 'p2-r1'] });
    edit(wang, { do: 'cell', row: 'p1-r1', column: 'target', text: '≥15公里' });
    settle([wang, li]);
    const deleted = li.document.workbook;
    li.document.edit(recoveryEdit(li.document.memory, ['p1-r2', 'p2-r1'], []));
    const [, first, second] = li.document.workbook.sheets;
    expect(first!.rows.map(({ id }) => id)).toEqual(['p1-r1', 'p1-r2', 'p1-r3']);
    expect(second!.rows.map(({ id }) => id)).toEqual(['p2-r1', 'p2-r2', 'p2-r3']);
    expect(li.document.undoLabel).toBe('恢复 2 行');
    li.document.undo();
    expect(li.document.workbook.sheets).toEqual(deleted.sheets);
  });

  test('brings the sheet along where that is deleted too', () => {
    const [wang] = pair();
    edit(wang, { do: 'delete', rows: ['p1-r2'] });
    edit(wang, { do: 'delete-sheet', sheet: 'p1' });
    wang.document.edit(recoveryEdit(wang.document.memory, ['p1-r2'], []));
    expect(wang.document.undoLabel).toBe('恢复 1 张表和 1 行');
    expect(wang.document.workbook.sheets[1]).toMatchObject({
      id: 'p1',
      rows: [{ id: 'p1-r1' }, { id: 'p1-r2' }, { id: 'p1-r3' }]
    });
  });
});

test('when one person deletes every sheet, another brings all back, on another device and after a reload', () => {
  const [wang, li] = pair();
  edit(li, { do: 'cell', row: 'p1-r1', column: 'target', text: '≥15公里' });
  settle([wang, li]);
  const whole = wang.document.workbook;
  for (const { id } of wang.document.workbook.sheets) edit(wang, { do: 'delete-sheet', sheet: id });
  settle([wang, li]);
  expect(li.document.workbook.sheets).toEqual([]);

  // What a reload reads is what was stored, and nothing else.
  const [doc, comments, log] = [li.doc, li.comments, li.log].map((stored) => {
    const read = new Y.Doc();
    Y.applyUpdate(read, Y.encodeStateAsUpdate(stored), 'storage');
    return read;
  }) as [Y.Doc, Y.Doc, Y.Doc];
  const author = { id: '李明', name: '李明' };
  const reloaded = new WorkbookDocument({ id: whole.id, doc, comments, log, author });
  const things = deletedThings(reloaded.memory, reloaded.entries);
  expect(things.map(({ deleted }) => deleted?.by.name)).toEqual(['王芳', '王芳', '王芳']);
  const ids = things.map(({ id }) => id);
  reloaded.edit(recoveryEdit(reloaded.memory, [], ids));
  expect(reloaded.workbook.sheets).toEqual(whole.sheets);

  Y.applyUpdate(wang.doc, Y.encodeStateAsUpdate(doc), 'network');
  expect(wang.document.workbook.sheets).toEqual(whole.sheets);
});
