import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  keepVersion,
  LARGEST_VERSION,
  newestEntry,
  readVersions,
  removeVersion,
  renameVersion,
  versionContent,
  type Version
} from '#lib/document/versions.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const AT = '2026-03-02T02:00:00.000Z';

function keep({ log, name: by }: Replica, name: string, given: Partial<Version> = {}, bytes = 3) {
  const version = { name, by: { id: by, name: by }, at: AT, occasion: null, ...given };
  const content = new Uint8Array(bytes).fill(7);
  return keepVersion(log, { newest: newestEntry(log), ...version }, content);
}

const names = ({ log }: Replica) => readVersions(log).map(({ name }) => name);

function pair() {
  return replicasOf(smallWorkbook(), ['王芳', '李明']) as [Replica, Replica];
}

describe('the versions of a workbook', () => {
  test('reach everybody with their names and contents', () => {
    const [wang, li] = pair();
    const id = keep(wang, '初稿');
    settle([wang, li]);
    expect(readVersions(li.log)).toEqual([
      {
        id,
        name: '初稿',
        by: { id: '王芳', name: '王芳' },
        at: AT,
        occasion: null,
        newest: newestEntry(li.log)
      }
    ]);
    expect(versionContent(li.log, id)).toEqual(new Uint8Array([7, 7, 7]));
  });

  test('are named anew and deleted for everybody; a name given meanwhile brings none back', () => {
    const [wang, li] = pair();
    const id = keep(wang, '初稿');
    settle([wang, li]);
    renameVersion(li.log, id, '送审稿');
    settle([wang, li]);
    expect(names(wang)).toEqual(['送审稿']);

    removeVersion(wang.log, id);
    renameVersion(li.log, id, '终稿');
    settle([wang, li]);
    expect([names(wang), names(li)]).toEqual([[], []]);
    expect(versionContent(li.log, id)).toBeNull();
  });

  test('stand in the order of the log, also where a clock is wrong by a year', () => {
    const [wang] = pair();
    const edit = (text: string) =>
      wang.document.edit({ label: '', changes: [{ do: 'workbook', property: 'title', text }] });
    keep(wang, '一', { at: '2027-03-02T02:00:00.000Z' });
    edit('甲');
    keep(wang, '二');
    edit('乙');
    keep(wang, '三', { at: '2025-03-02T02:00:00.000Z' });
    expect(names(wang)).toEqual(['三', '二', '一']);
  });

  test('are at most fifty: automatic ones go before those that somebody asked for', () => {
    const [wang] = pair();
    const at = (minute: number) => new Date(Date.parse(AT) + minute * 60_000).toISOString();
    for (let made = 0; made < 10; made++) keep(wang, `稿 ${made}`, { at: at(made) });
    for (let made = 10; made < 70; made++) keep(wang, '', { at: at(made), occasion: 'adoption' });
    const kept = readVersions(wang.log);
    expect(kept).toHaveLength(50);
    expect(kept.filter(({ occasion }) => occasion === null)).toHaveLength(10);
    expect(kept[0]!.at).toBe(at(69));

    for (let made = 70; made < 121; made++) keep(wang, `稿 ${made}`, { at: at(made) });
    expect(names(wang)).toHaveLength(50);
    expect(names(wang).at(0)).toBe('稿 120');
    expect(names(wang).at(-1)).toBe('稿 71');
  });

  test('stay together below what is synced at once, and a larger one is refused', () => {
    const [wang] = pair();
    for (let made = 0; made < 12; made++) keep(wang, `稿 ${made}`, {}, LARGEST_VERSION);
    expect(names(wang)).toHaveLength(8);
    expect(() => keep(wang, '', {}, LARGEST_VERSION + 1)).toThrow(RangeError);
    expect(Y.encodeStateAsUpdate(wang.log).length).toBeLessThan(17 * 1024 * 1024);
  });

  test('are no more than what this program keeps, whatever else stands there', () => {
    const [wang] = pair();
    const map = wang.log.getMap<unknown>('versions');
    map.set('a/version', 'text');
    map.set('b/version', { content: new Uint8Array(1), by: null, at: AT, occasion: null });
    map.set('__proto__/version', { content: new Uint8Array(1) });
    map.set('c', 1);
    expect(readVersions(wang.log)).toEqual([]);
  });
});
