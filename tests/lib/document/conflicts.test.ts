import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import { adoptingEdit, conflictTexts, keepingEdit } from '#lib/model/conflict.ts';
import type { Change } from '#lib/model/edit.ts';
import { contentsText } from '#lib/model/workbook-property.ts';
import { cellText } from '#lib/model/workbook.ts';
import { deliver, replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const CELL = { row: 'p1-r1', column: 'target' } as const;

function write(replica: Replica, text: string, change: Partial<Change> = {}): void {
  const cell = { do: 'cell', ...CELL, text, ...change } as Change;
  replica.document.edit({ label: `改为 ${text}`, changes: [cell] });
}

function cellOf({ document }: Replica): string {
  const rows = document.workbook.sheets.flatMap(({ rows }) => rows);
  return cellText(
    rows.find(({ id }) => id === CELL.row)!,
    CELL.column
  );
}

const shown = ({ document }: Replica) =>
  document.conflicts.map(({ place, present, lost, by }) => ({
    place,
    present,
    lost: lost.text,
    by: by.name
  }));

/** Two people who have written at one place without having seen each other's text. */
function inConflict() {
  const replicas = replicasOf(smallWorkbook(), ['陈', '李', '赵']);
  const [chen, li] = replicas as [Replica, Replica, Replica];
  write(chen, '≥20公里');
  write(li, '≥30公里');
  settle(replicas);
  const winner = cellOf(chen);
  const loser = winner === '≥20公里' ? '≥30公里' : '≥20公里';
  return { replicas, chen, li, winner, loser };
}

describe('two texts written at one place at the same time', () => {
  test('are both kept: one stands there, the other is listed with who wrote it, for everybody', () => {
    const { replicas, winner, loser } = inConflict();

    for (const replica of replicas) {
      expect(cellOf(replica)).toBe(winner);
      expect(shown(replica)).toEqual([
        {
          place: { sheet: 'p1', ...CELL },
          present: winner,
          lost: loser,
          by: loser === '≥20公里' ? '陈' : '李'
        }
      ]);
    }
  });

  test('are one where 采用 puts the other text in its place, until that is undone', () => {
    const { replicas, chen, loser, winner } = inConflict();
    chen.document.edit(adoptingEdit(chen.document.conflicts[0]!));
    settle(replicas);
    for (const replica of replicas) {
      expect(cellOf(replica)).toBe(loser);
      expect(shown(replica)).toEqual([]);
    }

    chen.document.undo();
    settle(replicas);
    for (const replica of replicas) {
      expect(cellOf(replica)).toBe(winner);
      expect(shown(replica)).toMatchObject([{ lost: loser }]);
    }
  });

  test('are settled where 保留 leaves the text that stands there', () => {
    const { replicas, li, winner } = inConflict();
    li.document.edit(keepingEdit(li.document.conflicts[0]!));
    settle(replicas);
    for (const replica of replicas) {
      expect(cellOf(replica)).toBe(winner);
      expect(shown(replica)).toEqual([]);
    }
  });

  test('are told also by a document that is opened anew', () => {
    const { chen } = inConflict();
    const docs = [chen.doc, chen.comments, chen.log].map((doc) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      return copy;
    });
    const document = new WorkbookDocument({
      id: chen.document.workbook.id,
      doc: docs[0]!,
      comments: docs[1]!,
      log: docs[2]!,
      author: { id: 'new', name: '周' }
    });
    expect(document.conflicts).toEqual(chen.document.conflicts);
  });

  test('are no conflict where they are the same', () => {
    const replicas = replicasOf(smallWorkbook(), ['陈', '李']);
    for (const replica of replicas) write(replica, '≥20公里');
    settle(replicas);
    for (const replica of replicas) expect(shown(replica)).toEqual([]);
  });

  test('are no conflict at different places, and none where one has seen the other', () => {
    const replicas = replicasOf(smallWorkbook(), ['陈', '李']);
    const [chen, li] = replicas as [Replica, Replica];
    write(chen, '≥20公里');
    write(li, '河道清淤方案', { column: 'basis' });
    settle(replicas);
    write(li, '≥30公里');
    settle(replicas);
    write(chen, '≥40公里');
    settle(replicas);
    for (const replica of replicas) expect(shown(replica)).toEqual([]);
  });

  test('list only the last of what one person wrote while away', () => {
    const replicas = replicasOf(smallWorkbook(), ['陈', '李']);
    const [chen, li] = replicas as [Replica, Replica];
    for (const text of ['甲', '乙', '丙']) write(chen, text);
    for (const text of ['丁', '戊']) write(li, text);
    settle(replicas);
    const winner = cellOf(chen);
    expect(['丙', '戊']).toContain(winner);
    for (const replica of replicas) {
      expect(shown(replica)).toMatchObject([
        { present: winner, lost: winner === '丙' ? '戊' : '丙' }
      ]);
    }
  });

  test('are no longer listed while their row is deleted', () => {
    const { replicas, chen } = inConflict();
    chen.document.edit({ label: '', changes: [{ do: 'delete', rows: [CELL.row] }] });
    settle(replicas);
    for (const replica of replicas) expect(shown(replica)).toEqual([]);
    chen.document.undo();
    settle(replicas);
    for (const replica of replicas) expect(shown(replica)).toHaveLength(1);
  });

  test('are not looked through again at an edit elsewhere', () => {
    const { chen } = inConflict();
    const before = chen.document.conflicts;
    chen.document.edit({
      label: '',
      changes: [{ do: 'cell', row: 'p1-r2', column: 'target', text: '≥98%' }]
    });
    expect(chen.document.conflicts).toBe(before);
  });

  test('are told in the words of a person where texts stand for something else', () => {
    const replicas = replicasOf(smallWorkbook(), ['陈', '李']);
    const change = { do: 'workbook', property: 'contents' } as const;
    replicas.forEach(({ document }, at) => {
      const text = contentsText(at === 0 ? null : '一、职责\n二、目标');
      document.edit({ label: '', changes: [{ ...change, text }] });
    });
    settle(replicas);
    const [conflict] = replicas[0]!.document.conflicts;
    expect(conflict!.place).toEqual({ field: 'contents' });
    const texts = Object.values(conflictTexts(conflict!)).sort();
    expect(texts).toEqual(['一、职责\n二、目标', '导出时按表名自动生成']);
    const labels = [adoptingEdit(conflict!).label, keepingEdit(conflict!).label];
    expect(labels.map((label) => label.slice(2)).sort()).toEqual([
      '“一、职责 二、目标”',
      '“导出时按表名自动生成”'
    ]);
  });

  test('are told for fields, titles of sheets and the workbook too', () => {
    const changes = [
      { do: 'field', sheet: 'p1', field: 'budget' },
      { do: 'sheet', sheet: 'p1', property: 'title' },
      { do: 'workbook', property: 'department' }
    ] as const;
    for (const change of changes) {
      const replicas = replicasOf(smallWorkbook(), ['陈', '李']);
      for (const { document, name } of replicas) {
        document.edit({ label: '', changes: [{ ...change, text: name }] });
      }
      settle(replicas);
      expect(shown(replicas[0]!)).toHaveLength(1);
    }
  });
});

