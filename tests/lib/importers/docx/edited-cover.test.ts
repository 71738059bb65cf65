import { expect, test } from 'vitest';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { edited, imported } from './edited-document.ts';

const workbook = { ...smallWorkbook(), cover: '青泉县财政局审核\n2025年11月' };

/** The paragraph that a text is, and what stands before it. */
const paragraphOf = (xml: string, text: string) =>
  xml.match(/<w:p>.*?<\/w:p>/gs)!.find((paragraph) => paragraph.includes(text))!;

test('the lines of a cover come back', async () => {
  expect((await imported(exportDocx(workbook))).workbook.cover).toBe(workbook.cover);
});

test('a line that somebody wrote below the cover belongs to it', async () => {
  const bytes = edited(workbook, (xml) => {
    const last = paragraphOf(xml, '2025年11月');
    return xml.replace(last, `${last}<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>`);
  });

  const read = (await imported(bytes)).workbook;
  expect(read.cover).toBe(`${workbook.cover}\n内部资料`);
  expect(read.department).toBe(workbook.department);
  expect(read.sheets.map(({ id }) => id)).toEqual(['s1', 'p1', 'p2']);
});

test('a line of the cover that somebody took out is gone, and the department stays', async () => {
  const bytes = edited(workbook, (xml) => xml.replace(paragraphOf(xml, '财政局审核'), ''));

  const read = (await imported(bytes)).workbook;
  expect(read).toMatchObject({ department: workbook.department, cover: '2025年11月' });
});
