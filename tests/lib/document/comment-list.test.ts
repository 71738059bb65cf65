import * as Y from 'yjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommentList } from '#lib/document/comment-list.ts';
import {
  isSpoken,
  messagesOf,
  orderAfter,
  type CommentThread,
  type Message,
  type ThreadHead,
  type Turn
} from '#lib/model/comment.ts';

/** Printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
console.info(`comments of several people: SEED=${seed}`);

/** More runs find rarer cases: RUNS=5000. */
const numRuns = Number(process.env.RUNS ?? 200);

const NOON = Date.parse('2026-03-05T04:00:00.000Z');

interface Person {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly list: CommentList;
  readonly inbox: Uint8Array[];
}

/** People with comments of their own, whose updates wait until they are delivered. */
function people(...names: string[]): Person[] {
  const all = names.map((name): Person => {
    const doc = new Y.Doc();
    return { name, doc, list: new CommentList(doc), inbox: [] };
  });
  for (const one of all) {
    one.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'network') return;
      for (const other of all) if (other !== one) other.inbox.push(update);
    });
  }
  return all;
}

function deliver(
  { doc, inbox }: Person,
  count = Infinity,
  pick: (length: number) => number = () => 0
): void {
  for (let done = 0; done < count && inbox.length > 0; done++) {
    Y.applyUpdate(doc, inbox.splice(pick(inbox.length), 1)[0]!, 'network');
  }
}

const deliverAll = (all: readonly Person[]) => all.forEach((one) => deliver(one));

const head = (id: string): ThreadHead => ({
  id,
  place: { sheet: 'p1', row: 'p1-r1', column: 'target' },
  quote: '是/否'
});

function message(by: string, id: string, given: Partial<Message> = {}): Message {
  return {
    kind: 'message',
    id,
    thread: 't1',
    order: NOON,
    by: { id: by, name: by },
    at: new Date(NOON).toISOString(),
    text: `${by}的话`,
    deleted: false,
    mentions: [],
    ...given
  };
}

function turn(by: string, id: string, resolved: boolean, order: number, thread = 't1'): Turn {
  const at = new Date(NOON).toISOString();
  return { kind: 'turn', id, thread, order, by: { id: by, name: by }, at, resolved };
}

const only = ({ list }: Person): CommentThread => list.threads[0]!;
const texts = (one: Person) => messagesOf(only(one)).map(({ text }) => text);

