import { describe, expect, it } from 'vitest';
import { subjectLevel } from '#lib/model/subject-code.ts';

describe('the level of a 科目编码', () => {
  it.each([
    ['213', 1],
    ['21303', 2],
    ['2130305', 3],
    ['301', 1],
    [' 30101 ', 2],
    ['', null],
    ['2130', null],
    ['B0211', null]
  ])('of “%s” is %s', (code, level) => {
    expect(subjectLevel(code)).toBe(level);
  });
});
