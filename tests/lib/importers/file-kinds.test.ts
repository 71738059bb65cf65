import { expect, test } from 'vitest';
import { FILE_KINDS, isKnownKind } from '#lib/importers/file-kinds.ts';
import { formatOf, isMisnamed } from '#lib/importers/formats.ts';

const TEXT = formatOf(new TextEncoder().encode('绩效目标'), 'txt');
const OFFERED = FILE_KINDS.flatMap(({ endings }) => endings).filter((ending) => ending !== '.txt');

test.each(OFFERED)(
  '%s, which the file dialog offers, is an ending that some format has',
  (ending) => {
    expect(isMisnamed(ending.slice(1), TEXT)).toBe(true);
  }
);

test('a file of a folder is known by its ending, in capitals or not', () => {
  expect(isKnownKind('教育局 2024.DOCX')).toBe(true);
  expect(isKnownKind('照片.jpg')).toBe(false);
  expect(isKnownKind('docx')).toBe(false);
});
