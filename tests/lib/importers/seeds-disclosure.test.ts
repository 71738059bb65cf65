import { describe, expect, test } from 'vitest';
import { importText, type ImportResult } from '#lib/importers/import.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { hasSeeds, seedText, WITHOUT_SEEDS } from '#tests/support/papers.ts';

/** Seed 004: nine disclosure tables, their explanation, and project tables without a header block. */
const FORMS: readonly (readonly [form: string, columns: number, rows: number])[] = [
  ['income-and-expenditure', 4, 34],
  ['income', 12, 24],
  ['expenditure', 8, 24],
  ['fiscal-appropriation', 7, 37],
  ['general-public-expenditure', 5, 24],
  ['general-public-basic', 5, 29],
  ['government-fund', 5, 0],
  ['state-capital', 5, 0],
  ['three-public', 5, 9]
];

const FIRST_LEVELS: readonly (readonly [second: RegExp, first: string])[] = [
  [/^(?:数量|质量|时效|成本)指标$/, '产出指标'],
  [/^(?:社会效益|可持续影响)指标$/, '效益指标'],
  [/^服务对象满意度指标$/, '满意度指标']
];

/** The place of the table that a scanner pressed into one line. */
const FLATTENED = 12;

function imported(): Extract<ImportResult, { ok: true }> {
  const result = importText(seedText('004'));
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

const sheetsOf = (kind: Sheet['kind']) =>
  imported().workbook.sheets.filter((sheet) => sheet.kind === kind);

/** A text without any space, so that the reading here needs no rule about layout spaces. */
function solid(text: string): string {
  return text.replace(/\s/g, '');
}

function cellsOf({ columns, rows }: Sheet): string[][] {
  return rows.map(({ cells }) => columns.map(({ id }) => solid(cells[id]!)));
}

/** The lines from one that is `from` to the next that is `to`, without both. */
function linesBetween(from: RegExp, to: RegExp): string[] {
  const lines = seedText('004').split('\n');
  const start = lines.findIndex((line) => from.test(line));
  const end = lines.findIndex((line, at) => at > start && to.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end);
}

/** The rows of the nine tables, by their numbers: a line that begins with one is a row of its table. */
function countedTables(): string[][][] {
  const tables: string[][][] = [];
  for (const line of linesBetween(/^2023 年度单位预算公开表$/, /情况说明$/)) {
    if (/^单位预算.*表$/.test(line)) tables.push([]);
    const [number, ...cells] = line.split('\t');
    const columns = FORMS[tables.length - 1]?.[1];
    if (cells.length > 0 && /^\d+$/.test(number!))
      tables.at(-1)!.push(cells.slice(0, columns).map(solid));
  }
  return tables;
}

describe.skipIf(!hasSeeds)(`seed 004 (${hasSeeds ? 'here' : WITHOUT_SEEDS})`, () => {
  test('has the nine disclosure tables with their forms, columns and rows in order', () => {
    const tables = sheetsOf('disclosure').slice(0, FORMS.length);

    expect(tables.map(({ form, columns, rows }) => [form, columns.length, rows.length])).toEqual(
      FORMS
    );
    expect(tables.map(cellsOf)).toEqual(countedTables());
  });

  test('has the numbers healed, and says how many', () => {
    const numbers = sheetsOf('disclosure')
      .flatMap((sheet) => sheet.rows.flatMap(({ cells }) => Object.values(cells)))
      .filter((text) => /^\d[\d. ]*$/.test(text));
    const broken = countOf(/\d\. \d/, linesBetween(/^2023 年度单位预算公开表$/, /情况说明$/));

    expect(numbers.filter((text) => /\s/.test(text))).toEqual([]);
    const healed = imported().notes.flatMap(({ text }) =>
      Number(/(?:^|其中 )(\d+) 个(?:数里|是数)/.exec(text)?.[1] ?? 0)
    );
    expect(healed.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(broken);
  });

  test('has unit, year and money unit of each table where they are printed, and its note', () => {
    const tables = sheetsOf('disclosure');
    const unit = /^(\d{6}) (\S+)/.exec(
      linesBetween(/^单位预算收支总表$/, /^单位预算收入总表$/).find((line) => line !== '')!
    )!;

    for (const { fields } of tables.slice(0, FORMS.length)) {
      expect(fields).toMatchObject({ unitCode: unit[1], unitName: unit[2], year: '2023' });
    }
    expect(tables.map(({ fields }) => fields.moneyUnit)).toEqual([
      ...Array<string>(6).fill(''),
      '万元',
      '万元',
      '',
      '',
      '万元',
      '万元'
    ]);
    const printed = seedText('004')
      .split('\n')
      .filter((line) => line.startsWith('注'));
    expect(tables.flatMap(({ note }) => (note.startsWith('注') ? note.split('\n') : []))).toEqual(
      printed
    );
  });

  test('has the small tables of the explanation', () => {
    const [institutions, procurement, assets] = sheetsOf('disclosure').slice(FORMS.length);
    const tabbed = (lines: readonly string[]) =>
      lines.filter((line) => line.includes('\t')).map((line) => line.split('\t').map(solid));

    expect(cellsOf(institutions!)).toEqual(
      tabbed(linesBetween(/^单位机构设置情况$/, /^二、/)).slice(1)
    );
    expect([procurement!.form, procurement!.columns.length, procurement!.rows]).toEqual([
      'procurement',
      16,
      []
    ]);
    expect(cellsOf(assets!)).toEqual(
      tabbed(linesBetween(/^单位固定资产占用情况表$/, /^七、/)).slice(1)
    );
    expect(assets!.note).toBe(
      linesBetween(/^单位固定资产占用情况表$/, /^七、/).find((line) => line.startsWith('截止'))
    );
  });

  test('has the prose of the explanation, each section whole', () => {
    const prose = sheetsOf('text').slice(1);

    expect(prose.map(({ number }) => number)).toEqual([...'一二三四五六七八'].map((n) => `${n}、`));
    for (const [index, { title, fields }] of prose.entries()) {
      const next = ['二', '三', '四', '五', '六', '七', '八', '2023'][index]!;
      const printed = linesBetween(
        new RegExp(`^[一二三四五六七八]、${escaped(title)}$`),
        new RegExp(`^${next}`)
      )
        .map((line) => line.replaceAll('**', '').replace(/^\s*- /, ''))
        .join('');
      expect(solid(printed).startsWith(solid(fields.body!)), title).toBe(true);
      expect(fields.body).not.toMatch(/\*\*|^- /m);
    }
  });

  test('has every cell of the project tables, the first level by the second', () => {
    const projects = sheetsOf('project');
    const printed = seedText('004')
      .split(/\n(?=\d+、[^\n\t]*绩效目标表\n)/)
      .slice(1)
      .map((table) =>
        table
          .split('\n')
          .filter((line) => line.includes('\t') && !/^(?:绩效目标|一级指标)\t/.test(line))
          .map((line) => line.split('\t').slice(1, 6).map(solid))
          .map((cells) => [FIRST_LEVELS.find(([second]) => second.test(cells[0]!))![1], ...cells])
      );

    expect(projects).toHaveLength(24);
    expect(projects.flatMap(({ rows }) => rows)).toHaveLength(166);
    expect(projects.map(cellsOf).toSpliced(FLATTENED, 1)).toEqual(printed.toSpliced(FLATTENED, 1));
    expect(projects.map(({ fields }) => `${fields.projectName}绩效目标表`)).toEqual(
      projects.map(({ title }) => title)
    );
  });

  test('has the flattened table as a person puts it together', () => {
    const table = sheetsOf('project')[FLATTENED]!;
    const lines = linesBetween(/^13、/, /^14、/).filter((line) => line !== '');
    const line = lines.find((line) => line.includes('一级指标'))!;
    const beside = lines.filter((other) => other !== line);
    const tokens = line.split(/\s+/);
    // The places of the words on the line, as read by eye: second level to basis of each row.
    const places: readonly (readonly number[][])[] = [
      [[15], [16], [13, 14, 20], [17, 18], [19]],
      [[21], [22], [23], [25], [24]],
      [[27], [28], [29], [30], [31]],
      [[32], [33], [34], [35, 36], [37]],
      [[38], [39], [40], [41, 42], [43]],
      [[45], [46], [47], [48, 49], [44, 50, 51]],
      [[57], [58], [54, 55, 56, 61], [59], [53, 60, 62]]
    ];

    const rows = places.map((row) => row.map((cell) => cell.map((at) => tokens[at]).join('')));
    const [second, , third, description, basis, target] = beside;
    expect(cellsOf(table).map(([, ...cells]) => cells)).toEqual([
      ...rows,
      [second, third, description, target, basis]
    ]);
    expect(cellsOf(table).map(([first]) => first)).toEqual([
      ...Array<string>(5).fill('产出指标'),
      '效益指标',
      '效益指标',
      '满意度指标'
    ]);
    expect(solid(table.fields.goal!)).toBe([0, 1, 2, 3, 5, 6].map((at) => tokens[at]).join(''));
  });

  test('says of each garbled first level what it was and what it is read as', () => {
    const { workbook, notes } = imported();
    const known = new Set([...FIRST_LEVELS.map(([, first]) => first), '', '一级指标', '绩效目标']);
    const garbled = linesBetween(/^预算项目绩效目标$/, /^\0/)
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t')[0]!.trim())
      .filter((first) => !known.has(first) && !first.startsWith('<u>'));

    const said = notes.filter(({ text }) => text.startsWith('一级指标印成'));
    expect(said.map(({ text }) => solid(/“([^”]*)”/.exec(text)![1]!))).toEqual(garbled.map(solid));
    const levels = workbook.sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.level1));
    expect(new Set(levels)).toEqual(new Set(['产出指标', '效益指标', '满意度指标', undefined]));
  });

  test('leaves no line without a place', () => {
    expect(imported().notes.filter(({ kind }) => kind === 'unplaced')).toEqual([]);
  });
});

function countOf(pattern: RegExp, lines: readonly string[]): number {
  return lines.flatMap((line) => line.split('\t')).filter((cell) => pattern.test(cell)).length;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
