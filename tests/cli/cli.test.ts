import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { officeParts } from '#tests/support/office-file.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const PAPER = fileURLToPath(new URL('../samples/converted-word/input.txt', import.meta.url));

const row = (level2: string, level3: string, target: string) =>
  createRow({ level2, level3, target });
const cleanRows = [
  row('数量指标', '清淤河段数', '≥12段'),
  row('质量指标', '验收合格率', '≥95%'),
  row('时效指标', '完工时间', '2024年10月底'),
  row('成本指标', '清淤成本', '≤50万元'),
  row('社会效益指标', '防洪能力', '明显提升'),
  row('服务对象满意度指标', '沿岸居民满意度', '≥90%')
];
const fields = {
  moneyUnit: '万元',
  projectCode: '13019924P00123456789B',
  projectName: '河道清淤',
  ...{ budget: '50.00', fiscalFunds: '50.00', otherFunds: '0.00' },
  ...{ planMarch: '10%', planJune: '40%', planOctober: '80%', planDecember: '100%' }
};
const paper = (rows = cleanRows): Workbook =>
  createWorkbook({
    title: '青泉县水务局 2024 年绩效文本',
    year: 2024,
    sheets: [createSheet('project', { number: '1.', title: '河道清淤', fields, rows })]
  });
const faulty = paper([...cleanRows, row('服务对象满意度指标', '船民满意度', '≫90')]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jibiao-cli-'));
  await writeFile(join(folder, 'clean.json'), JSON.stringify(paper()));
  await writeFile(join(folder, 'faulty.json'), JSON.stringify(faulty));
  await writeFile(join(folder, 'empty.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real program, standing in the folder of the test. */
function jibiao(...args: string[]): Promise<Run> {
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    );
  });
}

describe('check', () => {
  it('exits with 0 and counts nothing where there is no problem', async () => {
    const { code, stdout } = await jibiao('check', 'clean.json');
    expect(code).toBe(0);
    expect(stdout).toBe('clean.json  青泉县水务局 2024 年绩效文本  错误 0 警告 0 提示 0\n');
  });

  it('exits with 1 on an error and names the place as a person finds it', async () => {
    const { code, stdout } = await jibiao('check', 'faulty.json');
    expect(code).toBe(1);
    expect(stdout).toContain('错误 1 警告 0 提示 1');
    expect(stdout).toMatch(
      / {2}错误 {2}1\.河道清淤 第 7 行 指标值 {2}指标值缺少计量单位。.*unit-missing\n/
    );
  });

  it('exits with 0 where nothing is graver than a warning', async () => {
    const unasked = { ...paper(cleanRows.slice(0, -1)), form: '2021' };
    await writeFile(join(folder, 'unasked.json'), JSON.stringify(unasked));
    const { code, stdout } = await jibiao('check', 'unasked.json');
    expect(stdout).toContain('错误 0 警告 1');
    expect(code).toBe(0);
  });

  it('does not count an error that was waived', async () => {
    const [sheet] = faulty.sheets;
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
    const waived = { ...faulty, waivers: [waiver] };
    await writeFile(join(folder, 'waived.json'), JSON.stringify(waived));
    const { code, stdout } = await jibiao('check', 'waived.json');
    expect(code).toBe(0);
    expect(stdout).toContain('已豁免  1.河道清淤 第 7 行');
  });

  it('exits with 2 on a file that cannot be read, and checks the others all the same', async () => {
    const { code, stdout } = await jibiao('check', 'gone.txt', 'empty.txt', 'faulty.json');
    expect(code).toBe(2);
    expect(stdout).toContain('gone.txt\n  未检查：没有这个文件或文件夹。');
    expect(stdout).toContain('empty.txt\n  未检查：这个文件是空的');
    expect(stdout).toContain('unit-missing');
  });

  it('prints JSON in which the place is spread into the problem', async () => {
    const { code, stdout } = await jibiao('check', '--format', 'json', 'faulty.json', 'gone.txt');
    const [first, second] = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(first.file).toBe('faulty.json');
    expect(first.workbook).toEqual(JSON.parse(JSON.stringify(faulty)));
    expect(first.notes).toEqual([]);
    expect(first.problems[0]).toMatchObject({
      code: 'unit-missing',
      severity: 'error',
      sheet: faulty.sheets[0]!.id,
      row: faulty.sheets[0]!.rows.at(-1)!.id,
      column: 'target',
      values: { target: '≫90' }
    });
    expect(first.problems[0]).not.toHaveProperty('place');
    expect(second).toMatchObject({ file: 'gone.txt', workbook: null, notes: [], problems: [] });
  });

  it('prints SARIF in which every result names its rule, its file and its place', async () => {
    const { code, stdout } = await jibiao('check', '--format', 'sarif', 'faulty.json', 'gone.txt');
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
      jibiao('check', '--format', 'json', PAPER),
      jibiao('check', '--format', 'json', PAPER)
    ]);
    const problems = ({ stdout }: Run) => JSON.parse(stdout)[0].problems;
    expect(problems(first)).toEqual(problems(second));
    expect(JSON.parse(first.stdout)[0].workbook.sheets.length).toBeGreaterThan(0);
  });
});

