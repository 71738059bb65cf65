import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Waiver } from '#lib/model/workbook.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const waiver = (id: string, given: Partial<Waiver> = {}): Waiver => ({
  id,
  code: 'value-yes-no',
  place: { sheet: 'p1', row: 'p1-r1', column: 'target' },
  was: '是/否',
  reason: '上级统一口径',
  by: '王芳',
  at: '2026-03-05T02:00:00.000Z',
  ...given
});

const pair = () => replicasOf(smallWorkbook(), ['chen', 'li']) as [Replica, Replica];
const ids = ({ document }: Replica) => document.workbook.waivers.map(({ id }) => id);

function waive({ document }: Replica, one: Waiver): void {
  document.edit({ label: '豁免', changes: [{ do: 'waive', waiver: one }] });
}

function withdraw({ document }: Replica, id: string): void {
  document.edit({ label: '撤回豁免', changes: [{ do: 'withdraw', waiver: id }] });
}

describe('waivers in the comments', () => {
  it('of two people who waived one problem offline are both kept, in one order', () => {
    const [chen, li] = pair();
    waive(chen, waiver('a', { at: '2026-03-05T03:00:00.000Z' }));
    waive(li, waiver('b', { at: '2026-03-05T02:00:00.000Z', by: '李明' }));
    settle([chen, li]);
    expect(ids(chen)).toEqual(['b', 'a']);
    expect(li.document.workbook.waivers).toEqual(chen.document.workbook.waivers);
  });

  it('outlive a sheet that somebody deletes meanwhile, and are there when it comes back', () => {
    const [chen, li] = pair();
    waive(chen, waiver('a'));
    li.document.edit({ label: '删除', changes: [{ do: 'delete-sheet', sheet: 'p1' }] });
    settle([chen, li]);
    expect(chen.document.workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p2']);
    li.document.undo();
    settle([chen, li]);
    expect(chen.document.workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p1', 'p2']);
    expect(ids(chen)).toEqual(['a']);
    expect(ids(li)).toEqual(['a']);
  });

  it('are taken back by one undo and made again by one redo, also after a reload', () => {
    const [chen] = pair();
    waive(chen, waiver('a'));
    const { doc, comments, log, document } = chen;
    const author = { id: 'chen', name: '陈' };
    const reloaded = new WorkbookDocument({ id: document.workbook.id, doc, comments, log, author });
    expect(reloaded.undoLabel).toBe('豁免');
    reloaded.undo();
    expect(reloaded.workbook.waivers).toEqual([]);
    reloaded.redo();
    expect(reloaded.workbook.waivers).toEqual([waiver('a')]);
  });

  it('that a colleague has withdrawn stay so when I undo', () => {
    const [chen, li] = pair();
    waive(chen, waiver('a'));
    settle([chen, li]);
    withdraw(li, 'a');
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(ids(chen)).toEqual([]);
    li.document.undo();
    settle([chen, li]);
    expect(ids(chen)).toEqual(['a']);
  });

  it('tell listeners of every change, and leave the sheets what they were', () => {
    const [chen, li] = pair();
    const heard: string[] = [];
    li.document.subscribe(({ origin }) =>
      heard.push(`${origin} ${li.document.workbook.waivers.length}`)
    );
    const { sheets } = li.document.workbook;
    waive(chen, waiver('a'));
    withdraw(chen, 'a');
    settle([chen, li]);
    expect(heard).toEqual(['network 1', 'network 0']);
    expect(li.document.workbook.sheets.every((sheet, at) => sheet === sheets[at])).toBe(true);
  });

  it('of somebody who may only comment are written without a note in the log', () => {
    const [chen, li] = pair();
    const before = chen.document.entries.length;
    chen.document.annotate([{ do: 'waive', waiver: waiver('a') }]);
    settle([chen, li]);
    expect(ids(li)).toEqual(['a']);
    expect(chen.document.entries).toHaveLength(before);
    expect(chen.document.undoLabel).toBeNull();
  });

  it('come with a workbook that is filled in, and without comments there are none', () => {
    const [chen] = replicasOf({ ...smallWorkbook(), waivers: [waiver('a')] }, ['chen']);
    expect(chen!.document.workbook.waivers).toEqual([waiver('a')]);
    const { doc, log } = chen!;
    const author = { id: 'chen', name: '陈' };
    const old = new WorkbookDocument({ id: 'x', doc, comments: new Y.Doc(), log, author });
    expect(old.workbook.waivers).toEqual([]);
    expect(old.workbook.sheets).toHaveLength(3);
  });

  it('that are none, as from a foreign hand, are not taken for any', () => {
    const [chen, li] = pair();
    const map = chen.comments.getMap('waivers');
    map.set('a/_waiver', '{');
    map.set('b/_waiver', JSON.stringify({ ...waiver('b'), reason: 7 }));
    map.set('c/_waiver', JSON.stringify(waiver('other')));
    map.set('d/_waiver', 7);
    map.set('__proto__/_waiver', JSON.stringify(waiver('e')));
    map.set('f', JSON.stringify(waiver('f')));
    waive(chen, waiver('g'));
    settle([chen, li]);
    expect(ids(li)).toEqual(['g']);
  });
});
