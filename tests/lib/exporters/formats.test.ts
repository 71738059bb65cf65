import { expect, it } from 'vitest';
import { FORMATS, formatOf } from '#lib/exporters/formats.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

it('finds the format of a file by its ending, in capitals too', () => {
  for (const format of FORMATS) {
    expect(formatOf(`目标表${format.extension}`)).toBe(format);
    expect(formatOf(`TABLE${format.extension.toUpperCase()}`)).toBe(format);
  }
  expect(formatOf('目标表.pdf')).toBeUndefined();
  expect(formatOf('目标表')).toBeUndefined();
});

it.each(FORMATS)('writes a file of the kind that $extension promises', async ({ id, write }) => {
  const [first, second] = await write(smallWorkbook());

  const beginnings = { docx: 'PK', xlsx: 'PK', html: '<!', csv: '\u00ef\u00bb', json: '{\n' };
  expect(String.fromCharCode(first!, second!)).toBe(beginnings[id]);
});
