import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportFileName } from '#lib/exporters/file-name.ts';

it.each([
  ['青泉县水务局 2026 年绩效文本', '青泉县水务局 2026 年绩效文本.docx'],
  ['甲/乙: "丙"?', '甲 乙 丙.docx'],
  ['..', '未命名工作簿.docx'],
  ['', '未命名工作簿.docx']
])('the workbook %j is saved as %j', (title, name) =>
  expect(exportFileName(title, '.docx')).toBe(name)
);

it('is a name that every system takes, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (title) => {
      const name = exportFileName(title, '.csv');
      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Surrogate}]{1,80}\.csv$/u);
      expect(name).not.toMatch(/^[\s.]|[\s.]\.csv$/);
    })
  );
});