test('whoever writes what in which order, each text is kept until somebody writes over it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ who: fc.nat(2), deliver: fc.boolean() }), {
        minLength: 1,
        maxLength: 12
      }),
      (steps) => {
        const replicas = replicasOf(smallWorkbook(), ['陈', '李', '赵']);
        const written = new Set<string>();
        steps.forEach(({ who, deliver }, at) => {
          written.delete(cellOf(replicas[who]!));
          write(replicas[who]!, `第 ${at} 次`);
          written.add(`第 ${at} 次`);
          if (deliver) settle(replicas);
        });
        settle(replicas);
        for (const replica of replicas) {
          const kept = [cellOf(replica), ...shown(replica).map(({ lost }) => lost)];
          expect(kept.sort()).toEqual([...written].sort());
        }
      }
    )
  );
});

test('what was lost is listed also where the text in its place was away when the document was opened', () => {
  const { replicas, chen, li, loser } = inConflict();
  write(chen, '≥96%', { row: 'p1-r2' });
  const before = li.inbox.length;
  write(chen, '≥40公里');
  // It comes before the edit that it rests on: what it was written over goes, and it waits.
  deliver(li, li.inbox.length - before, () => before);
  expect(cellOf(li)).toBe('');

  li.restart();
  write(li, '≥50公里');

  expect(shown(li).map(({ lost }) => lost)).toContain(loser);
  settle(replicas);
  expect(shown(li)).toEqual(shown(chen));
});

test('conflicts are those that a document opened anew lists, in whatever order edits come', () => {
  const step = fc.record({
    who: fc.nat(2),
    count: fc.nat(3),
    which: fc.nat(999),
    undo: fc.boolean(),
    restarts: fc.boolean()
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
      const replicas = replicasOf(smallWorkbook(), ['陈', '李', '赵']);
      steps.forEach(({ who, count, which, undo, restarts }, at) => {
        const replica = replicas[who]!;
        if (restarts) replica.restart();
        if (undo) replica.document.undo();
        else write(replica, `第 ${at} 次`);
        for (const one of replicas) deliver(one, count, (length) => which % length);
        for (const { doc, comments, log, document } of replicas) {
          const { workbook, author, conflicts } = document;
          const anew = new WorkbookDocument({ id: workbook.id, doc, comments, log, author });
          expect(conflicts).toEqual(anew.conflicts);
          anew.close();
        }
      });
    })
  );
});
