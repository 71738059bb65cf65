import { expect, test } from 'vitest';
import { cleanText, withoutLayoutSpaces } from '#lib/importers/paper/cleaning/layout-spaces.ts';

test.each([
  ['between Chinese characters', '服务对象满 意度指标', '服务对象满意度指标'],
  ['also wide ones', '其中：财政　 资金', '其中：财政资金'],
  ['between a Chinese character and a digit', '2023 年 12 月 底', '2023年12月底'],
  ['inside a number', '1183. 74', '1183.74'],
  ['inside a number with thousands', '1 183.74', '1183.74'],
  ['inside a number in running text', '支出为 1220. 18 万元', '支出为1220.18万元'],
  ['before a percent sign', '≥ 95 %', '≥95%'],
  ['at both ends', ' \u3000名称\t ', '名称']
])('layout spaces are taken out: %s', (_, printed, read) => {
  expect(withoutLayoutSpaces(printed)).toBe(read);
});

test.each([
  ['one between Latin words', 'Windows  Server', 'Windows Server'],
  ['one beside a Latin word', '租用 GPS 平台', '租用 GPS 平台'],
  ['around a list number', '1. 购置 2. 验收', '1. 购置 2. 验收'],
  ['between two numbers', '2022 2023', '2022 2023'],
  ['after a bracket', '(二) 监督', '(二) 监督']
])('other spaces stay: %s', (_, printed, read) => {
  expect(withoutLayoutSpaces(printed)).toBe(read);
});

test("Word's bookmarks are taken out", () => {
  expect(cleanText('[bookmark: _Toc_2_2_0000000001]一、总体绩效目标')).toBe('一、总体绩效目标');
});
