import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { WorkbookDocument } from '#lib/document/document.ts';
import { cellText, fieldText } from '#lib/model/workbook.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

function cell(replica: Replica, row: string, column = 'target'): string {
  for (const { rows } of replica.document.workbook.sheets) {
    const found = rows.find(({ id }) => id === row);
    if (found) return cellText(found, column);
  }
  throw new Error(`no row ${row}`);
}

function setCell(replica: Replica, row: string, text: string): void {
  const label = `改为 ${text}`;
  replica.document.edit({ label, changes: [{ do: 'cell', row, column: 'target', text }] });
}

function body(replica: Replica): string {
  return fieldText(replica.document.workbook.sheets[0]!, 'body');
}

function setBody(replica: Replica, text: string): void {
  replica.document.edit({
    label: '修改正文',
    changes: [{ do: 'field', sheet: 's1', field: 'body', text }]
  });
}

function pair(): [Replica, Replica] {
  const [chen, li] = replicasOf(smallWorkbook(), ['chen', 'li']);
  return [chen!, li!];
}

describe('a document', () => {
  it('gives back only my own text when I undo after a colleague has edited another cell', () => {
    const [chen, li] = pair();
    setCell(chen, 'p1-r1', '≥13公里');
    setCell(li, 'p1-r2', '≥99%');
    settle([chen, li]);
    chen.document.undo();
    expect(cell(chen, 'p1-r1')).toBe('≥12公里');
    expect(cell(chen, 'p1-r2')).toBe('≥99%');
  });

  it('leaves the text of a colleague who has overwritten mine, and says so', () => {
    const [chen, li] = pair();
    setCell(chen, 'p1-r1', '≥13公里');
    settle([chen, li]);
    setCell(li, 'p1-r1', '≥14公里');
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(cell(chen, 'p1-r1')).toBe('≥14公里');
  });

  it('takes columns back, unless a colleague has changed them since', () => {
    const [chen, li] = pair();
    const titles = () => chen.document.workbook.sheets[1]!.columns.map(({ title }) => title);
    const before = titles();
    const setColumns = (replica: Replica, title: string) =>
      replica.document.edit({
        label: '插入一列',
        changes: [{ do: 'columns', sheet: 'p1', columns: [{ id: 'A', title }] }]
      });
    setColumns(chen, '甲');
    expect(titles()).toEqual(['甲']);
    chen.document.undo();
    expect(titles()).toEqual(before);
    chen.document.redo();
    settle([chen, li]);
    setColumns(li, '乙');
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(titles()).toEqual(['乙']);
  });

  it('does not delete a row of mine that a colleague has written into', () => {
    const [chen, li] = pair();
    const rows = [
      { id: 'new1', cells: { target: '≥1次' } },
      { id: 'new2', cells: { target: '≥2次' } }
    ];
    chen.document.edit({
      label: '插入 2 行',
      changes: [{ do: 'insert', sheet: 'p1', after: null, rows }]
    });
    settle([chen, li]);
    li.document.edit({
      label: '填写',
      changes: [{ do: 'cell', row: 'new2', column: 'basis', text: '计划' }]
    });
    settle([chen, li]);
    chen.document.undo();
    expect(chen.document.workbook.sheets[1]!.rows.map(({ id }) => id)).toEqual([
      'new2',
      'p1-r1',
      'p1-r2',
      'p1-r3'
    ]);
  });

  it('brings a row back that I deleted while a colleague edited it, with the edit', () => {
    const [chen, li] = pair();
    chen.document.edit({ label: '删除行', changes: [{ do: 'delete', rows: ['p1-r1'] }] });
    setCell(li, 'p1-r1', '≥15公里');
    settle([chen, li]);
    expect(chen.document.workbook.sheets[1]!.rows).toHaveLength(2);
    chen.document.undo();
    expect(cell(chen, 'p1-r1')).toBe('≥15公里');
  });

  it('merges what two people type into one paragraph at once', () => {
    const [chen, li] = pair();
    setBody(chen, '一是年内完成河道清淤，确保安全度汛。');
    setBody(li, '年内完成河道清淤，确保安全度汛和供水。');
    settle([chen, li]);
    expect(body(chen)).toBe('一是年内完成河道清淤，确保安全度汛和供水。');
    expect(body(li)).toBe(body(chen));
  });

  it('undoes my part of a paragraph and leaves what a colleague typed into it', () => {
    const [chen, li] = pair();
    setBody(chen, '一是年内完成河道清淤，确保安全度汛。');
    settle([chen, li]);
    setBody(li, '一是年内完成河道清淤，确保安全度汛和供水。');
    settle([chen, li]);
    chen.document.undo();
    expect(body(chen)).toBe('年内完成河道清淤，确保安全度汛和供水。');
  });

  it('leaves what a colleague has written where I had written the same', () => {
    const [chen, li] = pair();
    setCell(chen, 'p1-r1', '5');
    settle([chen, li]);
    setCell(li, 'p1-r1', '7');
    setCell(li, 'p1-r1', '5');
    settle([chen, li]);
    expect(chen.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(cell(chen, 'p1-r1')).toBe('5');
  });

  it('finds its place in a paragraph that a colleague has made as long as before', () => {
    const [chen, li] = pair();
    setBody(chen, '0123456789abcdefghij');
    settle([chen, li]);
    setBody(chen, '01234789abcdefghij');
    settle([chen, li]);
    setBody(li, 'XYZ01234789abcdefg');
    settle([chen, li]);
    chen.document.undo();
    expect(body(chen)).toBe('XYZ0123456789abcdefg');
  });

  it('undoes an edit whose later changes rest on its earlier ones', () => {
    const [chen] = pair();
    const before = JSON.stringify(chen.document.workbook);
    chen.document.edit({
      label: '改后删除',
      changes: [
        { do: 'cell', row: 'p1-r1', column: 'target', text: '≥1' },
        { do: 'delete', rows: ['p1-r1'] }
      ]
    });
    const rows = [{ id: 'new1', cells: {} }];
    chen.document.edit({
      label: '插入后填写',
      changes: [
        { do: 'insert', sheet: 'p1', after: null, rows },
        { do: 'cell', row: 'new1', column: 'target', text: '≥2' }
      ]
    });
    chen.document.undo();
    chen.document.undo();
    expect(JSON.stringify(chen.document.workbook)).toBe(before);
  });

  it('takes back the right edit after a reload when two windows of one device took turns', () => {
    const [chen] = pair();
    const { doc, comments, log, document } = chen;
    const author = { id: 'chen', name: '陈' };
    const { id } = document.workbook;
    const second = new WorkbookDocument({ id, doc, comments, log, author });
    setCell(chen, 'p1-r1', '甲');
    second.edit({
      label: '乙',
      changes: [{ do: 'cell', row: 'p1-r2', column: 'target', text: '乙' }]
    });
    document.undo();
    const reloaded = new WorkbookDocument({ id, doc, comments, log, author });
    expect(reloaded.undoLabel).toBe('乙');
    reloaded.undo();
    expect(reloaded.undoLabel).toBeNull();
  });

  it('undoes after a reload', () => {
    const [chen] = pair();
    const before = JSON.stringify(chen.document.workbook);
    setCell(chen, 'p1-r1', '≥13公里');
    setBody(chen, '确保安全度汛。');
    const doc = new Y.Doc();
    const log = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(chen.doc), 'storage');
    Y.applyUpdate(log, Y.encodeStateAsUpdate(chen.log), 'storage');
    const author = { id: 'chen', name: '陈' };
    const { id } = chen.document.workbook;
    const reloaded = new WorkbookDocument({ id, doc, comments: new Y.Doc(), log, author });
    expect(reloaded.undoLabel).toBe('修改正文');
    reloaded.undo();
    reloaded.undo();
    expect(JSON.stringify(reloaded.workbook)).toBe(before);
    expect(reloaded.undoLabel).toBeNull();
  });

  it('notes every edit in the log with author, time and the text before', () => {
    const [chen] = pair();
    setCell(chen, 'p1-r1', '≥13公里');
    const entry = chen.document.entries.at(-1)!;
    expect(entry).toMatchObject({ by: { id: 'chen' }, kind: 'edit', label: '改为 ≥13公里' });
    expect(entry.steps[0]!.before).toEqual([
      { do: 'cell', row: 'p1-r1', column: 'target', text: '≥12公里' }
    ]);
    expect(Number.isNaN(Date.parse(entry.at))).toBe(false);
  });

  it('tells its listeners once for one edit of many cells', () => {
    const [chen] = pair();
    const heard: string[] = [];
    chen.document.subscribe(({ origin }) => heard.push(origin));
    const rows = ['p1-r1', 'p1-r2', 'p1-r3'];
    chen.document.edit({
      label: '填充',
      changes: rows.map((row) => ({ do: 'cell', row, column: 'basis', text: '计划' }))
    });
    chen.document.undo();
    expect(heard).toEqual(['user', 'undo']);
  });

  it('ignores keys that are none of its own, such as __proto__', () => {
    const [chen] = pair();
    const cells = chen.doc.getMap<string>('cells');
    chen.doc.transact(() => {
      cells.set('__proto__', 'x');
      cells.set('p1-r1/__proto__', 'x');
      cells.set('p1-r1/constructor', 'x');
    }, 'network');
    expect(cell(chen, 'p1-r1', 'constructor')).toBe('x');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
