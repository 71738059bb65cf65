import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jibiao, testFolder } from './jibiao.ts';
import { faultyPaper } from './papers.ts';
import { schemaFaults } from './sarif-schema/validate.ts';

const folder = await testFolder();

beforeAll(async () => {
  await writeFile(join(folder, 'faulty.json'), JSON.stringify(faultyPaper));
  await writeFile(join(folder, 'empty.txt'), '');
});

const check = (...args: readonly string[]) =>
  jibiao(folder, ['check', ...args, 'faulty.json', 'empty.txt']);

describe('check --language en', () => {
  it('tells people in English what is wrong, with the names of the paper as they are', async () => {
    const { code, stdout } = await check('--language', 'en');
    expect(code).toBe(2);
    expect(stdout).toContain('faulty.json  青泉县水务局 2024 年绩效文本  errors 1, warnings 0');
    expect(stdout).toMatch(
      / {2}error {2}1\.河道清淤 第 7 行 指标值 {2}[A-Z][\w ]+\. .*“≫90”.* {2}unit-missing\n/
    );
    expect(stdout).toContain('empty.txt\n  not checked: ');
    expect(stdout).toMatch(/\ntotal {2}files 2 \(not checked 1\) {2}errors 1, warnings 0/);
    expect(stdout).not.toMatch(/错误|警告|提示|合计|未检查/);
  });

  it('tells programs in English in JSON', async () => {
    const [english, chinese] = await Promise.all([
      check('--language', 'en', '--format', 'json'),
      check('--format', 'json')
    ]);
    const [problem] = JSON.parse(english.stdout)[0].problems;
    const [same] = JSON.parse(chinese.stdout)[0].problems;
    expect(problem.title).toMatch(/^[A-Z][\w ]+$/);
    expect(same.title).toBe('指标值缺少计量单位');
    expect({ ...problem, title: '', message: '' }).toEqual({ ...same, title: '', message: '' });
  });

  it('tells programs in English in SARIF, which says so and names the sources in Chinese', async () => {
    const { stdout } = await check('--language', 'en', '--format', 'sarif');
    const log = JSON.parse(stdout);
    expect(schemaFaults(log)).toEqual([]);
    const [{ language, tool, results }] = log.runs;
    expect(language).toBe('en-US');
    expect(results[0].message.text).toMatch(/^[A-Z][\w ]+\. .*“≫90”/);
    for (const { shortDescription, help } of tool.driver.rules) {
      expect(shortDescription.text).not.toMatch(/\p{Script=Han}/u);
      expect(help.text).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('check without --language', () => {
  it('speaks Chinese whatever the language of the machine is', async () => {
    const machine = { LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en' };
    const { stdout } = await jibiao(folder, ['check', '--format', 'sarif', 'faulty.json'], machine);
    const [{ language, results }] = JSON.parse(stdout).runs;
    expect(language).toBe('zh-CN');
    expect(results[0].message.text).toMatch(/^指标值缺少计量单位。/);
  });
});