describe('comments', () => {
  it('of two who answer at once are both kept, in one order', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    wang.list.begin(head('t1'), message('王芳', 'm1'));
    deliverAll([wang, li]);
    wang.list.add(message('王芳', 'm2', { order: NOON + 2 }));
    li.list.add(message('李明', 'm3', { order: NOON + 1 }));
    deliverAll([wang, li]);
    expect(texts(wang)).toEqual(['王芳的话', '李明的话', '王芳的话']);
    expect(texts(li)).toEqual(texts(wang));
  });

  it('that one answers while the other resolves show the answer and who resolved', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    wang.list.begin(head('t1'), message('王芳', 'm1'));
    deliverAll([wang, li]);
    wang.list.add(turn('王芳', 'x1', true, NOON + 1));
    li.list.add(message('李明', 'm2', { order: NOON + 1 }));
    deliverAll([wang, li]);
    for (const one of [wang, li]) {
      expect(only(one).resolved).toBe(true);
      expect(only(one).remarks.map(({ id }) => id)).toEqual(['m1', 'm2', 'x1']);
    }
  });

  it('stay in order with a clock that is a year ahead', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    const ahead = NOON + 365 * 86_400_000;
    wang.list.begin(head('t1'), message('王芳', 'm1', { order: ahead }));
    deliverAll([wang, li]);
    li.list.add(message('李明', 'm2', { order: orderAfter(only(li).remarks, NOON) }));
    wang.list.add(turn('王芳', 'x1', true, orderAfter(only(wang).remarks, ahead + 5)));
    deliverAll([wang, li]);
    li.list.add(turn('李明', 'x2', false, orderAfter(only(li).remarks, NOON + 9)));
    deliverAll([wang, li]);
    expect(only(wang).remarks.map(({ id }) => id)).toEqual(['m1', 'm2', 'x1', 'x2']);
    expect(only(wang).resolved).toBe(false);
  });

  it('that were deleted keep their place and nothing of their words', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    wang.list.begin(head('t1'), message('王芳', 'm1', { text: '不该写的话' }));
    deliverAll([wang, li]);
    li.list.add(message('李明', 'm2', { order: NOON + 1 }));
    expect(wang.list.delete('m1')).toBe(true);
    deliverAll([wang, li]);
    expect(messagesOf(only(li)).map(({ deleted }) => deleted)).toEqual([true, false]);
    expect(wang.list.delete('m1')).toBe(false);
    expect(wang.list.delete('unknown')).toBe(false);
    const kept = new TextDecoder().decode(Y.encodeStateAsUpdate(li.doc));
    expect(kept).not.toContain('不该写的话');
    expect(kept).toContain('李明的话');
    li.list.delete('m2');
    expect(isSpoken(only(li))).toBe(false);
  });

  it('tell their listeners of every change, and leave other threads what they were', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    wang.list.begin(head('t1'), message('王芳', 'm1'));
    wang.list.begin(head('t2'), message('王芳', 'm2', { thread: 't2' }));
    deliverAll([wang, li]);
    let heard = 0;
    li.list.subscribe(() => (heard += 1));
    const [first] = li.list.threads;
    wang.list.add(message('王芳', 'm3', { thread: 't2', order: NOON + 1 }));
    deliverAll([wang, li]);
    expect(heard).toBe(1);
    expect(li.list.threads[0]).toBe(first);
    expect(messagesOf(li.list.threads[1]!)).toHaveLength(2);
  });

  it('are there as soon as both the thread and a message of it have come', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    li.list.add(message('李明', 'm2', { order: NOON + 1 }));
    expect(li.list.threads).toEqual([]);
    wang.list.begin(head('t1'), message('王芳', 'm1'));
    deliverAll([wang, li]);
    expect(only(li).remarks).toHaveLength(2);
  });

  it('that are none, as from a foreign hand, are not taken for any', () => {
    const [wang, li] = people('王芳', '李明') as [Person, Person];
    const map = wang.doc.getMap('threads');
    const put = (key: string, value: unknown) =>
      map.set(key, typeof value === 'string' ? value : JSON.stringify(value));
    put('t1/_thread', head('t1'));
    put('t2/_thread', head('other'));
    put('__proto__/_thread', head('__proto__'));
    put('a/_remark', '{');
    put('b/_remark', message('x', 'other'));
    put('c/_remark', message('x', 'c', { text: '长'.repeat(2001) }));
    put('d/_remark', message('x', 'd', { order: Infinity }));
    put('e/_remark', { ...message('x', 'e'), by: 'x' });
    put('f/_remark', { ...message('x', 'f'), at: 'yesterday' });
    put('h/_remark', message('x', 'h', { mentions: Array<string>(99).fill('x') }));
    map.set('i/_remark', 7);
    map.set('j', 'text');
    put('k/_remark', message('x', 'k', { text: '<img src=x onerror=alert(1)>' }));
    deliverAll([wang, li]);
    expect(li.list.threads.map(({ id }) => id)).toEqual(['t1']);
    expect(texts(li)).toEqual(['<img src=x onerror=alert(1)>']);
  });
});

const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('begin', 'answer', 'resolve', 'reopen', 'delete'),
      who: fc.nat(2),
      pick: fc.nat(99),
      clock: fc.integer({ min: -1000, max: 1000 })
    }),
    fc.record({
      do: fc.constant('deliver'),
      who: fc.nat(2),
      pick: fc.nat(99),
      clock: fc.nat(5)
    })
  ),
  { maxLength: 60 }
);

describe('comments of several people', () => {
  it('agree on everything after any answers, turns, deletions, partitions and order of delivery', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const all = people('王芳', '李明', '赵强');
        const said = new Set<string>();
        const gone = new Set<string>();
        let ids = 0;
        for (const step of script) {
          const { name, list, ...one } = all[step.who]!;
          if (step.do === 'deliver') {
            deliver({ name, list, ...one }, step.clock, (length) => step.pick % length);
            continue;
          }
          const thread = list.threads[step.pick % Math.max(1, list.threads.length)];
          const now = NOON + step.clock;
          const id = `n${(ids += 1)}`;
          if (step.do === 'begin') {
            list.begin(head(`t${id}`), message(name, id, { thread: `t${id}`, order: now }));
            said.add(id);
          } else if (!thread) continue;
          else if (step.do === 'delete') {
            const mine = messagesOf(thread).filter(({ by }) => by.id === name);
            const picked = mine[step.pick % Math.max(1, mine.length)];
            if (picked && list.delete(picked.id)) gone.add(picked.id);
          } else {
            const order = orderAfter(thread.remarks, now);
            if (step.do === 'answer') {
              list.add(message(name, id, { thread: thread.id, order }));
              said.add(id);
            } else list.add(turn(name, id, step.do === 'resolve', order, thread.id));
          }
        }
        deliverAll(all);
        const [first, ...others] = all.map(({ list }) => list.threads);
        for (const other of others) expect(other).toEqual(first);
        for (const { doc } of all) {
          expect(doc.store.pendingStructs).toBeNull();
          expect(new CommentList(doc).threads).toEqual(first);
        }
        const messages = first!.flatMap(messagesOf);
        expect(new Set(messages.map(({ id }) => id))).toEqual(said);
        expect(new Set(messages.filter(({ deleted }) => deleted).map(({ id }) => id))).toEqual(
          gone
        );
      }),
      { seed, numRuns }
    );
  });
});
