import { describe, expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { sampleFile } from '#tests/support/papers.ts';

describe('a web page as a file', () => {
  test('is read whatever it is called, as Excel saves one under .xls', async () => {
    const { bytes } = sampleFile('html-full-width');

    const result = await importFile({ name: '节水灌溉.xls', bytes });

    expect(result.ok && result.workbook.sheets.map(({ title }) => title)).toEqual([
      '节水灌溉示范经费绩效目标表'
    ]);
    expect(result.ok && result.notes.map(({ text }) => text)).toContain(
      '文件的扩展名是 .xls，内容是网页，已按内容读取。'
    );
  });

  test('is read in the encoding that it names, or in the one it has', async () => {
    const page =
      '<html><head><meta charset="ENCODING"></head><body><p>第一部分 部门整体绩效目标</p><p>一、总体绩效目标</p><p>保障供水。</p></body></html>';
    for (const encoding of ['utf-8', 'gb2312', 'no-such-encoding']) {
      const bytes = new TextEncoder().encode(page.replace('ENCODING', encoding));

      const result = await importFile({ name: '网页.html', bytes });

      expect(result.ok && result.workbook.sheets[0]?.fields.body).toBe('保障供水。');
    }
  });
});
