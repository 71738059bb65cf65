import { describe, expect, it } from 'vitest';
import { recoveryEdit } from '#lib/document/restoring.ts';
import { adoptingEdit, keepingEdit } from '#lib/model/conflict.ts';
import { cellText } from '#lib/model/workbook.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const ROW = 'p1-r1';

function pair(): [Replica, Replica] {
  const [chen, li] = replicasOf(smallWorkbook(), ['chen', 'li']);
  return [chen!, li!];
}

function write({ document }: Replica, text: string): void {
  const changes = [{ do: 'cell', row: ROW, column: 'target', text } as const];
  document.edit({ label: `改为 ${text}`, changes });
}

/** The text of the cell; undefined where its row is not there. */
function cell({ document }: Replica): string | undefined {
  const rows = document.workbook.sheets.flatMap(({ rows }) => rows);
  const row = rows.find(({ id }) => id === ROW);
  return row && cellText(row, 'target');
}

/** Two texts for one cell, written at the same time. */
function inConflict(): [Replica, Replica] {
  const [chen, li] = pair();
  write(chen, '≥20公里');
  write(li, '≥30公里');
  settle([chen, li]);
  return [chen, li];
}

describe('undoing what settled a conflict', () => {
  it('leaves it settled where a colleague has written over the text since', () => {
    const [chen, li] = inConflict();
    chen.document.edit(adoptingEdit(chen.document.conflicts[0]!));
    settle([chen, li]);
    write(li, '≥25公里');
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    settle([chen, li]);
    for (const replica of [chen, li]) {
      expect(cell(replica)).toBe('≥25公里');
      expect(replica.document.conflicts).toEqual([]);
    }
  });

  it('leaves it settled where a colleague has settled it since', () => {
    const [chen, li] = inConflict();
    const edits = [chen, li].map(({ document }) => keepingEdit(document.conflicts[0]!));
    chen.document.edit(edits[0]!);
    settle([chen, li]);
    li.document.edit(edits[1]!);
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    settle([chen, li]);
    for (const { document } of [chen, li]) expect(document.conflicts).toEqual([]);
  });

  it('lists it again otherwise, and doing it again settles it', () => {
    const [chen, li] = inConflict();
    chen.document.edit(adoptingEdit(chen.document.conflicts[0]!));
    chen.document.undo();
    expect(chen.document.conflicts).toHaveLength(1);
    chen.document.redo();
    settle([chen, li]);
    for (const { document } of [chen, li]) expect(document.conflicts).toEqual([]);
  });
});

describe('undoing that something was brought back', () => {
  it('leaves a row in which a colleague has written since', () => {
    const [chen, li] = pair();
    li.document.edit({ label: '', changes: [{ do: 'delete', rows: [ROW] }] });
    settle([chen, li]);
    chen.document.edit(recoveryEdit(chen.document.memory, [ROW], []));
    settle([chen, li]);
    write(li, '≥13公里');
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(cell(chen)).toBe('≥13公里');
  });

  it('leaves a sheet in which a colleague has written since', () => {
    const [chen, li] = pair();
    li.document.edit({ label: '', changes: [{ do: 'delete-sheet', sheet: 'p1' }] });
    settle([chen, li]);
    chen.document.edit(recoveryEdit(chen.document.memory, [], ['p1']));
    settle([chen, li]);
    write(li, '≥13公里');
    settle([chen, li]);
    expect(chen.document.undo().done).toBe(false);
    expect(cell(chen)).toBe('≥13公里');
  });

  it('deletes it again where nobody has touched it', () => {
    const [chen] = pair();
    chen.document.edit({ label: '', changes: [{ do: 'delete', rows: [ROW] }] });
    chen.document.edit(recoveryEdit(chen.document.memory, [ROW], []));
    expect(chen.document.undo().done).toBe(true);
    expect(cell(chen)).toBeUndefined();
    chen.document.redo();
    expect(cell(chen)).toBe('≥12公里');
  });
});

it('puts no row back into a sheet that a colleague has deleted since, where nobody would see it', () => {
  const [chen, li] = pair();
  const move = { do: 'move', rows: [ROW], sheet: 'p2', after: null } as const;
  chen.document.edit({ label: '', changes: [move] });
  settle([chen, li]);
  li.document.edit({ label: '', changes: [{ do: 'delete-sheet', sheet: 'p1' }] });
  settle([chen, li]);
  expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
  expect(cell(chen)).toBe('≥12公里');
});

it('does a text again that was undone while its row was deleted', () => {
  const [chen, li] = pair();
  write(chen, '≥13公里');
  settle([chen, li]);
  li.document.edit({ label: '', changes: [{ do: 'delete', rows: [ROW] }] });
  settle([chen, li]);
  chen.document.undo();
  chen.document.redo();
  settle([chen, li]);
  li.document.undo();
  settle([chen, li]);
  for (const replica of [chen, li]) expect(cell(replica)).toBe('≥13公里');
});
