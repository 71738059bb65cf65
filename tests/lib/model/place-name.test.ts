import { describe, expect, it } from 'vitest';
import { createSheet } from '#lib/model/create.ts';
import { DISCLOSURE_FORMS } from '#lib/model/disclosure-forms.ts';
import { placeName, shortSheetName } from '#lib/model/place-name.ts';
import type { SheetKind } from '#lib/model/workbook.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';

describe('the short name of a sheet', () => {
  it.each<[SheetKind, string, string]>([
    ['project', '河道清淤专项经费绩效目标表', '河道清淤专项经费'],
    ['brief', '关于节水宣传项目绩效目标指标的说明', '节水宣传'],
    ['disclosure', '单位预算收支总表', '收支总表'],
    ['disclosure', '单位预算财政拨款收支总表', '财政拨款收支总表'],
    ['disclosure', '部门预算一般公共预算财政拨款基本支出表', '一般公共预算基本支出'],
    ['disclosure', '单位预算财政拨款“三公”经费支出表', '“三公”经费支出'],
    ['text', '总体绩效目标', '总体绩效目标'],
    ['project', '绩效目标表', '绩效目标表']
  ])('of the %s %s is %s', (kind, title, name) => {
    expect(shortSheetName(createSheet(kind, { title }))).toBe(name);
    expect(shortSheetName(createSheet(kind, { title, number: '3.' }))).toBe(`3.${name}`);
  });

  it('is different for all tables of the disclosure', () => {
    const names = DISCLOSURE_FORMS.map(({ title }) =>
      shortSheetName(createSheet('disclosure', { title: `单位预算${title}` }))
    );
    expect(new Set(names).size).toBe(DISCLOSURE_FORMS.length);
  });
});

describe('the name of a place', () => {
  const { sheets } = workbookOfAllKinds();
  const nameOf = (sheet: string, row: string, column: string) =>
    placeName(
      sheets.find(({ id }) => id === sheet)!,
      { row, column }
    );

  it('has the title of the column, or its letter', () => {
    expect(nameOf('d1', 'd1-r2', 'expenditureItem')).toBe('第 2 行 项目');
    expect(nameOf('f1', 'f1-r1', 'B')).toBe('第 1 行 B');
    expect(nameOf('f1', 'gone', 'B')).toBe('已删除的行');
  });
});
