import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import type { CommentThread, Message } from '#lib/model/comment.ts';
import type { Place, Workbook } from '#lib/model/workbook.ts';
import { listThreads, type CommentFilter } from '#lib/workspace/comments/comment-filter.ts';
import { knownPeople } from '#lib/workspace/comments/comment-people.ts';
import { standingOf } from '#lib/model/comment-standing.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const CELL: Place = { sheet: 'p1', row: 'p1-r1', column: 'target' };

function thread(id: string, place: Place, given: Partial<CommentThread & Message> = {}) {
  const { resolved = false, mentions = [], deleted = false, text = '请补充依据' } = given;
  const message: Message = {
    kind: 'message',
    id: `${id}-m`,
    thread: id,
    order: 1,
    by: { id: 'wang', name: '王芳' },
    at: '2026-03-05T02:00:00.000Z',
    text,
    mentions,
    deleted
  };
  return { id, place, quote: '', remarks: [message], resolved };
}

const nameOf = (workbook: Workbook, place: Place) => standingOf(workbook, { place }).name;

function listed(threads: readonly CommentThread[], filter: CommentFilter, sheet = 'p1') {
  const workbook = smallWorkbook();
  return listThreads(workbook, threads, { filter, name: '李明', sheet }).map(
    (one) => one.thread.id
  );
}

describe('where a thread stands', () => {
  it('is told by the row, wherever rows put in above have moved it', () => {
    const workbook = smallWorkbook();
    expect(nameOf(workbook, CELL)).toContain('第 1 行 指标值');
    const row = { id: 'new', cells: {} };
    const changes = [{ do: 'insert', sheet: 'p1', after: null, rows: [row] } as const];
    const inserted = applyEdit(workbook, { label: '', changes });
    expect(nameOf(inserted, CELL)).toContain('第 2 行 指标值');
  });

  it('is the other sheet that the row was moved to', () => {
    const move = { do: 'move', rows: ['p1-r1'], sheet: 'p2', after: null } as const;
    const moved = applyEdit(smallWorkbook(), { label: '', changes: [move] });
    expect(standingOf(moved, { place: CELL }).place).toEqual({ ...CELL, sheet: 'p2' });
  });

  it('is said of a deleted row and of a deleted sheet, and nothing is gone to', () => {
    const without = (change: Parameters<typeof applyEdit>[1]['changes'][number]) =>
      standingOf(applyEdit(smallWorkbook(), { label: '', changes: [change] }), { place: CELL });
    const row = without({ do: 'delete', rows: ['p1-r1'] });
    expect(row).toMatchObject({ place: null, name: expect.stringContaining('已删除的行') });
    const sheet = without({ do: 'delete-sheet', sheet: 'p1' });
    expect(sheet).toMatchObject({ place: null, name: '已删除的表' });
  });

  it('is a field, a whole sheet or the workbook', () => {
    const workbook = smallWorkbook();
    expect(nameOf(workbook, { sheet: 'p1', field: 'budget' })).toContain('预算数');
    expect(nameOf(workbook, { sheet: 'p1' })).toContain('整张表');
    expect(nameOf(workbook, {})).toBe('整个工作簿');
  });
});

describe('the list of threads', () => {
  const gone = thread('gone', { sheet: 'p1', row: 'no-such-row', column: 'target' });
  const done = thread('done', { sheet: 'p1' }, { resolved: true });
  const cell = thread('cell', CELL);
  const mine = thread(
    'mine',
    { sheet: 'p2' },
    {
      text: '请@李明看',
      mentions: ['李明']
    }
  );
  const all = [gone, done, mine, cell];

  it('has the open ones first, in the order of the workbook, those of deleted rows last', () => {
    expect(listed(all, 'all')).toEqual(['cell', 'mine', 'gone', 'done']);
  });

  it('has those that speak to me though their author did not know my name, or knew a longer one', () => {
    const typed = thread('typed', CELL, { text: '请@李明核对' });
    const other = thread('other', CELL, { text: '请@李明轩核对', mentions: ['李明轩'] });
    expect(listed([typed, other], 'mine')).toEqual(['typed']);
  });

  it('leaves out what a filter leaves out, and what its authors have deleted', () => {
    expect(listed(all, 'open')).toEqual(['cell', 'mine', 'gone']);
    expect(listed(all, 'mine')).toEqual(['mine']);
    expect(listed(all, 'sheet')).toEqual(['cell', 'gone', 'done']);
    expect(listed([thread('silent', CELL, { deleted: true })], 'all')).toEqual([]);
  });
});

describe('the people whom a comment can speak to', () => {
  it('are those here, in the log and in the comments, without oneself and the unsigned', () => {
    const names = knownPeople({
      editors: ['赵强', '李明', ''],
      peers: ['孙丽', '未署名'],
      threads: [thread('a', CELL)],
      own: '李明'
    });
    expect(names).toEqual(['孙丽', '王芳', '赵强']);
  });
});
