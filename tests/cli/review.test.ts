import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { officePart } from '#tests/support/office-file.ts';
import { jibiao, testFolder } from './jibiao.ts';
import { cleanPaper, faultyPaper } from './papers.ts';

const folder = await testFolder();

it('writes one review sheet for each unit beside the report', async () => {
  const water = { ...faultyPaper, department: '青泉县水务局', title: '预算绩效文本' };
  const papers = {
    '一.json': water,
    '二.json': { ...water, title: '追加项目绩效文本' },
    '三.json': { ...cleanPaper, department: '青泉县教育局' }
  };
  for (const [name, paper] of Object.entries(papers)) {
    await writeFile(join(folder, name), JSON.stringify(paper));
  }

  const { code, stdout, stderr } = await jibiao(folder, [
    'check',
    '--review',
    '意见/本年',
    ...Object.keys(papers)
  ]);

  expect(code).toBe(1);
  expect(stdout).toContain('合计  3 个文件');
  expect(stderr).toContain('已把 2 份审核意见写入 意见/本年');
  const names = await readdir(join(folder, '意见/本年'));
  expect(names.toSorted()).toEqual(
    ['青泉县教育局 审核意见.docx', '青泉县水务局 审核意见.docx'].toSorted()
  );
  const bytes = await readFile(join(folder, '意见/本年/青泉县水务局 审核意见.docx'));
  const { text } = officePart(new Uint8Array(bytes), 'word/document.xml');
  for (const part of ['文本 1：预算绩效文本', '文本 2：追加项目绩效文本', '指标值缺少计量单位']) {
    expect(text).toContain(part);
  }
});

it('exits with 2 where the review sheets cannot be written, after the report', async () => {
  await writeFile(join(folder, 'clean.json'), JSON.stringify(cleanPaper));
  const { code, stdout, stderr } = await jibiao(folder, [
    'check',
    '--review',
    'clean.json',
    'clean.json'
  ]);
  expect(code).toBe(2);
  expect(stdout).toContain('错误 0');
  expect(stderr).toContain('clean.json：');
});
