import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jibiao, testFolder } from './jibiao.ts';
import { cleanPaper } from './papers.ts';

const folder = await testFolder();

beforeAll(() => writeFile(join(folder, 'clean.json'), JSON.stringify(cleanPaper)));

describe('wrong usage', () => {
  it.each([
    [[], '没有写要做什么'],
    [['print'], '没有“print”这个命令'],
    [['check'], '没有写要检查的文件'],
    [['check', '--format', 'xml', 'clean.json'], '--format 只有 text、json、sarif，没有 xml'],
    [['check', '--language', 'de', 'clean.json'], '--language 只有 zh、en，没有 de'],
    [['check', '--colour', 'clean.json'], '有不认识的选项'],
    [['convert', 'clean.json'], '一个输入文件和一个输出文件'],
    [['convert', '--to', 'docx'], '没有写要转换的文件']
  ])('%j is answered with a sentence and the usage', async (args, sentence) => {
    const { code, stdout, stderr } = await jibiao(folder, [...args]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('用法');
  });

  it('--help prints the usage', async () => {
    const { code, stdout } = await jibiao(folder, ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('用法');
  });
});
