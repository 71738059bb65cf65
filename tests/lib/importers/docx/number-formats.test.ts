import { expect, test } from 'vitest';
import { formatNumber } from '#lib/importers/docx/number-formats.ts';

test.each([
  ['decimal', 12, '12'],
  ['decimalZero', 3, '03'],
  ['decimalFullWidth', 12, '１２'],
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 23, '二十三'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 1010, '一千零一十'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographDigital', 20, '二〇'],
  ['ideographTraditional', 3, '丙'],
  ['ideographZodiac', 12, '亥'],
  ['decimalEnclosedCircleChinese', 20, '⑳'],
  ['decimalEnclosedCircleChinese', 21, '㉑'],
  ['decimalEnclosedCircleChinese', 36, '㊱'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['decimalEnclosedFullstop', 1, '⒈'],
  ['upperLetter', 28, 'BB'],
  ['lowerRoman', 49, 'xlix'],
  ['hindiVowels', 4, '4'],
  ['chineseCounting', 10_000, '10000']
])('%s prints %i as %s', (format, number, printed) => {
  expect(formatNumber(number, format)).toBe(printed);
});
