import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignRows } from '#lib/model/align-rows.ts';
import { createRow } from '#lib/model/create.ts';
import { rowDigests, type CarriedRow } from '#lib/model/skeleton.ts';

const COLUMNS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

const digests = (texts: readonly string[], columns = COLUMNS) =>
  rowDigests(
    createRow(Object.fromEntries(columns.map(({ id }, at) => [id, texts[at] ?? '']))),
    columns
  );

/** Rows with ids `0`, `1` … */
const carry = (rows: readonly (readonly string[])[], columns = COLUMNS): CarriedRow[] =>
  rows.map((texts, index) => [String(index), digests(texts, columns)]);

const align = (before: readonly (readonly string[])[], after: readonly (readonly string[])[]) =>
  alignRows(
    carry(before),
    after.map((texts) => digests(texts))
  ).map((row) => row?.[0] ?? null);

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ['产出', '数量', `第${index}项`]);

const anyRows = fc.array(
  fc.array(fc.constantFrom('', '甲', '乙', '丙'), { minLength: 3, maxLength: 3 }),
  {
    maxLength: 12
  }
);

describe('rows that come back from a file', () => {
  test('are known again one by one where nothing was changed', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(align(rows, rows)).toEqual(rows.map((_, index) => String(index)));
      })
    );
  });

  test('are each at most one of those before, whatever was done to them', () => {
    fc.assert(
      fc.property(anyRows, anyRows, (before, after) => {
        const ids = align(before, after);
        expect(ids).toHaveLength(after.length);
        const known = ids.filter((id) => id !== null);
        expect(new Set(known).size).toBe(known.length);
      })
    );
  });

  test('keep the others known when some are deleted and others inserted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(30), { maxLength: 5 }),
        (kept, insertedAt) => {
          const before = numbered(kept.length);
          const after: { id: string | null; texts: string[] }[] = before
            .map((texts, index) => ({ id: String(index), texts }))
            .filter((_, index) => kept[index]);
          for (const [index, at] of insertedAt.entries()) {
            after.splice(at, 0, { id: null, texts: ['另写', '的', `一行${index}`] });
          }
          expect(
            align(
              before,
              after.map(({ texts }) => texts)
            )
          ).toEqual(after.map(({ id }) => id));
        }
      )
    );
  });

  test('are known where they were moved to', () => {
    const before = numbered(6);
    const after = [before[4]!, before[0]!, before[1]!, before[5]!, before[2]!, before[3]!];
    expect(align(before, after)).toEqual(['4', '0', '1', '5', '2', '3']);
  });

  test('are known by the cells they share, beside rows that were inserted', () => {
    const before = [
      ['产出', '数量', '清淤长度'],
      ['产出', '质量', '合格率'],
      ['效益', '社会', '受益村庄']
    ];
    const after = [
      ['产出', '数量', '清淤长度'],
      ['产出', '时效', '完工日期'],
      ['产出', '质量', '断面合格率'],
      ['效益', '社会', '受益户数']
    ];
    expect(align(before, after)).toEqual(['0', null, '1', '2']);
  });

  test('are known by their place in a table of one column', () => {
    const one = [{ id: 'a' }];
    const before = carry([['甲'], ['乙'], ['丙']], one);
    const after = ['甲', '乙改', '丙'].map((text) => digests([text], one));
    expect(alignRows(before, after).map((row) => row?.[0])).toEqual(['0', '1', '2']);
  });

  test('are the same whether a cell is empty or absent', () => {
    const before: CarriedRow[] = [['r', rowDigests(createRow({ a: '甲' }), COLUMNS)]];
    expect(alignRows(before, [digests(['甲', '', ''])])).toEqual(before);
  });

  test('are found quickly among ten thousand, changed at both ends', () => {
    const before = numbered(10_000);
    const after = [['新', '的', '首行'], ...before.slice(0, -1), ['新', '的', '末行']];
    const ids = align(before, after);
    expect(ids.slice(1, -1)).toEqual(before.slice(0, -1).map((_, index) => String(index)));
  });
});
