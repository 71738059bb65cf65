import { describe, expect, it } from 'vitest';
import { FORMS } from '#lib/model/forms.ts';
import { countingIds } from '#lib/model/ids.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import { workbookFromTemplate } from '#lib/model/template.ts';
import { cellText, fieldText } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';

const choice = { title: '绩效文本', year: 2024, department: '青泉县水务局' };

describe('a blank workbook', () => {
  it('has its name and year and no sheets', () => {
    const workbook = workbookFromTemplate({ ...choice, template: 'blank' });
    expect(workbook).toMatchObject({ ...choice, form: '2015', sheets: [] });
  });
});

describe.each(['2015', '2021', 'local'] as const)(
  'a workbook from the template of %s',
  (template) => {
    const workbook = workbookFromTemplate({ ...choice, template }, countingIds());

    it('has three prose sections and one project sheet of its unit', () => {
      const { form, sheets } = workbook;
      expect(form).toBe(template);
      expect(sheets.map(({ kind }) => kind)).toEqual(['text', 'text', 'text', 'project']);
      expect(fieldText(sheets[3]!, 'unitName')).toBe('青泉县水务局');
    });

    it('has a row for each second level that the form asks for, in the order of the form', () => {
      const levels = workbook.sheets[3]!.rows.map((row) => cellText(row, 'level2'));
      const order = FORMS[template].levels.flatMap(({ second }) => second);
      expect(levels).toEqual(expect.arrayContaining([...FORMS[template].requiredOutputs]));
      expect(levels).toEqual(order.filter((level2) => levels.includes(level2)));
    });

    it('can be written and read back', () => {
      expect(readWorkbook(JSON.parse(JSON.stringify(workbook)))).toEqual({ workbook });
    });

    it('is not faulted before anything is filled in', () => {
      expect(check(workbook)).toEqual([]);
    });

    it('has new ids each time', () => {
      const other = workbookFromTemplate({ ...choice, template });
      const again = workbookFromTemplate({ ...choice, template });
      expect(other.id).not.toBe(again.id);
      expect(other.sheets[3]!.rows[0]!.id).not.toBe(again.sheets[3]!.rows[0]!.id);
    });
  }
);
