import { describe, expect, it } from 'vitest';
import { createWorkbook } from '#lib/model/create.ts';
import { describePlace } from '#lib/model/describe-place.ts';
import { ownFieldText, ownFieldTitle } from '#lib/model/own-field.ts';

const workbook = createWorkbook({
  title: '绩效文本',
  year: 2026,
  cover: '审核人：',
  contents: '一、'
});

describe('a place in no sheet', () => {
  it.each([
    ['title', '工作簿名称', '绩效文本'],
    ['year', '预算年度', '2026'],
    ['department', '部门名称', ''],
    ['cover', '封面其他行', '审核人：'],
    ['contents', '原文目录', '一、']
  ])('names %s and its text', (field, title, text) => {
    expect(ownFieldTitle(field)).toBe(title);
    expect(ownFieldText(workbook, field)).toBe(text);
    expect(describePlace(workbook, { field })).toBe(`整份文本 ${title}`);
  });

  it('is the whole paper where it names no property, or one that there is not', () => {
    expect(ownFieldTitle(undefined)).toBe('整份文本');
    expect(ownFieldText(workbook, '__proto__')).toBe('');
    expect(describePlace(workbook, {})).toBe('工作簿');
  });
});
