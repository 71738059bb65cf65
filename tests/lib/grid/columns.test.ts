import { describe, expect, it } from 'vitest';
import { columnsOfSheet, frozenColumns, mainColumn } from '#lib/grid/columns.ts';
import { headingRows } from '#lib/grid/heading-rows.ts';
import { indentOf, linesOf } from '#lib/grid/lines.ts';
import { DISCLOSURE_FORMS } from '#lib/model/disclosure-forms.ts';
import { disclosureSheet, workbookOfAllKinds } from '#tests/support/workbooks.ts';

const { sheets } = workbookOfAllKinds();
const sheet = (id: string) => sheets.find((one) => one.id === id)!;
const columnsOf = (form: string) => columnsOfSheet(disclosureSheet('x', form, []));

describe('the columns of a disclosure table', () => {
  it('hold amounts where their titles do not speak of words', () => {
    const words = columnsOf('procurement').filter(({ amounts }) => !amounts);
    expect(words.map(({ title }) => title)).toEqual([
      '项目名称',
      '采购物品名称',
      '政府采购目录序号',
      '计量单位'
    ]);
    expect(columnsOf('institutions').some(({ amounts }) => amounts)).toBe(false);
  });

  it('are as wide as their longest text, within bounds', () => {
    const wide = (text: string) =>
      columnsOfSheet(disclosureSheet('x', 'expenditure', [['', text]]))[1]!.least;
    expect(wide('短')).toBe(wide(''));
    expect(wide('河道清淤和水库巡查')).toBeGreaterThan(wide('短'));
    expect(wide('很长的科目名称'.repeat(9))).toBe(wide('很长的科目名称'.repeat(99)));
  });

  it('stay in sight as far as they say what a row is about', () => {
    const frozen = (form: string) => frozenColumns(columnsOf(form));
    expect(frozen('income')).toBe(2);
    expect(frozen('three-public')).toBe(1);
    expect(frozen('institutions')).toBe(0);
    expect(frozenColumns(columnsOfSheet(sheet('f1')))).toBe(0);
  });

  it('never freeze a part of a heading', () => {
    for (const { name } of DISCLOSURE_FORMS) {
      const columns = columnsOf(name);
      const frozen = frozenColumns(columns);
      const [last, next] = [columns[frozen - 1], columns[frozen]];
      expect(last?.group !== undefined && last.group === next?.group).toBe(false);
    }
  });
});

describe('the headings of a table', () => {
  it('stand over the columns of a group, beside columns as high as both rows', () => {
    const [upper, lower] = headingRows(columnsOf('income'))!;
    const labels = upper!.map((heading) =>
      typeof heading === 'string' ? heading : [heading.label, heading.colspan, heading.rowspan]
    );
    expect(labels).toEqual([
      ['功能分类科目', 2, 1],
      ['合计', 1, 2],
      ['本年收入', 8, 1],
      ['上年结转结余', 1, 2]
    ]);
    expect(lower).toHaveLength(12);
  });

  it('are one row where no column stands in a group', () => {
    expect(headingRows(columnsOf('assets'))).toBeNull();
    expect(headingRows(columnsOfSheet(sheet('f1')))).toBeNull();
  });
});

describe('names beside codes', () => {
  it('are indented by the level of the code', () => {
    const columns = columnsOfSheet(sheet('d2'));
    const lines = linesOf([sheet('d2')]);
    const name = columns.find(({ id }) => id === 'name')!;
    expect(lines.map((line) => indentOf(line, name))).toEqual([0, 0, 1, 2]);
    expect(lines.map((line) => indentOf(line, columns[0]!))).toEqual([0, 0, 0, 0]);
  });
});

describe('the main column', () => {
  it('is the target of an indicator, and else the first column', () => {
    expect(mainColumn(columnsOfSheet(sheet('p1')))).toBe('target');
    expect(mainColumn(columnsOfSheet(sheet('b1')))).toBe('item');
    expect(mainColumn(columnsOfSheet(sheet('d2')))).toBe('code');
  });
});
