import { describe, expect, it } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Condition, Item, OwnRule } from '#lib/model/settings/own-rule.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { createChecker } from '#lib/rules/check.ts';
import { ownRule } from './own-rules.ts';

const target: Item = { at: 'column', id: 'target' };
const project = (targets: readonly string[], fields: Readonly<Record<string, string>> = {}) =>
  createSheet('project', {
    id: 'p1',
    title: '河道清淤',
    fields,
    rows: targets.map((text, at) => createRow({ level3: '长度', target: text }, `r${at + 1}`))
  });

/** What own rules alone find: the row or the field, and the message. */
function found(workbook: Workbook, ...rules: OwnRule[]): string[] {
  const { problems, failures } = createChecker([]).check({
    ...workbook,
    settings: { severities: {}, rules }
  });
  expect(failures).toEqual([]);
  return problems.map(({ place }) => place.row ?? place.field ?? '');
}

const judged = (texts: readonly string[], condition: Condition) =>
  found(createWorkbook({ sheets: [project(texts)] }), ownRule({ item: target, condition }));

describe('a condition of an own rule', () => {
  it.each<[Condition, readonly string[], readonly string[]]>([
    [{ is: 'empty' }, ['', ' ', '1'], ['r1', 'r2']],
    [{ is: 'filled' }, ['', '1'], ['r2']],
    [{ is: 'same', text: '≥12' }, ['≥12', '≥１２ ', '≥123'], ['r1', 'r2']],
    [{ is: 'other', text: '≥12' }, ['≥12', '≥13', ''], ['r2']],
    [{ is: 'contains', text: '公里' }, ['≥12公里', '12里'], ['r1']],
    [{ is: 'lacks', text: '公里' }, ['≥12公里', '12里', ''], ['r2']],
    [{ is: 'begins', text: '≥' }, ['≥12', '12≥'], ['r1']],
    [{ is: 'ends', text: '%' }, ['95％', '%5'], ['r1']],
    [{ is: 'like', text: '≥*公里' }, ['≥12公里', '12公里'], ['r1']],
    [{ is: 'unlike', text: '≥?%' }, ['≥9%', '≥95%', ''], ['r2']],
    [{ is: 'before', date: '2024-06-30' }, ['2024年6月', '2024年5月', '2024年', '早'], ['r2']],
    [{ is: 'after', date: '2024-06-30' }, ['2024年6月30日', '2024年7月1日', '2024年'], ['r2', 'r3']]
  ])('%j finds in %j %j', (condition, texts, rows) => {
    expect(judged(texts, condition)).toEqual(rows);
  });

  it.each<[Condition['is'], readonly string[]]>([
    ['=', ['r2']],
    ['≠', ['r1', 'r3']],
    ['<', ['r1']],
    ['≤', ['r1', 'r2']],
    ['>', ['r3']],
    ['≥', ['r2', 'r3']]
  ])('%s compares numbers whatever their unit, and no words', (is, rows) => {
    const condition = { is, than: { of: 'number', number: '10' } } as Condition;
    expect(judged(['≥9公里', '１０', '1,000.5万元', '显著', ''], condition)).toEqual(rows);
  });

  it('compares with another cell of the row', () => {
    const sheet = createSheet('free', {
      id: 'f1',
      columns: ['A', 'B', 'C'].map((id) => ({ id, title: id })),
      rows: [
        createRow({ A: '3', B: '1', C: '2' }, 'r1'),
        createRow({ A: '4', B: '1', C: '2' }, 'r2'),
        createRow({ A: '', B: '1', C: '2' }, 'r3')
      ]
    });
    const where = { kind: 'free', form: '', title: '' } as const;
    const A: Item = { at: 'column', id: 'A' };
    const [B, C] = ['B', 'C'].map((id): Item => ({ at: 'column', id })) as [Item, Item];
    const workbook = createWorkbook({ sheets: [sheet] });
    const rule = (condition: Condition) => ownRule({ where, item: A, condition });
    expect(found(workbook, rule({ is: '>', than: { of: 'item', item: B } }))).toEqual(['r1', 'r2']);
    const sum = { of: 'items', items: [B, C] } as const;
    expect(found(workbook, rule({ is: '≠', than: sum }))).toEqual(['r2']);
  });

  it('compares fields with fields, cells with fields, and fields with the sum of a column', () => {
    const fields = { budget: '10.00', fiscalFunds: '7.00', otherFunds: '2.00' };
    const workbook = createWorkbook({ sheets: [project(['5', '12'], fields)] });
    const field = (id: string): Item => ({ at: 'field', id });
    const rule = (item: Item, condition: Condition) => ownRule({ item, condition });
    const parts = [field('fiscalFunds'), field('otherFunds')];
    const sum = { of: 'items', items: parts } as const;
    expect(found(workbook, rule(field('budget'), { is: '≠', than: sum }))).toEqual(['budget']);
    const budget = { of: 'item', item: field('budget') } as const;
    expect(found(workbook, rule(target, { is: '>', than: budget }))).toEqual(['r2']);
    const column = { of: 'column', column: 'target' } as const;
    expect(found(workbook, rule(field('budget'), { is: '<', than: column }))).toEqual(['budget']);
  });

  it('does not judge a row in which nothing is written', () => {
    const sheet = {
      ...project(['']),
      rows: [createRow({}, 'r1'), createRow({ basis: '规划' }, 'r2')]
    };
    const rule = ownRule({ item: target, condition: { is: 'empty' } });
    expect(found(createWorkbook({ sheets: [sheet] }), rule)).toEqual(['r2']);
  });
});

describe('an own rule', () => {
  const workbook = createWorkbook({ sheets: [project(['≥5公里'])] });

  it('speaks in the words of its maker, with the values', () => {
    const settings = { severities: {}, rules: [ownRule({ severity: 'error' })] };
    const [problem] = createChecker([]).check({ ...workbook, settings }).problems;
    expect(problem).toMatchObject({
      code: 'custom-mine',
      severity: 'error',
      title: '指标值太小',
      message: '指标值“≥5公里”小于 10。',
      place: { sheet: 'p1', row: 'r1', column: 'target' }
    });
  });

  it('looks only at the sheets it is for', () => {
    const where = { kind: 'project', form: '', title: '' } as const;
    expect(found(workbook, ownRule({ where: { ...where, title: '清淤' } }))).toEqual(['r1']);
    expect(found(workbook, ownRule({ where: { ...where, title: '水库' } }))).toEqual([]);
    expect(found(workbook, ownRule({ where: { ...where, form: '2015' } }))).toEqual(['r1']);
    expect(found(workbook, ownRule({ where: { ...where, form: '2021' } }))).toEqual([]);
    expect(found(workbook, ownRule({ where: { ...where, kind: 'free' } }))).toEqual([]);
  });

  it('finds nothing while it is switched off', () => {
    expect(found(workbook, ownRule({ active: false }))).toEqual([]);
  });
});
