import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '#cli/report.ts';
import { sarifReport } from '#cli/sarif.ts';
import { importText } from '#lib/importers/import.ts';
import { check } from '#lib/rules/check.ts';
import { RULES } from '#lib/rules/registry.ts';
import {
  hasSeeds,
  sampleText,
  seedText,
  textSampleNames,
  WITHOUT_SEEDS
} from '#tests/support/papers.ts';
import { jibiao } from './jibiao.ts';
import { schemaFaults } from './sarif-schema/validate.ts';

/** The report over these files, read as a program reads it. */
function report(files: readonly CheckedFile[]) {
  const { add, end } = sarifReport('zh');
  return JSON.parse([...files.map(add), end()].join(''));
}

function checked(file: string, text: string): CheckedFile {
  const read = importText(text);
  if (!read.ok) return { file, workbook: null, notes: [], problems: [], refusal: read.sentence };
  const { workbook, notes } = read;
  return { file, workbook, notes, problems: check(workbook) };
}

const samples = textSampleNames.map((name) => checked(`${name}.txt`, sampleText(name)));
const [first] = samples;

describe('the SARIF report', () => {
  it('is valid against the schema over papers, refused files and waived problems', () => {
    const waived = {
      ...first!,
      problems: first!.problems.map((problem) => ({ ...problem, waived: 'w1' }))
    };
    const log = report([...samples, checked('空的.txt', ''), waived]);
    expect(schemaFaults(log)).toEqual([]);
    expect(log.runs[0].results.length).toBeGreaterThan(100);
    expect(log.runs[0].results.at(-1).suppressions).toEqual([{ kind: 'external' }]);
  });

  it.skipIf(!hasSeeds)(`is valid over real papers (else ${WITHOUT_SEEDS})`, () => {
    const papers = ['000', '001', '002', '003', '004'].map((number) =>
      checked(`${number}.txt`, seedText(number))
    );
    const log = report(papers);
    expect(schemaFaults(log)).toEqual([]);
    expect(log.runs[0].results.length).toBeGreaterThan(100);
  });

  it('is valid as the program prints it over a folder of papers in every format', async () => {
    const folder = fileURLToPath(new URL('../samples', import.meta.url));
    const { stdout } = await jibiao(folder, ['check', '--format', 'sarif', '.']);
    const log = JSON.parse(stdout);
    expect(schemaFaults(log)).toEqual([]);
    const endings = log.runs[0].results.map(({ locations: [location] }: Result) =>
      extname(location.physicalLocation.artifactLocation.uri)
    );
    expect(new Set(endings)).toEqual(
      new Set(['.txt', '.docx', '.xlsx', '.pdf', '.csv', '.html', '.json'])
    );
  });

  it('is valid against the schema over nothing', () => {
    expect(schemaFaults(report([]))).toEqual([]);
  });

  it('names every file by a URI that leads back to it', () => {
    const names = [
      '各单位\\2025 年 50%.txt',
      'a#b?.txt',
      'a:b.txt',
      '[草稿] “定稿”.txt',
      'D:\\各单位\\a.txt'
    ];
    const log = report(names.map((name) => checked(name, '')));
    expect(schemaFaults(log)).toEqual([]);
    const [{ toolExecutionNotifications }] = log.runs[0].invocations;
    const paths = toolExecutionNotifications.map(({ locations: [{ physicalLocation }] }: Result) =>
      decodeURIComponent(new URL(physicalLocation.artifactLocation.uri, 'file:///').pathname)
    );
    expect(paths).toEqual(names.map((name) => `/${name.replaceAll('\\', '/')}`));
  });

  it('describes every rule that a result names', () => {
    const [{ tool, results }] = report(samples).runs;
    const known = tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(known).size).toBe(RULES.length);
    expect(results.filter(({ ruleId }: { ruleId: string }) => !known.includes(ruleId))).toEqual([]);
  });
});

/** What a result and a notification share. */
interface Result {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }
  ];
}

describe('the schema', () => {
  const good = report(samples.slice(0, 1));
  const [run] = good.runs;
  const withResult = (result: object) => ({ ...good, runs: [{ ...run, results: [result] }] });
  it.each([
    ['another version', { ...good, version: '2.0.0' }],
    ['no runs', { version: '2.1.0' }],
    ['an unknown property', { ...good, extra: 1 }],
    ['an unknown level', withResult({ message: { text: '' }, level: 'info' })],
    ['a message that is a text', withResult({ message: '没有计量单位。' })],
    [
      'a name that is no URI',
      withResult({
        message: { text: '' },
        locations: [{ physicalLocation: { artifactLocation: { uri: '水务 局.txt' } } }]
      })
    ]
  ])('refuses %s', (_, log) => {
    expect(schemaFaults(log)).not.toEqual([]);
  });
});
