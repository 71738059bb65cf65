import { expect, it } from 'vitest';
import { FORMATS } from '#lib/exporters/formats.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

it.each(FORMATS)('the page writes $extension by itself', async ({ mime, write }) => {
  const file = new Blob([await write(smallWorkbook())], { type: mime });

  expect(file.size).toBeGreaterThan(500);
  expect(file.type).toBe(mime);
});
