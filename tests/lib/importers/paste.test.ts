import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importPaste, importText } from '#lib/importers/import.ts';
import { countingIds } from '#lib/model/ids.ts';
import { sampleExpectation, sampleText } from '#tests/support/papers.ts';

const clipboard = (name: string) =>
  readFileSync(new URL(`../../samples/${name}/input.html`, import.meta.url), 'utf8');

describe('what was pasted', () => {
  test('is read from its HTML where that has the table', async () => {
    const html = clipboard('html-excel-clipboard');
    const text = '基层文化站维修经费绩效目标表\n产出指标\t数量指标\t维修文化站个数';

    const result = await importPaste({ text, html }, { ids: countingIds() });

    const { workbook } = sampleExpectation('html-excel-clipboard');
    expect(result.ok && result.workbook.sheets).toEqual(
      (workbook as unknown as { sheets: unknown }).sheets
    );
  });

  test.each([
    ['there is no HTML', ''],
    ['the HTML has no table', '<p>第一部分 部门整体绩效目标</p>'],
    [
      'the HTML holds less',
      '<table><tr><td>一级指标</td><td>二级指标</td></tr><tr><td>产出指标</td><td>数量指标</td></tr></table>'
    ]
  ])('is read from its text where %s', async (_, html) => {
    const text = sampleText('pasted-table');

    const result = await importPaste({ text, html });
    const fromText = importText(text);

    expect(result.ok && result.source).toBe(fromText.ok && fromText.source);
  });

  test('is read from its HTML where there is no text', async () => {
    const html = '<h2>第一部分 部门整体绩效目标</h2><p>一、总体绩效目标</p><p>保障供水安全。</p>';

    const result = await importPaste({ text: '', html });

    expect(result.ok && result.workbook.sheets.map(({ fields }) => fields.body)).toEqual([
      '保障供水安全。'
    ]);
  });

  test('is refused in one sentence where it holds nothing', async () => {
    expect(await importPaste({ text: '', html: '' })).toMatchObject({ reason: 'empty' });
  });
});
