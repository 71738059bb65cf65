import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createWorkbook } from '#lib/model/create.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import {
  contentsOf,
  contentsText,
  propertyText,
  workbookProperty
} from '#lib/model/workbook-property.ts';

describe('the 目录 of a workbook as text', () => {
  it('stands for every 目录, for an empty one, and for that of the program', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ unit: 'binary' })), (contents) => {
        expect(contentsOf(contentsText(contents))).toBe(contents);
      })
    );
    expect(contentsText(null)).toBe('');
    expect(contentsText('')).not.toBe('');
  });

  it.each(['{', '12', 'null', '["一"]'])('is that of the program where it reads %s', (text) => {
    expect(contentsOf(text)).toBeNull();
  });
});

describe('a property of a workbook', () => {
  it('is the same after it was written as text', () => {
    const workbook = createWorkbook({
      title: '绩效文本',
      year: 2026,
      cover: '青泉县财政局审核\n二〇二五年十一月',
      contents: '一、总体绩效目标\t1'
    });
    for (const property of ['title', 'year', 'form', 'cover', 'contents'] as const) {
      const text = propertyText(workbook, property);
      expect(workbookProperty(property, text)).toEqual({ [property]: workbook[property] });
      const edit = { label: '', changes: [{ do: 'workbook' as const, property, text }] };
      expect(applyEdit({ ...createWorkbook(), id: workbook.id }, edit)[property]).toEqual(
        workbook[property]
      );
    }
  });
});

describe('a workbook that was stored before there were cover and 目录', () => {
  it('is read with an empty cover and the 目录 of the program', () => {
    const { cover, contents, ...before } = createWorkbook({ title: '绩效文本' });
    expect({ cover, contents }).toEqual({ cover: '', contents: null });
    expect(readWorkbook(before)).toEqual({ workbook: { ...before, cover: '', contents: null } });
  });
});
