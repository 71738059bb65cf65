import { expect, it } from 'vitest';
import { compareSheets } from '#lib/model/adoption/comparison.ts';
import { createSheet } from '#lib/model/create.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const open = projectSheet('p1');
const [one, two, three] = open.rows;

it('calls two sheets identical that hold the same texts under other ids and numbers', () => {
  const other = projectSheet('x', { number: '3.', path: ['第二部分'] });
  expect(compareSheets(open, other).identical).toBe(true);
});

it.each(['text', 'free'] as const)('tells a %s under other headings from its like', (kind) => {
  const under = (...path: string[]) =>
    createSheet(kind, { title: '其他说明', path, fields: { body: '无' } });
  const one = under('青泉县水务局', '第一部分');

  expect(compareSheets(one, under('青泉县水务局', '第一部分')).identical).toBe(true);
  const { identical, texts } = compareSheets(one, under('青泉县林业局', '第四部分'));
  expect(identical).toBe(false);
  expect(texts.filter(({ same }) => !same)).toEqual([
    {
      title: '上级标题',
      open: '青泉县水务局 > 第一部分',
      incoming: '青泉县林业局 > 第四部分',
      same: false
    }
  ]);
});

it('marks the texts that differ', () => {
  const other = projectSheet('x', { fields: { ...open.fields, budget: '40.00' } });
  const { identical, texts } = compareSheets(open, other);
  expect(identical).toBe(false);
  expect(texts.filter(({ same }) => !same)).toEqual([
    { title: '预算数', open: '36.00', incoming: '40.00', same: false }
  ]);
});

it('puts rows beside each other that are the same, and shows the others alone', () => {
  const changed = { id: 'x3', cells: { ...three!.cells, target: '≥20个' } };
  const added = { id: 'x4', cells: { level3: '群众满意度', target: '≥90%' } };
  const other = projectSheet('x', { rows: [{ ...one!, id: 'x1' }, changed, added] });

  const { rows } = compareSheets(open, other);

  expect(rows.map(({ open, incoming }) => [open?.id, incoming?.id])).toEqual([
    [one!.id, 'x1'],
    [two!.id, undefined],
    [three!.id, 'x3'],
    [undefined, 'x4']
  ]);
  expect(rows.map(({ differing }) => [...differing])).toEqual([
    [],
    ['level1', 'level2', 'level3', 'description', 'target', 'basis'],
    ['target'],
    ['level3', 'target']
  ]);
});

it('sees that rows stand in another order', () => {
  const other = projectSheet('x', { rows: [two!, one!, three!] });
  expect(compareSheets(open, other).identical).toBe(false);
});
