import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '#cli/report.ts';
import { sarifReport } from '#cli/sarif.ts';
import { importText } from '#lib/importers/import.ts';
import { check } from '#lib/rules/check.ts';
import { RULES } from '#lib/rules/registry.ts';
import { sampleText, textSampleNames } from '#tests/support/papers.ts';
import { sarifFaults } from './sarif-shape.ts';

/** The report over these files, read as a program reads it. */
function report(files: readonly CheckedFile[]) {
  const { add, end } = sarifReport();
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
  it('has the shape of the standard over papers, refused files and waived problems', () => {
    const waived = {
      ...first!,
      problems: first!.problems.map((problem) => ({ ...problem, waived: 'w1' }))
    };
    const log = report([...samples, checked('空的.txt', ''), waived]);
    expect(sarifFaults(log)).toEqual([]);
    expect(log.runs[0].results.length).toBeGreaterThan(100);
    expect(log.runs[0].results.at(-1).suppressions).toEqual([{ kind: 'external' }]);
  });

  it('has the shape of the standard over nothing', () => {
    expect(sarifFaults(report([]))).toEqual([]);
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
    expect(sarifFaults(log)).toEqual([]);
    const [{ toolExecutionNotifications }] = log.runs[0].invocations;
    const paths = toolExecutionNotifications.map(
      ({ locations: [{ physicalLocation }] }: Notification) =>
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

interface Notification {
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }
  ];
}

describe('the check of the shape', () => {
  const good = report(samples.slice(0, 1));
  const [run] = good.runs;
  const withResult = (result: object) => ({ ...good, runs: [{ ...run, results: [result] }] });
  it.each([
    ['another version', { ...good, version: '2.0.0' }],
    ['no runs', { version: '2.1.0' }],
    ['an unknown property', { ...good, extra: 1 }],
    ['an unknown level', withResult({ message: { text: '' }, level: 'info' })],
    ['a message without text', withResult({ message: {} })],
    [
      'a name that is no URI',
      withResult({
        message: { text: '' },
        locations: [{ physicalLocation: { artifactLocation: { uri: '水务 局.txt' } } }]
      })
    ]
  ])('refuses %s', (_, log) => {
    expect(sarifFaults(log)).toHaveLength(1);
  });
});
