import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { jibiao, PAPER, testFolder, type Run } from './jibiao.ts';
import { cleanPaper, faultyPaper, unaskedPaper } from './papers.ts';

const folder = await testFolder();

beforeAll(async () => {
  await writeFile(join(folder, 'clean.json'), JSON.stringify(cleanPaper));
  await writeFile(join(folder, 'faulty.json'), JSON.stringify(faultyPaper));
  await writeFile(join(folder, 'empty.txt'), '');
});

describe('check', () => {
  it('exits with 0 and counts nothing where there is no problem', async () => {
    const { code, stdout } = await jibiao(folder, ['check', 'clean.json']);
    expect(code).toBe(0);
    expect(stdout).toBe('clean.json  青泉县水务局 2024 年绩效文本  错误 0 警告 0 提示 0\n');
  });

  it('exits with 1 on an error and names the place as a person finds it', async () => {
    const { code, stdout } = await jibiao(folder, ['check', 'faulty.json']);
    expect(code).toBe(1);
    expect(stdout).toContain('错误 1 警告 0 提示 1');
    expect(stdout).toMatch(
      / {2}错误 {2}1\.河道清淤 第 7 行 指标值 {2}指标值缺少计量单位。.*unit-missing\n/
    );
  });

  it('exits with 0 where nothing is graver than a warning', async () => {
    await writeFile(join(folder, 'unasked.json'), JSON.stringify(unaskedPaper));
    const { code, stdout } = await jibiao(folder, ['check', 'unasked.json']);
    expect(stdout).toContain('错误 0 警告 1');
    expect(code).toBe(0);
  });

  it('does not count an error that was waived', async () => {
    const [sheet] = faultyPaper.sheets;
    const place = { sheet: sheet!.id, row: sheet!.rows.at(-1)!.id, column: 'target' };
    const waiver = {
      id: 'w1',
      code: 'unit-missing',
      place,
      was: '≫90',
      reason: '',
      by: '',
      at: ''
    };
    const waived = { ...faultyPaper, waivers: [waiver] };
    await writeFile(join(folder, 'waived.json'), JSON.stringify(waived));
    const { code, stdout } = await jibiao(folder, ['check', 'waived.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('已豁免  1.河道清淤 第 7 行');
  });

  it('exits with 2 on a file that cannot be read, and checks the others all the same', async () => {
    const { code, stdout } = await jibiao(folder, [
      'check',
      'gone.txt',
      'empty.txt',
      'faulty.json'
    ]);
    expect(code).toBe(2);
    expect(stdout).toContain('gone.txt\n  未检查：没有这个文件或文件夹。');
    expect(stdout).toContain('empty.txt\n  未检查：这个文件是空的');
    expect(stdout).toContain('unit-missing');
  });

  it('prints JSON in which the place is spread into the problem', async () => {
    const { code, stdout } = await jibiao(folder, [
      'check',
      '--format',
      'json',
      'faulty.json',
      'gone.txt'
    ]);
    const [first, second] = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(first.file).toBe('faulty.json');
    expect(first.workbook).toEqual(JSON.parse(JSON.stringify(faultyPaper)));
    expect(first.notes).toEqual([]);
    expect(first.problems[0]).toMatchObject({
      code: 'unit-missing',
      severity: 'error',
      sheet: faultyPaper.sheets[0]!.id,
      row: faultyPaper.sheets[0]!.rows.at(-1)!.id,
      column: 'target',
      values: { target: '≫90' }
    });
    expect(first.problems[0]).not.toHaveProperty('place');
    expect(second).toMatchObject({ file: 'gone.txt', workbook: null, notes: [], problems: [] });
  });

  it('prints SARIF in which every result names its rule, its file and its place', async () => {
    const { code, stdout } = await jibiao(folder, [
      'check',
      '--format',
      'sarif',
      'faulty.json',
      'gone.txt'
    ]);
    expect(code).toBe(2);
    const { version, runs } = JSON.parse(stdout);
    const [{ tool, results, invocations }] = runs;
    expect(version).toBe('2.1.0');
    const known = tool.driver.rules.map(({ id }: { id: string }) => id);
    const [first] = results;
    expect(known).toContain(first.ruleId);
    expect(first).toMatchObject({
      ruleId: 'unit-missing',
      level: 'error',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'faulty.json' } },
          logicalLocations: [{ fullyQualifiedName: '1.河道清淤 第 7 行 指标值' }]
        }
      ]
    });
    expect(invocations[0].executionSuccessful).toBe(false);
    expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
  });

  it('reads a paper as text, and prints the same in every run', async () => {
    const [first, second] = await Promise.all([
      jibiao(folder, ['check', '--format', 'json', PAPER]),
      jibiao(folder, ['check', '--format', 'json', PAPER])
    ]);
    const problems = ({ stdout }: Run) => JSON.parse(stdout)[0].problems;
    expect(problems(first)).toEqual(problems(second));
    expect(JSON.parse(first.stdout)[0].workbook.sheets.length).toBeGreaterThan(0);
  });
});
