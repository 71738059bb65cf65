import { describe, expect, test } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { hasSeeds, seedText, WITHOUT_SEEDS } from '#tests/support/papers.ts';

const COLUMNS = ['level1', 'level2', 'level3', 'description', 'target', 'basis'];
const HEADER = [
  'projectCode',
  'projectName',
  'budget',
  'fiscalFunds',
  'otherFunds',
  'usage',
  'planMarch',
  'planJune',
  'planOctober',
  'planDecember',
  'goal'
];

function importSeed(number: string): Workbook {
  const result = importText(seedText(number));
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

function projectsOf({ sheets }: Workbook): Sheet[] {
  return sheets.filter(({ kind }) => kind === 'project');
}

/** A text without any space, so that the reading here needs no rule about layout spaces. */
function solid(text: string): string {
  return text.replace(/\s/g, '');
}

function solidHeader(sheet: Sheet): string[] {
  return HEADER.map((field) => solid(sheet.fields[field]!));
}

function solidCells(sheet: Sheet): string[][] {
  return sheet.rows.map(({ cells }) => COLUMNS.map((column) => solid(cells[column]!)));
}

/** Fills an empty first level from above. */
function filledDown(rows: readonly string[][]): string[][] {
  let above = '';
  return rows.map(([level1, ...rest]) => [(above = level1 || above), ...rest]);
}

/**
 * The tables of a text with a cell a line, read by counting: blank-separated groups of tabbed lines,
 * in the order of the official form.
 */
function countedTables(text: string, blankColumns: { plan: number[]; indicators: number[] }) {
  return text
    .split(/\n(?=(?:\[bookmark[^\]]*\])?\d+\.[^\n\t]*绩效目标表\n)/)
    .slice(1)
    .map((table) => {
      const groups = table
        .split(/\n(?!\t)[^\n]*/)
        .join('\n\n')
        .split(/\n{2,}/)
        .map((group) => group.split('\n').filter((line) => line.startsWith('\t')))
        .filter((group) => group.length > 0)
        .map((group) => group.map(solid));
      const without = (group: string[], blanks: number[]) =>
        group.filter((_, position) => !blanks.includes(position));
      const [, code, funds, usage, , plan, goal, , ...rows] = groups;
      return {
        header: [
          code![1]!,
          code![3]!,
          funds![2]!,
          funds![4]!,
          funds![6]!,
          usage![1]!,
          ...without(plan!, [0, ...blankColumns.plan]),
          goal![1]!
        ],
        rows: filledDown(rows.map((row) => without(row, blankColumns.indicators)))
      };
    });
}

/** The tables of a text with a row a line, read by the labels and the tabs. */
function tabbedTables(text: string) {
  return text
    .split(/\n(?=\d+\. [^\n\t]*绩效目标表\n)/)
    .slice(1)
    .map((table) => {
      const rows = table
        .split('\n')
        .filter((line) => line.includes('\t'))
        .map((line) => line.split('\t').map(solid));
      const [code, funds, usage, dates, plan, goal, titles, ...indicators] = rows;
      const at = (date: string) => plan![dates!.indexOf(date)] ?? '';
      const columns = titles!.flatMap((title, position) => (title === '' ? [] : [position]));
      return {
        header: [
          code![1]!,
          code![4]!,
          funds![2]!,
          funds![4]!,
          funds![6]!,
          usage![1]!,
          ...['3月底', '6月底', '10月底', '12月底'].map(at),
          goal![1]!
        ],
        rows: filledDown(indicators.map((row) => columns.map((position) => row[position]!)))
      };
    });
}

describe.skipIf(!hasSeeds)(`a real paper (${hasSeeds ? 'here' : WITHOUT_SEEDS})`, () => {
  test.each([
    ['000', 9, 54],
    ['001', 11, 55],
    ['002', 10, 70]
  ])('%s has %i project tables with %i rows and three prose sections', (number, tables, rows) => {
    const workbook = importSeed(number);

    const projects = projectsOf(workbook);
    expect(projects).toHaveLength(tables);
    expect(projects.flatMap((sheet) => sheet.rows)).toHaveLength(rows);
    expect(
      workbook.sheets
        .filter(({ kind }) => kind === 'text')
        .map((sheet) => sheet.number + sheet.title)
    ).toEqual(['一、总体绩效目标', '二、分项绩效目标', '三、工作保障措施']);
  });

  test.each([
    ['000', { plan: [2, 6], indicators: [4] }],
    ['001', { plan: [], indicators: [] }]
  ])('%s has every header field and every cell as printed', (number, blankColumns) => {
    const projects = projectsOf(importSeed(number));

    const read = projects.map((sheet) => ({ header: solidHeader(sheet), rows: solidCells(sheet) }));

    expect(read).toEqual(countedTables(seedText(number), blankColumns));
  });

  test('002 has every header field and every cell as printed, and the lost column empty', () => {
    const projects = projectsOf(importSeed('002'));

    const read = projects.map((sheet) => ({ header: solidHeader(sheet), rows: solidCells(sheet) }));

    expect(read).toEqual(tabbedTables(seedText('002')));
    expect(projects.map(({ fields }) => fields.planDecember === '')).toEqual(
      projects.map((_, index) => index === 6)
    );
  });

  test.each([
    ['000', 2023, '130200', ['302001', '302003', '302004'], []],
    ['001', 2022, '130303', ['216001'], []],
    ['002', 2023, '130529', ['288001'], ['planDecember']]
  ])('%s is known by year, region and units, and lacks only what is lost', (number, ...known) => {
    const [year, region, unitCodes, lost] = known;
    const result = importText(seedText(number));

    if (!result.ok) throw new Error(result.sentence);
    const { workbook, notes } = result;
    const projects = projectsOf(workbook);
    expect(workbook).toMatchObject({ year, region, form: '2015' });
    expect([...new Set(projects.map(({ fields }) => fields.unitCode))]).toEqual(unitCodes);
    expect(new Set(projects.map(({ fields }) => fields.moneyUnit))).toEqual(new Set(['万元']));
    expect(projects.every(({ fields }) => /^[^\d\s][^\s]+$/.test(fields.unitName!))).toBe(true);
    expect(notes.filter(({ kind }) => kind === 'unplaced')).toEqual([]);
    expect(
      notes.flatMap(({ kind, place }) => (kind === 'unknown' && place.field ? [place.field] : []))
    ).toEqual(lost);
  });
});
