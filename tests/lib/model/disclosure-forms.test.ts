import { describe, expect, test } from 'vitest';
import {
  DISCLOSURE_FORMS,
  disclosureColumns,
  disclosureFormNamed,
  disclosureFormOf
} from '#lib/model/disclosure-forms.ts';
import { ID_PATTERN } from '#lib/model/ids.ts';

describe('the disclosure forms', () => {
  test.each([
    ['income-and-expenditure', 4],
    ['income', 12],
    ['expenditure', 8],
    ['fiscal-appropriation', 7],
    ['general-public-expenditure', 5],
    ['general-public-basic', 5],
    ['government-fund', 5],
    ['state-capital', 5],
    ['three-public', 5],
    ['procurement', 16],
    ['assets', 3],
    ['institutions', 4]
  ])('%s has its %i columns, each with an id of its own', (name, count) => {
    const ids = disclosureColumns(name).map(({ id }) => id);

    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(ids.filter((id) => !ID_PATTERN.test(id))).toEqual([]);
  });

  test('columns under one heading are neighbours', () => {
    for (const { name, columns } of DISCLOSURE_FORMS) {
      const runs = columns.filter(({ group }, at) => group !== columns[at - 1]?.group);
      const named = runs.map(({ group }) => group).filter((group) => group !== '');
      expect(new Set(named).size, name).toBe(named.length);
    }
  });

  test('a form that is not known has no columns', () => {
    expect(disclosureFormNamed('constructor')).toBeNull();
    expect(disclosureColumns('constructor')).toEqual([]);
  });
});

describe('the form that a title names', () => {
  test('is found by the official title of each form', () => {
    for (const form of DISCLOSURE_FORMS) expect(disclosureFormOf(form.title)).toBe(form);
  });

  test.each([
    ['单位预算收支总表', 'income-and-expenditure'],
    ['2025 年部门收支总体情况表', 'income-and-expenditure'],
    ['部门预算收入总表', 'income'],
    ['单位预算支出总表', 'expenditure'],
    ['单位预算财政拨款收支总表', 'fiscal-appropriation'],
    ['单位预算一般公共预算财政拨款支出表', 'general-public-expenditure'],
    ['一般公共预算支出情况表', 'general-public-expenditure'],
    ['单位预算一般公共预算财政拨款基本支出表', 'general-public-basic'],
    ['单位预算政府基金预算财政拨款支出表', 'government-fund'],
    ['政府性基金预算支出表', 'government-fund'],
    ['国有资本经营预算支出表', 'state-capital'],
    ['单位预算财政拨款"三公"经费支出表', 'three-public'],
    ['单位预算财政拨款“三公”经费支出表', 'three-public'],
    ['一般公共预算 “三公” 经费支出表', 'three-public'],
    ['表9 “三公”经费预算表', 'three-public'],
    ['单位政府采购预算', 'procurement'],
    ['单位固定资产占用情况表', 'assets'],
    ['单位机构设置情况', 'institutions']
  ])('%s is %s', (title, name) => {
    expect(disclosureFormOf(title)?.name).toBe(name);
  });

  test.each([
    '',
    '单位预算安排的总体情况',
    '政府采购预算情况',
    '政府采购预算情况及说明',
    '机关运行经费安排情况',
    '单位职责及机构设置情况',
    '河道清淤专项经费绩效目标表'
  ])('is none for “%s”', (title) => {
    expect(disclosureFormOf(title)).toBeNull();
  });
});