describe('a folder', () => {
  beforeAll(async () => {
    await mkdir(join(folder, 'papers/town'), { recursive: true });
    await cp(PAPER, join(folder, 'papers/b.txt'));
    await cp(PAPER, join(folder, 'papers/town/a.txt'));
    await writeFile(join(folder, 'papers/b.json'), JSON.stringify(paper()));
    await writeFile(join(folder, 'papers/broken.docx'), 'PK\x03\x04 no package');
    await writeFile(join(folder, 'papers/~$b.docx'), 'a lock file');
    await writeFile(join(folder, 'papers/.hidden.txt'), 'hidden');
    await writeFile(join(folder, 'papers/picture.png'), 'no paper');
  });

  it('is checked file by file, one bad file never stopping the rest', async () => {
    const { code, stdout, stderr } = await jibiao('check', 'papers');
    const files = stdout.split('\n').filter((line) => line.startsWith('papers'));
    expect(code).toBe(2);
    expect(files.map((line) => line.split('  ')[0])).toEqual([
      join('papers', 'b.json'),
      join('papers', 'b.txt'),
      join('papers', 'broken.docx'),
      join('papers', 'town', 'a.txt')
    ]);
    expect(stdout).toContain('未检查：这个文件不完整');
    expect(stderr).toContain('已检查 4/4');
  });

  it('is converted to one format beneath a folder that keeps the folders within', async () => {
    const { code, stderr } = await jibiao('convert', '--to', 'html', '--into', 'out', 'papers');
    expect(code).toBe(2);
    expect(stderr).toContain(`${join('papers', 'broken.docx')}：这个文件不完整`);
    expect(stderr).toContain('已转换 4/4');
    const written = await readdir(join(folder, 'out'), { recursive: true });
    expect(written.toSorted()).toEqual(
      ['b.html', 'b.txt.html', 'town', join('town', 'a.html')].toSorted()
    );
    const html = await readFile(join(folder, 'out/town/a.html'), 'utf8');
    expect(html).toContain('河道清淤专项经费');
  });

  it('that holds nothing to read is said to be so', async () => {
    await mkdir(join(folder, 'nothing'), { recursive: true });
    const { code, stdout, stderr } = await jibiao('check', 'nothing');
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: '文件夹里没有可以检查的文件。\n'
    });
  });
});

describe('convert', () => {
  it('writes a paper as the plain value', async () => {
    const { code } = await jibiao('convert', PAPER, 'paper.json');
    expect(code).toBe(0);
    const result = readWorkbook(JSON.parse(await readFile(join(folder, 'paper.json'), 'utf8')));
    const imported = importText(await readFile(PAPER, 'utf8'));
    const texts = ({ sheets }: Workbook) =>
      sheets.map(({ title, fields, rows }) => ({ title, fields, cells: rows.map((r) => r.cells) }));
    expect('workbook' in result && texts(result.workbook)).toEqual(
      imported.ok && texts(imported.workbook)
    );
  });

  it('keeps a workbook as it is, also onto itself', async () => {
    const { code } = await jibiao('convert', 'clean.json', 'clean.json');
    expect(code).toBe(0);
    const written = JSON.parse(await readFile(join(folder, 'clean.json'), 'utf8'));
    const again = await jibiao('check', 'clean.json');
    expect(readWorkbook(written)).toHaveProperty('workbook');
    expect(again.code).toBe(0);
  });

  it.each([
    ['paper.html', '<!doctype html>'],
    ['PAPER.CSV', '\uFEFF项目编码,项目名称']
  ])('hands a paper out as %s', async (output, beginning) => {
    const { code, stderr } = await jibiao('convert', PAPER, output);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const written = await readFile(join(folder, output), 'utf8');
    expect(written.slice(0, beginning.length)).toBe(beginning);
    expect(written).toContain('河道清淤专项经费');
  });

  it.each(['paper.docx', 'paper.xlsx'])('hands a paper out as %s', async (output) => {
    const { code, stderr } = await jibiao('convert', PAPER, output);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const parts = [...officeParts(await readFile(join(folder, output))).values()];
    expect(parts.some(({ text }) => text.includes('河道清淤专项经费'))).toBe(true);
  });

  it('refuses other endings and leaves nothing behind', async () => {
    const before = await readdir(folder);
    const runs = await Promise.all([
      jibiao('convert', PAPER, 'paper.pdf'),
      jibiao('convert', '.', 'other.json'),
      jibiao('convert', 'empty.txt', 'other.json'),
      jibiao('convert', 'clean.json', 'no-such-folder/other.json')
    ]);
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(runs.map(({ stderr }) => stderr)).toEqual([
      'paper.pdf：只能写出 .docx、.xlsx、.html、.csv、.json 文件。\n',
      '.：这是一个文件夹；请用 --to 写明要转换成的格式。\n',
      expect.stringContaining('empty.txt：这个文件是空的'),
      'no-such-folder/other.json：没有这个文件或文件夹。\n'
    ]);
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], '没有写要做什么'],
    [['print'], '没有“print”这个命令'],
    [['check'], '没有写要检查的文件'],
    [['check', '--format', 'xml', 'clean.json'], '--format 只有 text、json、sarif，没有 xml'],
    [['check', '--colour', 'clean.json'], '有不认识的选项'],
    [['convert', 'clean.json'], '一个输入文件和一个输出文件'],
    [['convert', '--to', 'docx'], '没有写要转换的文件']
  ])('%j is answered with a sentence and the usage', async (args, sentence) => {
    const { code, stdout, stderr } = await jibiao(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('用法');
  });

  it('--help prints the usage', async () => {
    const { code, stdout } = await jibiao('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('用法');
  });
});
